package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ProcessSpecTest {
    @TempDir
    private Path folder;

    @Test
    void itRunsInItsFolderAndAppendsAllItPrintsToItsFile() throws IOException, InterruptedException {
        Path output = folder.resolve("logs").resolve("out");
        ProcessSpec spec = spec("pwd; echo trouble >&2; exit 3", Map.of(), output);

        assertThat(spec.run()).isEqualTo(3);
        assertThat(spec.run()).isEqualTo(3);

        String once = folder.resolve("work").toRealPath() + "\ntrouble\n";
        assertThat(output).hasContent(once + once);
    }

    @Test
    void itNeverWaitsForInput() throws IOException, InterruptedException {
        Path output = folder.resolve("out");

        assertThat(spec("cat; echo end", Map.of(), output).run()).isZero();

        assertThat(output).hasContent("end");
    }

    /** This JVM starts another whose environment holds the foreign variables: nobody can change their own. */
    @Test
    void variablesOfAnotherInstallationDoNotReachItUnlessGiven() throws IOException, InterruptedException {
        ProcessBuilder other = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
                "-cp", System.getProperty("java.class.path"), Inheriting.class.getName(), folder.toString());
        other.environment().putAll(Map.of("SPARK_HOME", "/foreign", "HADOOP_CONF_DIR", "/foreign", "PYSPARK_PYTHON", "/foreign",
                "HARMLESS", "stays"));

        assertThat(other.inheritIO().start().waitFor()).isZero();

        assertThat(Files.readAllLines(folder.resolve("out"))).contains("HARMLESS=stays", "SPARK_HOME=/ours")
                .noneMatch(line -> line.contains("/foreign"));
    }

    /** Starts {@code env} with one variable of ours. */
    static final class Inheriting {
        private Inheriting() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            new ProcessSpec(List.of("env"), Map.of("SPARK_HOME", "/ours"), folder, folder.resolve("out")).run();
        }
    }

    @ParameterizedTest
    @CsvSource({"SPARK_HOME,true", "PYSPARK_PYTHON,true", "HADOOP_HOME,true", "HDFS_NAMENODE_USER,true", "YARN_CONF_DIR,true",
            "HIVE_CONF_DIR,true", "JUPYTER_TOKEN,true", "IPYTHONDIR,true", "PATH,false", "JAVA_HOME,false", "MY_SPARK_HOME,false"})
    void whatSteersAnotherSparkOrHadoopIsForeign(String variable, boolean foreign) {
        assertThat(ProcessSpec.isForeign(variable)).isEqualTo(foreign);
    }

    @Test
    void anInterruptEndsWhatRuns() throws InterruptedException {
        Scripts scripts = new Scripts(folder);
        Thread runner = new Thread(() -> assertThatThrownBy(() -> scripts.spec("echo $$ > pid; touch ready; exec sleep 1000").run())
                .isInstanceOf(InterruptedException.class));
        runner.start();
        Scripts.until("the script runs", () -> Files.exists(folder.resolve("ready")));

        runner.interrupt();
        runner.join();

        Scripts.until("the script ended", () -> ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aProcessWithoutACommandIsRefused() {
        assertThatThrownBy(() -> new ProcessSpec(List.of(), Map.of(), folder, folder.resolve("out")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ProcessSpec spec(String script, Map<String, String> variables, Path output) {
        return new ProcessSpec(List.of("/bin/sh", "-c", script), variables, folder.resolve("work"), output);
    }
}
