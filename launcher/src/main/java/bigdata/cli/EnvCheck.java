package bigdata.cli;

import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.environment.EnvironmentCheck;
import bigdata.job.Submission;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code env check}. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = {"Imports every library that work_dir/pyproject.toml lists, on the master and inside an executor on every worker, and"
            + " prints the versions found. Exits with 1 when one is missing, cannot be imported or differs."},
        footer = {"", "Example:", "  bigdata env check"})
final class EnvCheck implements Callable<Integer> {
    private final Project project;

    @Spec
    private CommandSpec spec;

    EnvCheck(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunningCluster cluster = RunningCluster.of(project);
        EnvironmentCheck check = EnvironmentCheck.of(project, cluster.manifest().topology());
        return new Submission(cluster.client(), spec.commandLine().getErr(), false).run(check.submitArguments()).code();
    }
}
