package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Project;
import bigdata.node.Manifests;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {
    private static final ProcessIdentity ENDED = new ProcessIdentity(ToldNodes.US.pid(), ToldNodes.US.startedMillis() - 60_000);

    @TempDir
    private Path state;

    private ToldNodes nodes;

    @BeforeEach
    void aMasterRuns() throws IOException {
        nodes = new ToldNodes(state);
        nodes.tell("master", ToldNodes.US, ServiceState.READY, 0, "");
        nodes.tell("worker-1", ToldNodes.US, ServiceState.READY, 0, "");
    }

    @Test
    void aDeadWorkerWhoseBlocksCannotBeMovedIsRefusedBeforeAnythingChanges() throws IOException {
        nodes.tell("worker-2", ENDED, ServiceState.READY, 0, "");

        assertThatThrownBy(() -> drain(2, 1)).isInstanceOf(NotScaledException.class)
                .hasMessageContaining("node worker-2 is dead").hasMessageContaining("`bigdata up` repairs it");
        assertThat(state.resolve("conf")).doesNotExist();
    }

    @Test
    void aDeadWorkerThatWouldHaveToTakeTheBlocksIsRefusedToo() throws IOException {
        nodes.tell("worker-1", ENDED, ServiceState.READY, 0, "");
        nodes.tell("worker-2", ToldNodes.US, ServiceState.READY, 0, "");

        assertThatThrownBy(() -> drain(2, 1)).hasMessageContaining("node worker-1 is dead");
    }

    @Test
    void asManyWorkersAsThereAreIsNothingToDo() throws IOException, InterruptedException {
        drain(1, 1);

        assertThat(state.resolve("conf")).doesNotExist();
    }

    private void drain(int there, int workers) throws IOException, InterruptedException {
        new Drain(new Project(state, state, Map.of()), Manifests.ofWorkers(there), workers, new PrintWriter(new StringWriter())).run();
    }
}
