package bigdata.cli;

import bigdata.config.EffectiveConfig;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.python.PythonEnvironment;
import bigdata.suites.AllTests;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the tests, or the suites that are named, and prints one closing table. What this machine lacks (a Docker"
                + " Engine, root for network namespaces, Chromium) is skipped and told.",
        footer = {"", "Example: bigdata test unit shell"})
final class Test implements Callable<Integer> {
    private final Project project;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", arity = "0..*", description = "What to run; without it all.")
    private List<String> suites = List.of();

    @Option(names = "--list", description = "Print the suites and run none.")
    private boolean list;

    Test(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!list) {
            StateFolder.open(project);
        }
        Path folder = EffectiveConfig.load(project, Map.of()).config().pythonEnvironment();
        AllTests tests = new AllTests(project, PythonEnvironment.of(project, folder, spec.commandLine().getErr()), out);
        return (list ? tests.list() : tests.run(suites)).code();
    }
}
