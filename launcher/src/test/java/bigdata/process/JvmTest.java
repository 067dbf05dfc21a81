package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JvmTest {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    /** A program that prints what it was given. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] arguments) {
            System.out.println(System.getProperty("given"));
            System.out.println(String.join("|", arguments));
            System.out.println(Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    @Test
    void optionsReachTheJvmAsTheyAreWhateverIsInThem() throws IOException, InterruptedException {
        String odd = "a \"quoted\" word, a \\ and 'more' # no comment";
        Jvm jvm = new Jvm(HOME, folder.resolve("with space").resolve("echo.jvm"), 32).option("-Dgiven=" + odd);

        List<String> printed = run(jvm.command(List.of(Path.of("target", "test-classes")), Echo.class.getName(), List.of("one", "two three")));

        assertThat(printed).startsWith(odd, "one|two three");
        assertThat(Integer.parseInt(printed.get(2))).isBetween(16, 32);
    }

    @Test
    void theCommandItselfIsShort() throws IOException {
        Path file = folder.resolve("echo.jvm");

        List<String> command = new Jvm(HOME, file, 32).command(List.of(Path.of("a.jar"), Path.of("b.jar")), "Main", List.of("x"));

        assertThat(command).containsExactly(HOME + "/bin/java", "@" + file, "Main", "x");
        assertThat(file).content().contains("\"-cp\"\n\"a.jar:b.jar\"");
    }

    @Test
    void theJarsOfAFolderComeInAFixedOrder() throws IOException {
        for (String name : List.of("b.jar", "a.jar", "c.txt")) {
            Files.createFile(folder.resolve(name));
        }

        assertThat(Jvm.jars(folder)).containsExactly(folder.resolve("a.jar"), folder.resolve("b.jar"));
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.lines().toList();
    }
}
