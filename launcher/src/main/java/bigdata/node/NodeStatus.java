package bigdata.node;

import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import java.util.List;

/**
 * What a node says of itself.
 *
 * @param name {@code master}, {@code worker-1} and so on
 * @param process the supervisor
 * @param services in the order of their start
 */
public record NodeStatus(String name, ProcessIdentity process, List<ServiceStatus> services) {
    public NodeStatus {
        services = List.copyOf(services);
    }

    /** Whether every service is usable. */
    public boolean allReady() {
        return services.stream().allMatch(service -> service.state() == ServiceState.READY);
    }
}
