package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
    @TempDir
    private Path logs;

    @Test
    void theFileIsNamedForTheTimeAndTheJob() {
        Path file = JobLog.create(logs, "My job/№ 1").file();

        assertThat(file).exists().hasParent(logs.resolve("jobs"));
        assertThat(file.getFileName().toString()).matches("\\d{8}-\\d{6}-\\d{3}-My_job_1\\.log");
    }

    @Test
    void theTailIsWhatWasGraveWithoutTheFramesOfStackTraces() throws IOException {
        JobLog log = JobLog.create(logs, "job");
        Files.writeString(log.file(), """
                2026-11-22 14:02:35.620 INFO SparkContext: started
                2026-11-22 14:02:36.620 ERROR TaskSetManager: Task 1 failed 4 times; aborting job
                java.lang.IllegalStateException: on purpose
                \tat J.main(J.java:7)
                \t... 11 more
                2026-11-22 14:02:37.620 INFO SparkContext: stopped
                """);

        assertThat(log.tail()).containsExactly("2026-11-22 14:02:36.620 ERROR TaskSetManager: Task 1 failed 4 times; aborting job",
                "java.lang.IllegalStateException: on purpose");
    }

    @Test
    void theTailOfALogWithoutWarningsIsItsLastLines() throws IOException {
        JobLog log = JobLog.create(logs, "job");
        Files.writeString(log.file(), "2026-11-22 14:02:35.620 INFO A: line\n".repeat(40) + "2026-11-22 14:02:36.000 INFO A: last\n");

        assertThat(log.tail()).hasSize(15).endsWith("2026-11-22 14:02:36.000 INFO A: last");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(logs.resolve("file"));

        assertThatThrownBy(() -> JobLog.create(file, "job")).isInstanceOf(JobLogException.class).hasMessageContaining(file.toString());
    }
}
