package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
    @TempDir
    private Path logs;

    @Test
    void theFileIsOursAndNamedForTheTimeAndTheJob() throws IOException {
        Path file = JobLog.create(logs, "My job/№ 1").file();

        assertThat(file).exists().hasParent(logs.resolve("jobs"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.getFileName().toString()).matches("\\d{8}-\\d{6}-\\d{3}-My_job_1\\.log");
    }

    @Test
    void aNewLogTakesThePlaceOfThoseThatAreOldOrTooMany() throws IOException {
        Path jobs = Files.createDirectories(logs.resolve("jobs"));
        Instant now = Instant.now();
        for (int hours = 0; hours < 502; hours++) {
            touch(jobs.resolve(hours + "-hours.log"), now.minus(Duration.ofHours(hours)));
        }
        touch(jobs.resolve("notes.txt"), now.minus(Duration.ofDays(365)));
        JobLog.create(logs, "many");
        assertThat(jobs.resolve("499-hours.log")).exists();
        assertThat(jobs.resolve("500-hours.log")).doesNotExist();
        assertThat(jobs.resolve("501-hours.log")).doesNotExist();
        assertThat(jobs.resolve("notes.txt")).as("not ours").exists();

        touch(jobs.resolve("0-hours.log"), now.minus(Duration.ofDays(31)));
        JobLog.create(logs, "old");
        assertThat(jobs.resolve("0-hours.log")).doesNotExist();
        assertThat(jobs.resolve("1-hours.log")).exists();
    }

    private static void touch(Path file, Instant lastLine) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, FileTime.from(lastLine));
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
