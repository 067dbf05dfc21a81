package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.node.Manifests;
import bigdata.node.NodeRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {
    @Test
    void aClusterIsAMasterAndItsWorkers() {
        assertThat(Nodes.of(Manifests.ofWorkers(3))).containsExactly("master", "worker-1", "worker-2", "worker-3");
    }

    @Test
    void aWorkersNumberIsPartOfItsName() {
        assertThat(Nodes.number("worker-12")).isEqualTo(12);
        assertThat(Nodes.number("master")).isZero();
        assertThat(Nodes.number("worker-somehost")).isZero();
    }

    @Test
    void workersBeyondANumberGoFromTheLastDown() {
        assertThat(Nodes.beyond(1, List.of("master", "worker-1", "worker-10", "worker-2"))).containsExactly("worker-10", "worker-2");
    }

    @Test
    void aNodesNameTellsItsRole() {
        assertThat(Nodes.role("master")).isEqualTo(NodeRole.MASTER);
        assertThat(Nodes.role("worker-12")).isEqualTo(NodeRole.WORKER);
    }
}
