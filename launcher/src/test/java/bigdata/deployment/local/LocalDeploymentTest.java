package bigdata.deployment.local;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.Project;
import bigdata.node.Manifests;
import bigdata.node.NodeFolder;
import bigdata.node.NodeRole;
import bigdata.process.ProcessIdentity;
import bigdata.process.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LocalDeploymentTest {
    @TempDir
    private Path state;

    private LocalDeployment deployment;
    private NodeFolder worker;

    @BeforeEach
    void aCluster() {
        Manifests.ofWorkers(1).write(state);
        deployment = new LocalDeployment(new Project(state, state, Map.of()));
        worker = NodeFolder.of(state, "worker-1");
    }

    @AfterEach
    void endEverything() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatTheStarterNotesAndWhatTheNodeNotesIsOneProcess() throws IOException, InterruptedException {
        deployment.start(NodeRole.WORKER, "worker-1");
        ProcessHandle noted = worker.process().orElseThrow();

        Scripts.until("the node says how it does", () -> worker.current().isPresent());

        assertThat(worker.process()).contains(noted);
        assertThat(deployment.failure("worker-1")).isEmpty();
        assertThat(deployment.running()).containsExactly("worker-1");
        deployment.stop("worker-1");
        assertThat(ProcessIdentity.runs(noted)).isFalse();
        assertThat(deployment.running()).isEmpty();
        assertThat(deployment.failure("worker-1")).hasValueSatisfying(why -> assertThat(why).contains("node worker-1 ended"));
    }

    @Test
    void aNodeWhoseStarterWasKilledIsKnownAndStopped() throws IOException, InterruptedException {
        deployment.start(NodeRole.WORKER, "worker-1");
        ProcessHandle node = worker.process().orElseThrow();
        Files.delete(worker.identity()); // as if its starter had not come so far

        Scripts.until("it is known", () -> deployment.running().contains("worker-1"));

        assertThat(worker.process()).contains(node);
        deployment.stop("worker-1");
        assertThat(ProcessIdentity.runs(node)).isFalse();
    }

    @Test
    void aSecondStartDoesNotHideTheNodeThatRuns() throws IOException, InterruptedException {
        deployment.start(NodeRole.WORKER, "worker-1");
        Scripts.until("the node says how it does", () -> worker.current().isPresent());
        ProcessIdentity first = ProcessIdentity.of(worker.process().orElseThrow());

        deployment.start(NodeRole.WORKER, "worker-1");

        assertThat(worker.process().map(ProcessIdentity::of)).contains(first);
        Scripts.until("the second gave up", () -> Files.readString(worker.log()).contains("already runs"));
        assertThat(worker.process().map(ProcessIdentity::of)).contains(first);
    }
}
