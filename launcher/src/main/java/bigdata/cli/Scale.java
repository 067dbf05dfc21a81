package bigdata.cli;

import bigdata.cluster.Lifecycle;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code scale}. */
@Command(name = "scale", mixinStandardHelpOptions = true,
        description = {"Gives the running cluster this many workers.",
            "New workers take work and blocks at once. Workers that go move their blocks to the others and let",
            "running tasks finish first; files keep at most as many copies as there are workers."},
        footer = {"", "Example:", "  bigdata scale 3"})
final class Scale implements Callable<Integer> {
    private final Supplier<Lifecycle> cluster;
    @Parameters(paramLabel = "N", description = "Workers, at least 1.")
    private int workers;
    @Spec
    private CommandSpec spec;

    Scale(Supplier<Lifecycle> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws Exception {
        cluster.get().scale(atLeastOne(spec, workers));
        return 0;
    }

    /** @throws ParameterException when it is less: that would leave nothing to hold the blocks */
    static int atLeastOne(CommandSpec spec, int workers) {
        if (workers < 1) {
            throw new ParameterException(spec.commandLine(), "a cluster has at least 1 worker, not " + workers
                    + "; `bigdata down` stops it");
        }
        return workers;
    }
}
