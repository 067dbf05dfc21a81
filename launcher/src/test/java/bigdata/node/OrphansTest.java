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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OrphansTest {
    @TempDir
    private Path state;

    private NodeFolder folder;
    private Process service;

    @BeforeEach
    void aServiceWithoutSupervisor() throws IOException, InterruptedException {
        folder = NodeFolder.of(state, "worker-1");
        Files.createDirectories(folder.path());
        service = new Scripts(state).start("touch ready; exec sleep 1000");
    }

    @AfterEach
    void endIt() {
        service.destroyForcibly();
    }

    @Test
    void servicesOfTheLastStatusThatStillRunAreOrphansAndAreEnded() throws IOException, InterruptedException {
        tell(ProcessIdentity.of(service.toHandle()));
        assertThat(Orphans.of(folder)).containsExactly(service.toHandle());

        Orphans.end(folder);

        assertThat(ProcessIdentity.runs(service.toHandle())).isFalse();
        assertThat(Orphans.of(folder)).isEmpty();
    }

    @Test
    void aStrangerWithThePidOfAServiceIsLeftAlone() throws IOException, InterruptedException {
        ProcessIdentity stranger = ProcessIdentity.of(service.toHandle());
        tell(new ProcessIdentity(stranger.pid(), stranger.startedMillis() - 60_000));

        Orphans.end(folder);

        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void aServiceWithoutAProcessAndANodeWithoutAStatusLeaveNothing() throws IOException {
        assertThat(Orphans.of(folder)).isEmpty();

        tell(null);

        assertThat(Orphans.of(folder)).isEmpty();
    }

    private void tell(ProcessIdentity process) throws IOException {
        ProcessIdentity us = ProcessIdentity.of(ProcessHandle.current());
        folder.tell(new NodeStatus("worker-1", us, List.of(new ServiceStatus("datanode", ServiceState.READY, process, 0, ""))));
    }
}
