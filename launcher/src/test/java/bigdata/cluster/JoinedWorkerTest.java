package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.hdfs.NameNodeJmx;
import bigdata.node.Manifests;
import bigdata.spark.MasterJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedWorkerTest {
    @Test
    void theWorkersOfThisMachineAreNotAmongThem() {
        assertThat(JoinedWorker.of(Manifests.ofWorkers(1), hdfs("127.0.0.1:1"), spark(worker("worker-1", "127.0.0.1")))).isEmpty();
    }

    @Test
    void oneWhoseBothServicesAreThereHasItsNodesName() {
        assertThat(JoinedWorker.of(Manifests.ofWorkers(1), hdfs("127.0.0.1:1", "10.1.0.2:9"), spark(worker("worker-east-2", "10.1.0.2"))))
                .containsExactly(new JoinedWorker("worker-east-2", "10.1.0.2", List.of("datanode", "spark-worker")));
    }

    @Test
    void aDataNodeWhoseWorkerIsGoneIsKnownByItsAddress() {
        assertThat(JoinedWorker.of(Manifests.ofWorkers(0), hdfs("10.1.0.2:9"), spark()))
                .containsExactly(new JoinedWorker("10.1.0.2", "10.1.0.2", List.of("datanode")));
    }

    @Test
    void aMasterThatDoesNotAnswerKnowsOfNobody() {
        assertThat(JoinedWorker.of(Manifests.ofWorkers(1), null, null)).isEmpty();
    }

    private static NameNodeJmx hdfs(String... addresses) {
        List<NameNodeJmx.DataNode> live = List.of(addresses).stream()
                .map(address -> new NameNodeJmx.DataNode("u", address, 0, "In Service", 0, 0, 0, 0)).toList();
        return new NameNodeJmx("", live, 0, 0, 0, 0);
    }

    private static MasterJson spark(MasterJson.Worker... workers) {
        return new MasterJson("ALIVE", List.of(workers), 0);
    }

    private static MasterJson.Worker worker(String node, String host) {
        return new MasterJson.Worker(node + "-20260101000000-" + host + "-4000", host, 4000, 2, 0, 1024, 0);
    }
}
