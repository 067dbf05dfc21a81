package bigdata.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunnerTest {
    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();
    private Path reports;

    @BeforeEach
    void prepare() throws IOException {
        reports = Files.createDirectories(folder.resolve("reports"));
    }

    private SuiteResult run(String... scripts) throws Exception {
        List<TestRun> runs = List.of(scripts).stream()
                .map(script -> new TestRun(List.of("bash", "-c", script), folder, List.of(reports)))
                .toList();
        TestRunner runner =
                new TestRunner(folder.resolve("state"), folder.resolve("logs"), Duration.ofMinutes(1), new PrintWriter(told, true));
        return runner.run(new Suite("sample", "an example", runs), Map.of("BIGDATA_PYTHON_ENVIRONMENT", "/env"));
    }

    private static String report(int tests, int failures) {
        return "echo \"<testsuite tests='%d' failures='%d'/>\" >reports/r.xml; ".formatted(tests, failures);
    }

    @Test
    void countsTheTestsOfEveryRun() throws Exception {
        SuiteResult result = run(report(3, 0), report(4, 1) + "exit 1", report(2, 0));

        assertThat(result.tally()).isEqualTo(new Tally(8, 1, 0));
        assertThat(result.failed()).isTrue();
    }

    @Test
    void aCommandThatFailsWithoutAFailedTestIsAFailure() throws Exception {
        SuiteResult result = run(report(3, 0) + "echo compilation error; exit 1");

        assertThat(result.tally()).isEqualTo(new Tally(3, 1, 0));
        assertThat(told.toString()).contains("  | compilation error");
    }

    @Test
    void aFailedTestIsToldWithoutTheChatterAroundIt() throws Exception {
        run("echo \"<testsuite tests='1' failures='1'><testcase classname='C' name='holds'><failure>expected 2</failure>"
                + "</testcase></testsuite>\" >reports/r.xml; echo chatter; exit 1");

        assertThat(told.toString()).contains("FAILED C holds", "  | expected 2").doesNotContain("chatter");
    }

    @Test
    void aSuiteThatRanNoTestIsAFailure() throws Exception {
        SuiteResult result = run("true");

        assertThat(result.failed()).isTrue();
        assertThat(result.counted()).isEqualTo(new Tally(0, 1, 0));
        assertThat(told.toString()).contains("no test ran");
    }

    @Test
    void aReportOfAnEarlierRunIsNotCounted() throws Exception {
        Files.writeString(reports.resolve("old.xml"), "<testsuite tests='100'/>");

        assertThat(run(report(1, 0)).tally()).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void theOutputOfASuiteThatPassedStaysInItsLog() throws Exception {
        run(report(1, 0) + "echo chatter");

        assertThat(told.toString()).doesNotContain("chatter");
        assertThat(folder.resolve("logs/test-sample.log")).content().contains("chatter");
    }

    @Test
    void aSuiteHasAStateOfItsOwn() throws Exception {
        run(report(1, 0) + "env | grep ^BIGDATA_ | grep -v ^BIGDATA_REQUIRE_ | sort >seen");

        assertThat(folder.resolve("seen")).content().contains("BIGDATA_PYTHON_ENVIRONMENT=/env\nBIGDATA_STATE=" + folder.resolve("state/sample"));
    }

    @Test
    void aSuiteThatThisMachineCannotRunIsSkippedAndTold() throws Exception {
        TestRunner runner = new TestRunner(folder, folder.resolve("logs"), Duration.ofMinutes(1), new PrintWriter(told, true));

        SuiteResult result = runner.run(new Suite("sample", "an example", Optional.of("no engine"), List.of()), Map.of());

        assertThat(result.tally()).isEqualTo(new Tally(0, 0, 1));
        assertThat(result.failed()).isFalse();
        assertThat(told.toString()).contains("skipped: no engine");
    }

    /** Each would see the other's folder if both ran, and the other's report. */
    @Test
    void oneMavenAtATimeWritesIntoTheTargetFolders() throws Exception {
        Path maven = folder.resolve("maven");
        Files.writeString(maven, "#!/bin/bash\nfor i in $(seq 100); do mkdir busy || exit 1; rmdir busy; done; " + report(1, 0));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        TestRun run = new TestRun(List.of(maven.toString()), folder, List.of(reports));
        TestRunner runner = new TestRunner(folder.resolve("state"), folder.resolve("logs"), Duration.ofMinutes(1), new PrintWriter(told, true));

        List<SuiteResult> results = SideBySide.all(List.of(new Suite("first", "an example", List.of(run)),
                new Suite("second", "another", List.of(run))), runner::isBusyFor, suite -> runner.run(suite, Map.of()));

        assertThat(results).extracting(SuiteResult::tally).containsExactly(new Tally(1, 0, 0), new Tally(1, 0, 0));
    }

    @Test
    void aFolderThatIsMissingFailsItsRunAndNotTheOthers() throws Exception {
        TestRun missing = new TestRun(List.of("true"), folder.resolve("absent"), List.of(reports));
        TestRun present = new TestRun(List.of("bash", "-c", report(2, 0)), folder, List.of(reports));
        TestRunner runner =
                new TestRunner(folder, folder.resolve("logs"), Duration.ofMinutes(1), new PrintWriter(told, true));

        SuiteResult result = runner.run(new Suite("sample", "an example", List.of(missing, present)), Map.of());

        assertThat(result.tally()).isEqualTo(new Tally(2, 1, 0));
    }
}
