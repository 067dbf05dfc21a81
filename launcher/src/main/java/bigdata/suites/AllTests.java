package bigdata.suites;

import bigdata.ExitStatus;
import bigdata.config.Keys;
import bigdata.config.Project;
import bigdata.python.Installed;
import bigdata.python.PythonEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs the suites that a person asked for, all of them without a wish, and tells what came of it. */
public final class AllTests {
    private static final Duration LIMIT_OF_A_COMMAND = Duration.ofMinutes(45); // two suites share the cores

    private final Project project;
    private final PythonEnvironment environment;
    private final PrintWriter out;
    private final Path toolsFolder;
    private final Suites suites;

    /**
     * @param environment the cluster's Python environment, which the tests use and never change
     * @param out for a person; its last line is {@code N passed, N failed, N skipped}
     */
    public AllTests(Project project, PythonEnvironment environment, PrintWriter out) {
        this.project = project;
        this.environment = environment;
        this.out = out;
        this.toolsFolder = project.state().resolve("python-test");
        this.suites = new Suites(project.home(), project.logs().resolve("test-reports"), toolsFolder);
    }

    public ExitStatus list() {
        for (Suite suite : known()) {
            out.printf("%-10s %s%n", suite.name(), suite.about());
        }
        return ExitStatus.SUCCESS;
    }

    /**
     * Runs suites, two at a time and begun in the order in which they are known.
     *
     * @param names of the suites; none means all
     * @return failure if any test failed or any suite ran none
     */
    public ExitStatus run(List<String> names) {
        List<Suite> wanted = wanted(names);
        Installed installed = environment.ensure();
        Path lock = project.home().resolve("work_dir").resolve("requirements-test.txt");
        PythonEnvironment.above(installed, toolsFolder, lock, out).ensure();
        TestRunner runner = new TestRunner(project.state().resolve("test"), project.logs(), LIMIT_OF_A_COMMAND, out);
        Map<String, String> settings = Map.of("BIGDATA_PYTHON_ENVIRONMENT", installed.folder().toString(),
                "BIGDATA_TEST_SPARK_HOME", installed.sparkHome().toString(),
                "BIGDATA_IMAGE", Suites.IMAGE,
                Keys.SPARK_JAVA_OPTIONS.variable(), "-XX:TieredStopAtLevel=1"); // the jobs of tests end before a second compiler pays
        List<SuiteResult> results;
        try {
            results = SideBySide.all(wanted, runner::isBusyFor, suite -> runner.run(suite, settings));
        } catch (IOException failure) {
            throw new TestsFailed(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new TestsFailed(interrupt);
        }
        new ClosingTable(results).print(out);
        return results.stream().anyMatch(SuiteResult::failed) ? ExitStatus.FAILURE : ExitStatus.SUCCESS;
    }

    private List<Suite> wanted(List<String> names) {
        List<String> known = known().stream().map(Suite::name).toList();
        List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSuite(unknown, known);
        }
        return known().stream().filter(suite -> names.isEmpty() || names.contains(suite.name())).toList();
    }

    private List<Suite> known() {
        try {
            return suites.all();
        } catch (IOException failure) {
            throw new TestsFailed(failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new TestsFailed(interrupt);
        }
    }
}
