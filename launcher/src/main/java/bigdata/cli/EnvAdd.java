package bigdata.cli;

import bigdata.cluster.ComposeCluster;
import bigdata.cluster.RunningCluster;
import bigdata.config.EffectiveConfig;
import bigdata.config.Project;
import bigdata.deployment.compose.ComposeProject;
import bigdata.environment.EnvironmentAddition;
import bigdata.environment.InsideContainerException;
import bigdata.environment.NodesHere;
import bigdata.environment.NodesInContainers;
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

/** The verb {@code env add}. */
@Command(name = "add", mixinStandardHelpOptions = true,
        description = {"Adds libraries to work_dir/pyproject.toml, locks them with all that they need, and installs them on every node; in"
            + " containers it builds the image anew and restarts the cluster, and asks first. What fails leaves everything as it was."},
        footer = {"", "Example:", "  bigdata env add humanize 'polars>=1'"})
final class EnvAdd implements Callable<Integer> {
    private final Project project;

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", description = "Its name, with a version if one is needed: 'polars>=1'.")
    private List<String> packages;

    @Option(names = "--yes", description = "Do not ask before the cluster in containers is restarted.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    EnvAdd(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (RunningCluster.isInside(project)) {
            throw new InsideContainerException("env add " + String.join(" ", packages));
        }
        PrintWriter out = spec.commandLine().getOut();
        Path environment = EffectiveConfig.load(project, Map.of()).config().pythonEnvironment();
        ComposeProject compose = ComposeProject.of(project);
        EnvironmentAddition.Nodes nodes = compose.nodes().isEmpty() ? new NodesHere(project, environment, out)
                : new NodesInContainers(compose, new ComposeCluster(project, out), () -> yes || new Confirmation(spec.commandLine().getErr())
                        .of("Build the image and restart the cluster? Jobs and notebooks that run will end."), out);
        boolean added = new EnvironmentAddition(project, environment, nodes, out).add(packages);
        out.println(added ? "Added " + String.join(", ", packages) + "; `bigdata env check` imports every library on every node."
                : String.join(", ", packages) + ": listed already");
        return 0;
    }
}
