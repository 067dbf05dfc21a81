package bigdata.cli;

import bigdata.cluster.Cluster;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code drain}: what {@code scale} does inside the cluster before nodes are stopped from outside. */
@Command(name = "drain", hidden = true, mixinStandardHelpOptions = true,
        description = "Makes all workers beyond the first N ready to be stopped. `bigdata scale` does so by itself.",
        footer = {"", "Example:", "  bigdata drain 1"})
final class Drain implements Callable<Integer> {
    private final Supplier<Cluster> cluster;
    @Parameters(paramLabel = "N", description = "Workers that stay, at least 1.")
    private int workers;
    @Spec
    private CommandSpec spec;

    Drain(Supplier<Cluster> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws Exception {
        return cluster.get().drain(Scale.atLeastOne(spec, workers)).code();
    }
}
