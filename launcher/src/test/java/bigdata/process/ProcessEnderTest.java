package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessEnderTest {
    private static final String LOOP = "while :; do sleep 1; done";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    @AfterEach
    void endWhatATestLeft() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aProcessThatHeedsTermEndsByItself() throws IOException, InterruptedException {
        Process process = new Scripts(folder).start("trap 'exit 7' TERM; touch ready; " + LOOP);

        assertThat(ProcessEnder.end(List.of(process.toHandle()), LONG)).isEmpty();

        assertThat(process.waitFor()).isEqualTo(7);
    }

    @Test
    void aProcessThatIgnoresTermIsKilledAfterItsGrace() throws IOException, InterruptedException {
        Process process = new Scripts(folder).start("trap '' TERM; touch ready; " + LOOP);

        assertThat(ProcessEnder.end(List.of(process.toHandle()), SHORT)).containsExactly(process.toHandle());

        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void theChildrenOfAProcessEndWithIt() throws IOException, InterruptedException {
        Scripts scripts = new Scripts(folder);
        Process process = scripts.start("sh -c 'trap \"\" TERM; echo $$ > child; touch ready; " + LOOP + "' & wait");
        ProcessHandle child = scripts.written("child");

        assertThat(ProcessEnder.end(List.of(process.toHandle()), LONG)).as("the child does not count as killed").isEmpty();

        assertThat(ProcessIdentity.runs(process.toHandle())).isFalse();
        Scripts.until("the child ended", () -> !ProcessIdentity.runs(child));
    }

    @Test
    void aChildThatAppearsWhileItsParentIgnoresTermEndsToo() throws IOException, InterruptedException {
        Scripts scripts = new Scripts(folder);
        Process process = scripts.start("trap 'sleep 1000 & echo $! > late' TERM; touch ready; while :; do sleep 0.1; done");

        ProcessEnder.end(List.of(process.toHandle()), Duration.ofSeconds(5));

        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("late")).strip()))
                .ifPresent(late -> assertThat(ProcessIdentity.runs(late)).isFalse());
    }

    @Test
    void aProcessThatHasEndedIsNothingToDo() throws IOException, InterruptedException {
        Process process = new Scripts(folder).start("touch ready");
        process.waitFor();

        assertThat(ProcessEnder.end(List.of(process.toHandle()), LONG)).isEmpty();
    }

    @Test
    void anInterruptEndsTheWait() throws IOException, InterruptedException {
        Process process = new Scripts(folder).start("trap '' TERM; touch ready; " + LOOP);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ProcessEnder.end(List.of(process.toHandle()), LONG)).isInstanceOf(InterruptedException.class);
    }
}
