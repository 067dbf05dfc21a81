package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessIdentityTest {
    @Test
    void aRunningProcessIsFound() {
        ProcessIdentity us = ProcessIdentity.of(ProcessHandle.current());

        assertThat(us.find()).contains(ProcessHandle.current());
        assertThat(us.runs()).isTrue();
    }

    @Test
    void theSamePidWithAnotherStartTimeIsAnotherProcess() {
        ProcessIdentity us = ProcessIdentity.of(ProcessHandle.current());

        assertThat(new ProcessIdentity(us.pid(), us.startedMillis() - 60_000).runs()).isFalse();
        assertThat(new ProcessIdentity(us.pid(), us.startedMillis() + 60_000).runs()).isFalse();
    }

    @Test
    void aMovedClockIsNoOtherProcess() {
        ProcessIdentity us = ProcessIdentity.of(ProcessHandle.current());

        assertThat(new ProcessIdentity(us.pid(), us.startedMillis() + 1_000).runs()).isTrue();
    }

    @Test
    void anEndedProcessDoesNotRun(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = new Scripts(folder).start("touch ready; exec sleep 1000");
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        assertThat(identity.runs()).isTrue();

        process.destroyForcibly().waitFor();

        assertThat(identity.runs()).isFalse();
    }
}
