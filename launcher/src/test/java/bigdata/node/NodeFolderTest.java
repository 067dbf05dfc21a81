package bigdata.node;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.process.ProcessIdentity;
import bigdata.process.Scripts;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NodeFolderTest {
    private static final ProcessIdentity US = ProcessIdentity.of(ProcessHandle.current());

    @TempDir
    private Path state;

    private NodeFolder folder;

    @BeforeEach
    void aNode() throws IOException {
        folder = NodeFolder.of(state, "worker-1");
        Files.createDirectories(folder.path());
    }

    @Test
    void aStatusIsReadAsItWasTold() throws IOException {
        NodeStatus status = new NodeStatus("worker-1", US, List.of(
                new ServiceStatus("datanode", ServiceState.READY, US, 2, ""),
                new ServiceStatus("spark-worker", ServiceState.WAITING, null, 0, "no \"Master\"\nyet")));

        folder.tell(status);

        assertThat(folder.status()).contains(status);
    }

    @Test
    void aNodeThatNeverRanHasNoStatusAndNoProcess() throws IOException {
        assertThat(folder.status()).isEmpty();
        assertThat(folder.process()).isEmpty();
        assertThat(folder.current()).isEmpty();
    }

    @Test
    void whatTheRunningSupervisorSaysIsCurrent() throws IOException {
        folder.started(US);
        folder.tell(status(US));

        assertThat(folder.current()).contains(status(US));
    }

    @Test
    void whatAnEndedSupervisorSaidIsNotCurrent() throws IOException, InterruptedException {
        Process process = new Scripts(state).start("touch ready; exec sleep 1000");
        ProcessIdentity ended = ProcessIdentity.of(process.toHandle());
        folder.started(ended);
        folder.tell(status(ended));
        assertThat(folder.current()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(folder.process()).isEmpty();
        assertThat(folder.current()).isEmpty();
        assertThat(folder.status()).isPresent();
    }

    @Test
    void whatAnEarlierSupervisorWithTheSamePidSaidIsNotCurrent() throws IOException {
        folder.started(US);
        folder.tell(status(new ProcessIdentity(US.pid(), US.startedMillis() - 60_000)));

        assertThat(folder.current()).isEmpty();
    }

    @Test
    void aForgottenStatusIsGone() throws IOException {
        folder.tell(status(US));

        folder.forgetStatus();
        folder.forgetStatus();

        assertThat(folder.status()).isEmpty();
    }

    @Test
    void allNodesOfAStateAreListedTheMasterFirst() throws IOException {
        Files.createDirectories(NodeFolder.of(state, "worker-2").path());
        Files.createDirectories(NodeFolder.of(state, "master").path());
        Files.createFile(state.resolve("nodes").resolve("a-file"));

        assertThat(NodeFolder.all(state)).extracting(NodeFolder::name).containsExactly("master", "worker-1", "worker-2");
        assertThat(NodeFolder.all(state.resolve("other"))).isEmpty();
    }

    private static NodeStatus status(ProcessIdentity supervisor) {
        return new NodeStatus("worker-1", supervisor, List.of(new ServiceStatus("datanode", ServiceState.READY, null, 0, "")));
    }
}
