package bigdata.cluster;

import bigdata.node.ClusterManifest;
import bigdata.node.NodeRole;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of nodes: {@code master}, {@code worker-1} to {@code worker-N}. */
final class Nodes {
    static final String MASTER = "master";

    private Nodes() {}

    /** All that the cluster should have, the master first. */
    static List<String> of(ClusterManifest manifest) {
        if (manifest.isJoined()) {
            return List.of(); // its master has all nodes but one elsewhere
        }
        return Stream.concat(Stream.of(MASTER), IntStream.rangeClosed(1, manifest.size().workers()).mapToObj(i -> "worker-" + i))
                .toList();
    }

    static NodeRole role(String name) {
        return name.equals(MASTER) ? NodeRole.MASTER : NodeRole.WORKER;
    }
}
