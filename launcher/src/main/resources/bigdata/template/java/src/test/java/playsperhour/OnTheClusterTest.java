package playsperhour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built jar on the cluster that is up. README.md says how to run it; {@code mvn package} alone leaves it out. */
@Tag("cluster")
class OnTheClusterTest {
    @Test
    void theSampleLogIsCountedByHour() throws IOException, InterruptedException {
        String output = "/tmp/plays-per-hour-" + ProcessHandle.current().pid();
        try {
            bigdata("submit", "--class", "playsperhour.PlaysPerHourJob", "target/plays-per-hour-1.0.jar", "/tmp/data/test_log2.csv", output);
            assertThat(bigdata("fs", "-cat", output + "/part-*").lines()).startsWith("hourOfDay;plays").hasSizeBetween(2, 25);
        } finally {
            bigdata("fs", "-rm", "-r", "-f", "-skipTrash", output);
        }
    }

    /** Runs a command, which is on PATH in {@code bigdata shell} and in containers, and returns what it printed. */
    private static String bigdata(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bigdata"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return printed;
    }
}
