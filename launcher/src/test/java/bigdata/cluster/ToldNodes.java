package bigdata.cluster;

import bigdata.deployment.Deployment;
import bigdata.node.NodeFolder;
import bigdata.node.NodeRole;
import bigdata.node.NodeStatus;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes that are nothing but what they say. Each that is started says that its only service refuses to run. */
final class ToldNodes implements Deployment {
    static final ProcessIdentity US = ProcessIdentity.of(ProcessHandle.current());

    /** What was asked for, in order. */
    final List<String> calls = new ArrayList<>();
    private final Path state;

    ToldNodes(Path state) {
        this.state = state;
    }

    void tell(String node, ProcessIdentity supervisor, ServiceState service, int restarts, String detail) throws IOException {
        NodeFolder folder = NodeFolder.of(state, node);
        Files.createDirectories(folder.path());
        folder.started(supervisor);
        new ObjectMapper().writeValue(folder.path().resolve("status.json").toFile(), new NodeStatus(node, supervisor,
                List.of(new ServiceStatus("a-service", service, null, restarts, detail))));
    }

    @Override
    public String name() {
        return "told";
    }

    @Override
    public void start(NodeRole role, String node) throws IOException {
        calls.add("start " + node);
        tell(node, US, ServiceState.REFUSED, 0, "refused again by " + node);
    }

    @Override
    public List<String> running() throws IOException {
        throw new IOException("nobody asks");
    }

    @Override
    public void stop(String node) throws IOException {
        calls.add("stop " + node);
        tell(node, new ProcessIdentity(US.pid(), US.startedMillis() - 60_000), ServiceState.STOPPED, 0, "");
    }

    @Override
    public Optional<String> failure(String node) throws IOException {
        return NodeFolder.of(state, node).process().isPresent() ? Optional.empty() : Optional.of("node " + node + " ended");
    }
}
