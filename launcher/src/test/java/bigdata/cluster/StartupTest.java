package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Project;
import bigdata.node.Manifests;
import bigdata.readiness.NotReadyInTime;
import bigdata.service.ServiceState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StartupTest {
    @TempDir
    private Path state;

    private ToldNodes nodes;

    @BeforeEach
    void noNodes() {
        nodes = new ToldNodes(state);
    }

    @Test
    void aRunningNodeWithARefusedServiceIsTriedAgainAndLeftRunning() throws IOException {
        nodes.tell("master", ToldNodes.US, ServiceState.REFUSED, 0, "refused long ago");
        nodes.tell("worker-1", ToldNodes.US, ServiceState.READY, 0, "");

        assertThatThrownBy(() -> start()).isInstanceOf(NotReadyInTime.class).hasMessageContaining("refused again by master");

        assertThat(nodes.calls).containsExactly("stop master", "start master");
    }

    @Test
    void aNodeThatAFailedStartBeganIsStoppedAgain() throws IOException {
        nodes.tell("master", ToldNodes.US, ServiceState.READY, 0, "");

        assertThatThrownBy(() -> start("worker-1")).isInstanceOf(NotReadyInTime.class)
                .hasMessageContaining("refused again by worker-1");

        assertThat(nodes.calls).containsExactly("start worker-1", "stop worker-1");
    }

    private void start(String... missing) throws IOException, InterruptedException {
        new Startup(nodes, Manifests.ofWorkers(1), new Project(state, state, Map.of()), new PrintWriter(new StringWriter())).run(List.of(missing));
    }
}
