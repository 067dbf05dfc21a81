package bigdata.node;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.Project;
import bigdata.process.Scripts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NodeProgramTest {
    @TempDir
    private Path state;

    @Test
    void aNodeThatNobodyNotedIsKnownSinceItNotesItself() throws Exception {
        Manifests.ofWorkers(1).write(state);
        NodeFolder folder = NodeFolder.of(state, "worker-1");
        FutureTask<Void> node = new FutureTask<>(this::run, null);
        Thread thread = new Thread(node, "node");
        thread.start();
        try {
            Scripts.until("the node is known or ended", () -> folder.process().isPresent() || node.isDone());
            assertThat(folder.process()).contains(ProcessHandle.current());
            Scripts.until("what it says counts", () -> folder.current().isPresent());
        } finally {
            thread.interrupt();
            node.get();
        }
    }

    private void run() {
        Project project = new Project(state, state, Map.of());
        try {
            new NodeProgram(project, new PrintWriter(new StringWriter())).run(NodeRole.WORKER, "worker-1");
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
