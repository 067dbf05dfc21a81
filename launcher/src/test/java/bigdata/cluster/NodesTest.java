package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.Installation;
import bigdata.config.Topology;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeRole;
import bigdata.spark.ClusterSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodesTest {
    @Test
    void aClusterIsAMasterAndItsWorkers() {
        Path folder = Path.of("/x");
        ClusterManifest manifest = new ClusterManifest("local", new Topology("127.0.0.1", 1, 2, 3, 4, 5), new ClusterSize(3, 1, 1024), 1,
                new Installation(folder, folder, folder, folder));

        assertThat(Nodes.of(manifest)).containsExactly("master", "worker-1", "worker-2", "worker-3");
    }

    @Test
    void aWorkersNumberIsPartOfItsName() {
        assertThat(Nodes.number("worker-12")).isEqualTo(12);
        assertThat(Nodes.number("master")).isZero();
    }

    @Test
    void aNodesNameTellsItsRole() {
        assertThat(Nodes.role("master")).isEqualTo(NodeRole.MASTER);
        assertThat(Nodes.role("worker-12")).isEqualTo(NodeRole.WORKER);
    }
}
