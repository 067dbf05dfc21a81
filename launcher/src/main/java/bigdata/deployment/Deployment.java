package bigdata.deployment;

import bigdata.node.NodeRole;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where nodes live. Starts and stops them; all else is the same wherever they live. */
public interface Deployment {
    /** Its name in the manifest. */
    String name();

    /** Begins to start a node; returns before it is usable. */
    void start(NodeRole role, String node) throws IOException;

    /** The names of the nodes that run, the master first. */
    List<String> running() throws IOException;

    /** Ends a node and all its services; returns when nothing of it runs any more. */
    void stop(String node) throws IOException, InterruptedException;

    /** How a node that was started has ended; empty as long as it runs. How its services do, it tells itself. */
    Optional<String> failure(String node) throws IOException;
}
