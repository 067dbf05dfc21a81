package bigdata.cli;

import bigdata.cluster.Lifecycle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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
        if (!yes && !confirmed()) {
            spec.commandLine().getErr().println("bigdata: nothing was deleted; `--yes` deletes without asking");
            return 1;
        }
        purging.run();
        return 0;
    }

    private boolean confirmed() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        err.print("Delete all files of this cluster's HDFS for ever? Type yes: ");
        err.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
