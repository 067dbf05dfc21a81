package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.ExitStatus;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();
    private Path application;

    @BeforeEach
    void application() throws IOException {
        application = Files.createFile(folder.resolve("score.py"));
    }

    @Test
    void sparkSubmitGetsEveryWordAsItIs() throws IOException, InterruptedException {
        sparkSubmit("for word; do echo \"<$word>\"; done >" + folder + "/words");

        submission(false).run(List.of("--name", "two words", application.toString(), "--help", "a  b", "$HOME", "\"q\""));

        assertThat(Files.readAllLines(folder.resolve("words"))).containsExactly("<--properties-file>",
                "<" + folder.resolve("conf/spark/spark-defaults.conf") + ">", "<--name>", "<two words>", "<" + application + ">", "<--help>", "<a  b>", "<$HOME>", "<\"q\">");
    }

    @Test
    void aTerminalGetsAProgressLine() {
        assertThat(submission(true).command(List.of("a.py"))).containsSubsequence("--conf", "spark.ui.showConsoleProgress=true", "a.py");
        assertThat(submission(false).command(List.of("a.py"))).noneMatch(word -> word.contains("Progress"));
    }

    @Test
    void aSuccessTellsTheLogAndNothingElse() throws IOException, InterruptedException {
        sparkSubmit("exit 0");

        assertThat(submission(false).run(List.of(application.toString()))).isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.toString().lines()).singleElement().asString()
                .startsWith("bigdata: Spark's log of this job: " + folder.resolve("logs/jobs")).endsWith("-score.log");
    }

    @Test
    void aFailureTellsItsCodeTheEndOfTheLogAndTheException() throws IOException, InterruptedException {
        sparkSubmit("""
                log=$(echo "$SPARK_SUBMIT_OPTS" | sed 's/.*-Dbigdata.job.log=\\([^"]*\\)".*/\\1/')
                echo '2026-11-22 14:02:36.620 ERROR TaskSetManager: Task 1 failed' >"$log"
                echo 'Exception in thread "main" java.io.IOException: no space' >&2
                exit 3
                """);

        assertThat(submission(false).run(List.of(application.toString())).code()).isEqualTo(3);
        assertThat(told.toString()).contains("  2026-11-22 14:02:36.620 ERROR TaskSetManager: Task 1 failed\n")
                .endsWith("bigdata: score ended with exit code 3: java.io.IOException: no space\n");
    }

    @Test
    void aMissingApplicationIsToldBeforeAnythingStarts() {
        assertThatThrownBy(() -> submission(false).run(List.of("--class", "A", folder + "/gone.jar")))
                .isInstanceOf(ApplicationMissingException.class).hasMessageContaining(folder + "/gone.jar is not a file");
        assertThat(folder.resolve("logs")).doesNotExist();
    }

    @Test
    void clusterDeployModeIsWrongUsage() {
        assertThatThrownBy(() -> submission(false).run(List.of("--deploy-mode", "cluster", application.toString())))
                .isInstanceOfSatisfying(ClusterDeployModeException.class, e -> assertThat(e.exitStatus()).isEqualTo(ExitStatus.USAGE));
    }

    @Test
    void theGeneratorRunsOnEveryCoreThatIsThereAndGetsOnlyWhatWasAsked() throws IOException {
        List<String> words = generatorWords("""
                {"workers": [{"state": "ALIVE", "cores": 2}, {"state": "ALIVE", "cores": 2}]}""");
        String jar = folder + "/home/work_dir/java_apps/loggen/target/loggen-1.0.jar";

        assertThat(words.subList(0, words.indexOf(jar))).containsSubsequence("--class", "bigdata.loggen.LogGenerator")
                .containsSubsequence("--conf", "spark.cores.max=4");
        assertThat(words.subList(words.indexOf(jar) + 1, words.size()))
                .containsExactly("--plays", "1000", "--dirt", "0.005", "--overwrite", "/demo");
    }

    private List<String> generatorWords(String master) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/json/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(master.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            URI masterUi = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return new Generation(1000L, null, null, 0.005, null, true, "/demo").submitArguments(Clients.in(folder, masterUi));
        } finally {
            server.stop(0);
        }
    }

    private Submission submission(boolean terminal) {
        return new Submission(Clients.in(folder), new PrintWriter(told, true), terminal);
    }

    private void sparkSubmit(String script) throws IOException {
        Clients.script(folder.resolve("spark/bin/spark-submit"), script);
    }
}
