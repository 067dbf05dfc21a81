package bigdata.cli;

import bigdata.cluster.Lifecycle;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code down}. */
@Command(name = "down", mixinStandardHelpOptions = true,
        description = {"Stops the cluster. Its data stays, unless it is purged."},
        footer = {"", "Example:", "  bigdata down", "  bigdata down --purge --yes"})
final class Down implements Callable<Integer> {
    private final Supplier<Lifecycle> cluster;
    private final Purge purging;
    @Option(names = "--purge", description = "Delete all files of HDFS, for ever; asks first.")
    private boolean purge;
    @Option(names = "--yes", description = "Do not ask before deleting.")
    private boolean yes;
    @Spec
    private CommandSpec spec;

    /** Deletes what the cluster holds. */
    interface Purge {
        void run() throws IOException, InterruptedException;
    }

    Down(Supplier<Lifecycle> cluster, Purge purging) {
        this.cluster = cluster;
        this.purging = purging;
    }

    @Override
    public Integer call() throws Exception {
        if (!purge) {
            cluster.get().down();
            return 0;
        }
        if (!yes && !new Confirmation(spec.commandLine().getErr()).of("Delete all files of this cluster's HDFS for ever?")) {
            spec.commandLine().getErr().println("bigdata: nothing was deleted; `--yes` deletes without asking");
            return 1;
        }
        purging.run();
        return 0;
    }
}
