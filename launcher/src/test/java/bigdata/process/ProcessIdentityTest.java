package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

    /** The shell starts a child and becomes a program that never asks for the end of its children. */
    @Test
    void aZombieDoesNotRun(@TempDir Path folder) throws IOException, InterruptedException {
        Process parent = new Scripts(folder).start("sleep 0.2 & echo $! > child; touch ready; exec sleep 1000");
        try {
            long pid = Long.parseLong(Files.readString(folder.resolve("child")).strip());
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            ProcessIdentity identity = ProcessIdentity.of(child);

            Scripts.until("the child is a zombie", () -> !identity.runs());

            assertThat(child.isAlive()).as("what the JDK says").isTrue();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }
}
