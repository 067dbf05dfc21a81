package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.node.Manifests;
import bigdata.node.NodeRole;
import org.junit.jupiter.api.Test;

class NodesTest {
    @Test
    void aClusterIsAMasterAndItsWorkers() {
        assertThat(Nodes.of(Manifests.ofWorkers(3))).containsExactly("master", "worker-1", "worker-2", "worker-3");
    }

    @Test
    void aNodesNameTellsItsRole() {
        assertThat(Nodes.role("master")).isEqualTo(NodeRole.MASTER);
        assertThat(Nodes.role("worker-12")).isEqualTo(NodeRole.WORKER);
    }
}
