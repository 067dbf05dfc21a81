package bigdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.job.Clients;
import bigdata.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SubmitEndsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalToUsEndsTheApplicationToo(String signal, int exitCode) throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        Clients.script(folder.resolve("spark/bin/spark-submit"), "echo $$ >" + pid + ".new && mv " + pid + ".new " + pid + "; exec sleep 600");
        Path application = Files.createFile(folder.resolve("app.py"));
        // A background job of a script ignores Ctrl-C, and so would whatever it starts; a person's command does not.
        Process us = new ProcessBuilder("env", "--default-signal=INT,TERM", System.getProperty("java.home") + "/bin/java",
                "-cp", System.getProperty("java.class.path"),
                SubmitUnderTest.class.getName(), folder.toString(), application.toString()).inheritIO().start();
        try {
            ProcessHandle driver = driver(us, pid);

            new ProcessBuilder("kill", "-" + signal, String.valueOf(us.pid())).start().waitFor();

            assertThat(us.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(us.exitValue()).isEqualTo(exitCode);
            assertThat(ProcessIdentity.runs(driver)).isFalse();
        } finally {
            us.descendants().forEach(ProcessHandle::destroyForcibly);
            us.destroyForcibly();
        }
    }

    private static ProcessHandle driver(Process us, Path pid) throws IOException, InterruptedException {
        while (!Files.exists(pid)) {
            assertThat(us.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }
}
