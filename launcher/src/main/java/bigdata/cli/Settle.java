package bigdata.cli;

import bigdata.cluster.Settling;
import bigdata.config.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code settle}: what {@code scale} does in a container of the cluster. */
@Command(name = "settle", hidden = true, mixinStandardHelpOptions = true,
        description = "Before containers of workers are stopped or after more were started. `bigdata scale` does so by itself.",
        footer = {"", "Example:", "  bigdata settle 1"})
final class Settle implements Callable<Integer> {
    private final Project project;
    @Parameters(paramLabel = "N", description = "Workers, at least 1.")
    private int workers;
    @Spec
    private CommandSpec spec;

    Settle(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        new Settling(project, spec.commandLine().getOut()).to(Scale.atLeastOne(spec, workers));
        return 0;
    }
}
