package bigdata.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    private Path state;

    @Test
    void aSecretIs256RandomBitsThatStayTheSame() {
        String secret = Secrets.in(state).spark();

        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(Secrets.in(state).spark()).isEqualTo(secret);
    }

    @Test
    void everyNameAndEveryClusterHasItsOwn() {
        assertThat(List.of(Secrets.in(state).spark(), Secrets.in(state).named("jupyter"),
                Secrets.in(state.resolve("other")).spark())).doesNotHaveDuplicates();
    }

    @Test
    void aNewSecretTakesThePlaceOfTheOldOneForItsOwnerAlone() throws IOException {
        String old = Secrets.in(state).named("jupyter");

        Secrets.in(state).renew("jupyter");

        assertThat(Secrets.in(state).named("jupyter")).matches("[0-9a-f]{64}").isNotEqualTo(old);
        assertThat(mode(Secrets.in(state).file("jupyter"))).isEqualTo("rw-------");
    }

    @Test
    void filesAndFolderAreForTheirOwnerAlone() throws IOException {
        Secrets.in(state).spark();

        assertThat(mode(state.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(mode(state.resolve("secrets/spark"))).isEqualTo("rw-------");
        assertThat(state.resolve("secrets").toFile().list()).containsExactly("spark");
    }

    @ParameterizedTest(name = "mode {0}")
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx-----x"})
    void aFileThatOthersCanReachIsRefusedWithTheWayOut(String mode) throws IOException {
        String secret = Secrets.in(state).spark();
        Path file = state.resolve("secrets/spark");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> Secrets.in(state).spark())
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("chmod 600 " + file)
                .hasMessageNotContaining(secret);
    }

    @Test
    void aFolderThatOthersCanReachIsRefusedWithTheWayOut() throws IOException {
        Path folder = Files.createDirectory(state.resolve("secrets"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> Secrets.in(state).spark())
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("chmod 700 " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has a blank in it, which no secret of ours ever has"})
    void aFileWithoutASecretIsRefusedAndNotRepeated(String content) throws IOException {
        Secrets.in(state).spark();
        Path file = Files.writeString(state.resolve("secrets/spark"), content);

        assertThatThrownBy(() -> Secrets.in(state).spark())
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith(file + " holds no secret")
                .satisfies(refused -> assertThat(content.isEmpty() || !refused.getMessage().contains(content)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "", ".hidden", "A"})
    void aNameThatIsNoFileNameIsRefused(String name) {
        assertThatThrownBy(() -> Secrets.in(state).named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextFormTellsNoSecret() {
        Secrets secrets = Secrets.in(state);

        assertThat(secrets.toString()).doesNotContain(secrets.spark()).contains(state.toString());
    }

    @Test
    void processesThatAskAtOnceGetTheSame() throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                processes.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), AskManyTimes.class.getName(), state.toString())
                        .redirectErrorStream(true)
                        .start());
            }
            List<String> answers = new ArrayList<>();
            for (Process process : processes) {
                answers.add(new String(process.getInputStream().readAllBytes()));
                assertThat(process.waitFor()).as(answers.toString()).isZero();
            }
            assertThat(answers.get(0)).hasLineCount(AskManyTimes.SECRETS);
            assertThat(answers).containsOnly(answers.get(0));
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    /** Prints secrets one after another, so that processes meet at some of them. */
    static final class AskManyTimes {
        static final int SECRETS = 100;

        private AskManyTimes() {}

        public static void main(String[] args) {
            for (int i = 0; i < SECRETS; i++) {
                System.out.println(Secrets.in(Path.of(args[0])).named("s" + i));
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
