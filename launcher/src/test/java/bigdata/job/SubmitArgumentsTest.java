package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitArgumentsTest {
    @Test
    void theApplicationIsTheFirstWordThatIsNeitherAnOptionNorItsValue() {
        SubmitArguments arguments = SubmitArguments.parse(
                List.of("--class", "a.B", "--conf=x=y", "-v", "--executor-memory", "1g", "job.jar", "--class", "in out"));

        assertThat(arguments.application()).contains("job.jar");
        assertThat(arguments.options()).containsExactly("--class", "a.B", "--conf=x=y", "-v", "--executor-memory", "1g");
        assertThat(arguments.arguments()).containsExactly("--class", "in out");
    }

    @Test
    void withoutAnApplicationEverythingIsAnOption() {
        assertThat(SubmitArguments.parse(List.of("--version")).application()).isEmpty();
        assertThat(SubmitArguments.parse(List.of("--class")).application()).isEmpty();
    }

    @Test
    void theLastOfAnOptionGivenTwiceCounts() {
        SubmitArguments arguments = SubmitArguments.parse(List.of("--deploy-mode", "client", "--deploy-mode=cluster", "a.py"));

        assertThat(arguments.option("--deploy-mode")).contains("cluster");
    }

    @Test
    void onlyAnApplicationOfThisMachineCanBeMissing(@TempDir Path folder) throws IOException {
        Path there = Files.createFile(folder.resolve("there.py"));

        assertThat(SubmitArguments.parse(List.of(there.toString())).missingFile()).isEmpty();
        assertThat(SubmitArguments.parse(List.of(there.toUri().toString())).missingFile()).isEmpty();
        assertThat(SubmitArguments.parse(List.of("hdfs:///jobs/a.jar")).missingFile()).isEmpty();
        assertThat(SubmitArguments.parse(List.of(folder + "/gone.jar")).missingFile()).contains(folder.resolve("gone.jar"));
        assertThat(SubmitArguments.parse(List.of(folder.toString())).missingFile()).contains(folder);
    }

    @Test
    void aJobIsCalledByItsNameOptionOrItsFile() {
        assertThat(SubmitArguments.parse(List.of("/x/score.py")).jobName()).isEqualTo("score");
        assertThat(SubmitArguments.parse(List.of("--name", "Nightly", "/x/score.py")).jobName()).isEqualTo("Nightly");
        assertThat(SubmitArguments.parse(List.of("hdfs:///jobs/a-1.0.jar")).jobName()).isEqualTo("a-1.0");
    }
}
