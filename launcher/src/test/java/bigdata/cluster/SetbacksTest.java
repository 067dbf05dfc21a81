package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.process.ProcessIdentity;
import bigdata.process.Scripts;
import bigdata.service.ServiceState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SetbacksTest {
    @TempDir
    private Path state;

    private ToldNodes nodes;

    @BeforeEach
    void noNodes() {
        nodes = new ToldNodes(state);
    }

    @Test
    void restartsBeforeTheStartDoNotCount() throws IOException {
        nodes.tell("master", ToldNodes.US, ServiceState.RESTARTING, 7, "");
        Setbacks setbacks = since();
        assertThat(setbacks.reason()).isEmpty();

        nodes.tell("master", ToldNodes.US, ServiceState.RESTARTING, 9, "");
        assertThat(setbacks.reason()).isEmpty();

        nodes.tell("master", ToldNodes.US, ServiceState.RESTARTING, 10, "ended with exit code 3");
        assertThat(setbacks.reason()).contains("a-service ended 3 times: ended with exit code 3");
    }

    @Test
    void aServiceThatIsUsableMayHaveEndedOften() throws IOException {
        nodes.tell("master", ToldNodes.US, ServiceState.STARTING, 0, "");
        Setbacks setbacks = since();

        nodes.tell("master", ToldNodes.US, ServiceState.READY, 5, "");

        assertThat(setbacks.reason()).isEmpty();
    }

    @Test
    void aNodeThatIsStartedAnewBeginsAtNothing() throws IOException, InterruptedException {
        nodes.tell("master", ToldNodes.US, ServiceState.RESTARTING, 7, "");
        Setbacks setbacks = since();
        Process other = new Scripts(state).start("touch ready; exec sleep 1000");
        try {
            nodes.tell("master", ProcessIdentity.of(other.toHandle()), ServiceState.RESTARTING, 3, "exit code 3");

            assertThat(setbacks.reason()).contains("a-service ended 3 times: exit code 3");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aRefusalAndAnEndedNodeEndTheWaitAtOnce() throws IOException {
        nodes.tell("master", ToldNodes.US, ServiceState.REFUSED, 0, "restore it from a backup");
        assertThat(since().reason()).contains("restore it from a backup");

        nodes.stop("master");
        assertThat(since().reason()).contains("node master ended");
    }

    private Setbacks since() throws IOException {
        return Setbacks.since(nodes, state, List.of("master"));
    }
}
