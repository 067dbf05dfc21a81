package bigdata.cli;

import bigdata.cluster.Cluster;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code up}. Its options are the keys of the configuration. */
@Command(name = "up", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Brings the cluster up and returns when it is usable.",
            "Nodes that died are started again. What is already up is left alone."},
        footer = {"", "Example:", "  bigdata up --workers 2 --worker-memory 4g"})
final class Up implements Callable<Integer> {
    private final Supplier<Cluster> cluster;
    @Spec
    private CommandSpec spec;

    Up(Supplier<Cluster> cluster) {
        this.cluster = cluster;
    }

    static CommandLine commandLine(Supplier<Cluster> cluster) {
        CommandLine up = new CommandLine(new Up(cluster));
        ConfigFlags.addTo(up);
        return up;
    }

    @Override
    public Integer call() throws Exception {
        cluster.get().up(ConfigFlags.given(spec.commandLine().getParseResult()));
        return 0;
    }
}
