package bigdata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnvironmentTest {
    private static final String LOCK = "alpha==1.0 \\\n    --hash=sha256:aa\nuv==0.1 \\\n    --hash=sha256:bb\n";

    @TempDir
    Path temporary;

    private final StringWriter progress = new StringWriter();
    private Path folder;
    private Path lock;
    private FakePython python;

    @BeforeEach
    void prepare() throws IOException {
        folder = temporary.resolve("state").resolve("python");
        lock = Files.writeString(temporary.resolve("requirements.txt"), LOCK);
        python = FakePython.in(temporary.resolve("machine"), "3.12.4");
    }

    private PythonEnvironment environment() {
        return environment(python);
    }

    private PythonEnvironment environment(FakePython interpreter) {
        return new PythonEnvironment(folder, lock, interpreter.path(), new PrintWriter(progress, true));
    }

    @Test
    void isInstalledOnceAndThenFound() throws IOException {
        Installed first = environment().ensure();
        Installed second = environment().ensure();

        assertThat(second).isEqualTo(first);
        assertThat(environment().check()).contains(first);
        assertThat(python.installations()).isEqualTo(1);
    }

    @Test
    void tellsWhereItsPartsAre() {
        Installed installed = environment().ensure();

        assertThat(installed.python()).isEqualTo(folder.resolve("bin/python")).isExecutable();
        assertThat(installed.sparkHome()).isEqualTo(folder.resolve("lib/python3.12/site-packages/pyspark"));
        assertThat(installed.pythonVersion()).isEqualTo("3.12.4");
    }

    @Test
    void saysBeforehandWhatItWillDownload() {
        environment().ensure();

        assertThat(progress.toString().lines().findFirst()).hasValueSatisfying(
                line -> assertThat(line).contains(folder.toString(), "GB to download", "GB on disk"));
    }

    @Test
    void isNotThereBeforeItIsInstalled() {
        assertThat(environment().check()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void isReplacedWhenTheLockHasChanged() throws IOException {
        Path old = Files.createFile(environment().ensure().packages().resolve("of-the-old-lock"));
        Files.writeString(lock, LOCK.replace("alpha==1.0", "alpha==2.0"));

        assertThat(environment().check()).isEmpty();
        environment().ensure();

        assertThat(old).doesNotExist();
        assertThat(python.installations()).isEqualTo(2);
    }

    @Test
    void isReplacedWhenTheMachineHasAnotherPython() throws IOException {
        environment().ensure();
        FakePython newer = FakePython.in(temporary.resolve("newer"), "3.13.1");

        assertThat(environment(newer).ensure().pythonVersion()).isEqualTo("3.13.1");
        assertThat(newer.installations()).isEqualTo(1);
    }

    @Test
    void isKeptWhenPythonWasOnlyPatched() throws IOException {
        Installed installed = environment().ensure();
        FakePython patched = FakePython.in(temporary.resolve("patched"), "3.12.9");

        assertThat(environment(patched).ensure()).isEqualTo(installed);
        assertThat(patched.installations()).isZero();
    }

    @Test
    void isReplacedWhenItsPythonHasGone() throws IOException {
        environment().ensure();
        Files.delete(python.path());
        FakePython other = FakePython.in(temporary.resolve("other"), "3.12.4");

        assertThat(environment(other).check()).isEmpty();
        assertThat(environment(other).ensure().python()).isExecutable();
    }

    @Test
    void aFailedInstallationTellsTheLastWordsAndLeavesTheOldEnvironment() throws IOException {
        Path old = Files.createFile(environment().ensure().packages().resolve("of-the-old-lock"));
        Files.writeString(lock, LOCK.replace("alpha==1.0", "alpha==2.0"));
        python.failSaying("error: No space left on device (os error 28)\n");

        assertThatThrownBy(() -> environment().ensure())
                .isInstanceOf(PythonEnvironmentException.class)
                .hasMessageContaining("No space left on device");
        assertThat(old).exists();
        assertThat(environment().check()).isEmpty();
    }

    @Test
    void aFailedInstallationSucceedsOnceItsCauseIsGone() throws IOException {
        python.failSaying("error: offline\n");
        assertThatThrownBy(() -> environment().ensure()).hasMessageContaining("error: offline");
        python.behave();

        environment().ensure();

        assertThat(environment().check()).isPresent();
    }

    @Test
    void aKilledInstallationIsNotTakenForDoneAndLeavesNothingBehindInTheEnd() throws Exception {
        python.dieInTheMiddle();
        Process killed = otherProcess();
        assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(killed.exitValue()).isNotZero();
        assertThat(environment().check()).isEmpty();
        python.behave();

        environment().ensure();

        try (Stream<Path> left = Files.list(folder.getParent())) {
            assertThat(left).containsExactlyInAnyOrder(folder, folder.resolveSibling("python.lock"));
        }
    }

    @Test
    void twoProcessesAtOnceInstallOnce() throws Exception {
        List<Process> both = List.of(otherProcess(), otherProcess());
        for (Process process : both) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertThat(python.installations()).isEqualTo(1);
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndUntouched() throws IOException {
        Path theirs = Files.writeString(Files.createDirectories(folder).resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> environment().ensure())
                .isInstanceOf(PythonEnvironmentException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("python.environment");
        assertThat(theirs).hasContent("years of work");
    }

    @Test
    void withoutPythonItSaysHowToInstallOne() {
        PythonEnvironment environment = new PythonEnvironment(folder, lock, Path.of(""), new PrintWriter(progress));

        assertThatThrownBy(environment::ensure)
                .isInstanceOf(PythonEnvironmentException.class)
                .hasMessageContainingAll("3.11", "apt-get install", "dnf install", "brew install");
    }

    @Test
    void oneAboveAnotherSeesItsLibraries() throws IOException {
        Installed base = environment().ensure();
        Path above = folder.resolveSibling("python-test");

        Installed installed = PythonEnvironment.above(base, above, lock, new PrintWriter(progress)).ensure();

        assertThat(installed.packages().resolve("base.pth")).content().isEqualToIgnoringNewLines(base.packages().toString());
    }

    private Process otherProcess() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), InstallingProcess.class.getName(),
                folder.toString(), lock.toString(), python.path().toString()).inheritIO().start();
    }
}
