package bigdata.cluster;

import bigdata.deployment.Deployment;
import bigdata.node.NodeFolder;
import bigdata.node.NodeStatus;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes waiting for a cluster pointless. What happened before the wait began does not count. */
final class Setbacks {
    /** A service that ended so often during one start and is not usable will not be. */
    private static final int CRASH_LOOP = 3;

    private final Deployment deployment;
    private final Path state;
    private final List<String> nodes;
    /** By supervisor: a node that is started anew begins at nothing. */
    private final Map<ProcessIdentity, NodeStatus> before = new HashMap<>();

    private Setbacks(Deployment deployment, Path state, List<String> nodes) {
        this.deployment = deployment;
        this.state = state;
        this.nodes = nodes;
    }

    /** Those from now on. */
    static Setbacks since(Deployment deployment, Path state, List<String> nodes) throws IOException {
        Setbacks setbacks = new Setbacks(deployment, state, nodes);
        for (String node : nodes) {
            NodeFolder.of(state, node).current().ifPresent(status -> setbacks.before.put(status.process(), status));
        }
        return setbacks;
    }

    /** Why the cluster cannot become usable; empty as long as it may. */
    Optional<String> reason() {
        try {
            for (String node : nodes) {
                Optional<String> reason = deployment.failure(node);
                if (reason.isEmpty()) {
                    reason = NodeFolder.of(state, node).current().flatMap(this::reason);
                }
                if (reason.isPresent()) {
                    return reason;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot see how the nodes do: " + e.getMessage());
        }
    }

    private Optional<String> reason(NodeStatus status) {
        for (ServiceStatus service : status.services()) {
            if (service.state() == ServiceState.REFUSED) {
                return Optional.of(service.detail());
            }
            int restarts = service.restarts() - before(status.process(), service.name());
            if (restarts >= CRASH_LOOP && service.state() != ServiceState.READY) {
                return Optional.of(service.name() + " ended " + restarts + " times: " + service.detail());
            }
        }
        return Optional.empty();
    }

    private int before(ProcessIdentity supervisor, String service) {
        return Optional.ofNullable(before.get(supervisor)).stream().flatMap(status -> status.services().stream())
                .filter(each -> each.name().equals(service)).mapToInt(ServiceStatus::restarts).findFirst().orElse(0);
    }
}
