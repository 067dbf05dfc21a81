package bigdata.cli;

import bigdata.cluster.ClusterStatus;
import bigdata.cluster.Lifecycle;
import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.demo.DemoRun;
import bigdata.demo.DemoSummary;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"From raw logs to predictions: brings the cluster up, writes logs to HDFS, computes features with a Java"
            + " application, trains models and predicts with a Python application, and leaves a report to look at.",
            "The first run installs the Python environment and says what it downloads."},
        footer = {"", "Example:", "  bigdata demo", "  bigdata demo --plays 5000000 --users 100000 --down"})
final class Demo implements Callable<Integer> {
    private final Project project;
    private final Supplier<Lifecycle> cluster;
    @Option(names = "--plays", paramLabel = "N", defaultValue = "1000000", description = "Lines of log2; ${DEFAULT-VALUE}.")
    private long plays;
    @Option(names = "--users", paramLabel = "N", defaultValue = "20000", description = "Lines of log1; ${DEFAULT-VALUE}.")
    private long users;
    @Option(names = "--songs", paramLabel = "N", description = "Different songs; the generator's own default.")
    private Long songs;
    @Option(names = "--dirt", paramLabel = "SHARE", defaultValue = "0.005", description = "Share of malformed lines; ${DEFAULT-VALUE}.")
    private double dirt;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "Where the randomness begins; ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--down", description = "Stop the cluster afterwards; its data stays.")
    private boolean down;
    @Spec
    private CommandSpec spec;

    Demo(Project project, Supplier<Lifecycle> cluster) {
        this.project = project;
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        long begun = System.nanoTime();
        cluster.get().up(Map.of());
        double up = Math.round((System.nanoTime() - begun) / 1e7) / 100.0;
        try {
            DemoRun run = new DemoRun(project, RunningCluster.of(project), out, spec.commandLine().getErr(), Terminal.watched());
            run.run(new DemoRun.Size(plays, users, songs, dirt, seed), Map.of("cluster", up));
            new DemoSummary(run.results()).print(out, down ? Map.of() : ClusterStatus.of(project.state()).pages());
        } finally {
            if (down) {
                cluster.get().down();
            }
        }
        return 0;
    }
}
