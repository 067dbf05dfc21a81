package bigdata.cli;

import bigdata.cluster.RunningCluster;
import bigdata.join.JoinToken;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code join-token}. */
@Command(name = "join-token", mixinStandardHelpOptions = true,
        description = {"Writes the file with which a worker of another machine joins this cluster.",
            "Whoever has it is a member: it holds the cluster's secret and has mode 0600."},
        footer = {"", "Example:", "  bigdata join-token token", "  scp -p token other:bigdata/",
            "  ssh other 'cd bigdata && ./bigdata node worker --master 10.1.0.1 --join token'"})
final class JoinTokenVerb implements Callable<Integer> {
    private final Supplier<RunningCluster> cluster;
    @Parameters(paramLabel = "FILE", description = "Written; replaced when it is there.")
    private Path file;
    @Spec
    private CommandSpec spec;

    JoinTokenVerb(Supplier<RunningCluster> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws Exception {
        new JoinToken(cluster.get(), spec.commandLine().getOut()).write(file);
        return 0;
    }
}
