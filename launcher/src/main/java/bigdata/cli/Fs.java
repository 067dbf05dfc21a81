package bigdata.cli;

import bigdata.job.ClientEnvironment;
import bigdata.job.HadoopShell;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bigdata fs}: Hadoop's fs shell. */
@Command(name = "fs", customSynopsis = "bigdata fs ARG...",
        description = {"Hadoop's own fs shell on the cluster's file system, with its exit codes.", "",
            "A relative path is below your HDFS home; /tmp/data is the project's data folder; -put and -get copy from and to this machine."},
        footer = {"", "Example: bigdata fs -put events.csv /in/events.csv", "All commands: bigdata fs -help"})
final class Fs implements Callable<Integer> {
    private final Supplier<ClientEnvironment> cluster;

    @Mixin
    private PassedOn words;

    @Mixin
    private Help help;

    Fs(Supplier<ClientEnvironment> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new HadoopShell(cluster.get()).run(words.words()).code();
    }
}
