package bigdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.job.Clients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PassedOnTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void wordsForTheProgramAreNotRead() throws IOException {
        Clients.script(folder.resolve("home/hadoop/bin/hdfs"), "for word; do echo \"$word\"; done >" + folder + "/words; exit 5");

        int code = execute("fs", "-D", "a=b", "-ls", "--help", "-h", "--", "@" + folder + "/words", "", "x y");

        assertThat(code).isEqualTo(5);
        assertThat(Files.readAllLines(folder.resolve("words"))).containsExactly(
                "dfs", "-D", "a=b", "-ls", "--help", "-h", "--", "@" + folder + "/words", "", "x y");
    }

    @Test
    void helpFirstIsOurs() {
        assertThat(execute("fs", "--help")).isZero();
        assertThat(out.toString()).contains("bigdata fs ARG...", "Example:");
        assertThat(execute("submit", "--help")).isZero();
        assertThat(out.toString()).contains("bigdata submit [SPARK-SUBMIT OPTIONS] APP [ARG...]");
        assertThat(execute("shell", "--help")).isZero();
        assertThat(out.toString()).contains("bigdata shell -- COMMAND [ARG...]");
    }

    @Test
    void theShellPassesTheExitCodeOfWhatItRuns() throws IOException {
        Clients.script(folder.resolve("home/hadoop/bin/hdfs"), "exit 9");

        assertThat(execute("shell", "--", "hdfs")).isEqualTo(9);
        assertThat(execute("shell", "bash", "-c", "hdfs; exit $(($? + 1))")).isEqualTo(10);
        assertThat(execute("shell", "no-such-program")).isEqualTo(127);
    }

    private int execute(String... words) {
        return new CommandLine(new Main())
                .addSubcommand(new Fs(() -> Clients.in(folder)))
                .addSubcommand(new Submit(() -> Clients.in(folder)))
                .addSubcommand(new Shell(() -> Clients.in(folder)))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(out, true))
                .execute(words);
    }
}
