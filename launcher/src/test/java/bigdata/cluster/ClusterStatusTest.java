package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.hdfs.LeavingDataNodes;
import bigdata.node.Manifests;
import bigdata.node.NodeFolder;
import bigdata.node.NodeStatus;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterStatusTest {
    private static final ProcessIdentity RUNNING = ProcessIdentity.of(ProcessHandle.current());
    private static final ProcessIdentity ENDED = new ProcessIdentity(RUNNING.pid(), RUNNING.startedMillis() - 60_000);

    @TempDir
    private Path state;

    @Test
    void aStateThatNeverRanIsStopped() throws IOException {
        assertThat(ClusterStatus.of(state).state()).isEqualTo("stopped");
    }

    @Test
    void aClusterIsUsableWhenEveryServiceOfEveryNodeIs() throws IOException {
        node("master", RUNNING, service(ServiceState.READY, 1), service(ServiceState.READY, 0));
        node("worker-1", RUNNING, service(ServiceState.READY, 0));

        assertThat(ClusterStatus.ofNodes(state).state()).isEqualTo(ClusterStatus.USABLE);
    }

    @Test
    void aNodeWhoseServicesComeUpForTheFirstTimeIsStarting() throws IOException {
        node("master", RUNNING, service(ServiceState.READY, 0), service(ServiceState.WAITING, 0));

        assertThat(only().state()).isEqualTo("starting");
    }

    @Test
    void aNodeWithAServiceThatComesBackOrWasRefusedIsDegraded() throws IOException {
        node("master", RUNNING, service(ServiceState.STARTING, 1));
        assertThat(only().state()).isEqualTo("degraded");

        node("master", RUNNING, service(ServiceState.REFUSED, 0));
        assertThat(only().state()).isEqualTo("degraded");
    }

    @Test
    void aRunningNodeWhoseDataNodeLeavesIsLeaving() throws IOException {
        node("worker-1", RUNNING, service(ServiceState.READY, 0));
        Files.writeString(state.resolve("nodes/worker-1/slot"), "slot-7");
        assertThat(only().state()).isEqualTo(ClusterStatus.USABLE);

        LeavingDataNodes.of(state).write(List.of(new LeavingDataNodes.Entry("slot-7", "some-uuid", "127.0.0.1:1")));
        assertThat(only().state()).isEqualTo(ClusterStatus.LEAVING);
    }

    @Test
    void aNodeThatHasNotSaidAnythingYetIsStarting() throws IOException {
        node("master", ENDED, service(ServiceState.READY, 0));
        NodeFolder.of(state, "master").started(RUNNING);

        assertThat(only()).isEqualTo(new ClusterStatus.Node("master", "starting", RUNNING, List.of()));
    }

    @Test
    void aNodeThatEndedWithoutStoppingItsServicesIsDeadAndTheClusterDegraded() throws IOException {
        node("master", RUNNING, service(ServiceState.READY, 0));
        node("worker-1", ENDED, service(ServiceState.READY, 0));

        ClusterStatus status = ClusterStatus.ofNodes(state);

        assertThat(status.state()).isEqualTo("degraded");
        assertThat(status.nodes()).extracting(ClusterStatus.Node::state).containsExactly("usable", "dead");
    }

    @Test
    void aNodeThatStoppedItsServicesIsNoLongerThere() throws IOException {
        node("master", ENDED, service(ServiceState.STOPPED, 3));

        assertThat(ClusterStatus.ofNodes(state).nodes()).isEmpty();
    }

    @Test
    void aWantedNodeThatNeverSaidAnythingIsDeadWhileOthersRun() throws IOException {
        Manifests.ofWorkers(2).write(state);
        node("master", RUNNING, service(ServiceState.READY, 0));
        node("worker-2", RUNNING, service(ServiceState.READY, 0));

        ClusterStatus status = ClusterStatus.ofNodes(state);

        assertThat(status.state()).isEqualTo("degraded");
        assertThat(status.nodes()).extracting(ClusterStatus.Node::name).containsExactly("master", "worker-1", "worker-2");
        assertThat(status.nodes().get(1)).isEqualTo(new ClusterStatus.Node("worker-1", "dead", null, List.of()));
    }

    @Test
    void aClusterThatWasStoppedInGoodOrderIsStopped() throws IOException {
        Manifests.ofWorkers(2).write(state);
        node("master", ENDED, service(ServiceState.STOPPED, 0));
        node("worker-1", ENDED, service(ServiceState.STOPPED, 0));

        assertThat(ClusterStatus.ofNodes(state)).isEqualTo(new ClusterStatus("stopped", List.of(), null, null, Map.of()));
    }

    @Test
    void aNodeThatNobodyWantsIsToldAsLongAsItRuns() throws IOException {
        Manifests.ofWorkers(1).write(state);
        for (String name : List.of("master", "worker-1", "worker-2")) {
            node(name, RUNNING, service(ServiceState.READY, 0));
        }
        node("worker-3", ENDED, service(ServiceState.STOPPED, 0));

        assertThat(ClusterStatus.ofNodes(state).nodes()).extracting(ClusterStatus.Node::name)
                .containsExactly("master", "worker-1", "worker-2");
    }

    private ClusterStatus.Node only() throws IOException {
        assertThat(ClusterStatus.ofNodes(state).nodes()).hasSize(1);
        return ClusterStatus.ofNodes(state).nodes().get(0);
    }

    private static ServiceStatus service(ServiceState state, int restarts) {
        return new ServiceStatus("a-service", state, null, restarts, "");
    }

    private void node(String name, ProcessIdentity supervisor, ServiceStatus... services) throws IOException {
        NodeFolder folder = NodeFolder.of(state, name);
        Files.createDirectories(folder.path());
        folder.started(supervisor);
        new ObjectMapper().writeValue(folder.path().resolve("status.json").toFile(), new NodeStatus(name, supervisor, List.of(services)));
    }
}
