package bigdata.cli;

import bigdata.cluster.Lifecycle;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code up}. Its options are the keys of the configuration. */
@Command(name = "up", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Brings the cluster up and returns when it is usable.",
            "Nodes that died are started again. What is already up is left alone."},
        footer = {"", "Example:", "  bigdata up --workers 2 --worker-memory 4g", "  bigdata up --docker --workers 2"})
final class Up implements Callable<Integer> {
    private final Supplier<Lifecycle> cluster;
    private final Supplier<Lifecycle> containers;
    @Option(names = "--docker", order = 0, description = "Run the nodes as containers, by Docker Compose.")
    private boolean docker;
    @Spec
    private CommandSpec spec;

    /**
     * @param cluster the one that is there, or a new one on this machine
     * @param containers the one in containers
     */
    Up(Supplier<Lifecycle> cluster, Supplier<Lifecycle> containers) {
        this.cluster = cluster;
        this.containers = containers;
    }

    static CommandLine commandLine(Supplier<Lifecycle> cluster, Supplier<Lifecycle> containers) {
        CommandLine up = new CommandLine(new Up(cluster, containers));
        ConfigFlags.addTo(up);
        return up;
    }

    @Override
    public Integer call() throws Exception {
        (docker ? containers : cluster).get().up(ConfigFlags.given(spec.commandLine().getParseResult()));
        return 0;
    }
}
