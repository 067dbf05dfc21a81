package bigdata.cli;

import bigdata.job.ClientEnvironment;
import bigdata.job.Generation;
import bigdata.job.Submission;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bigdata generate}: the log generator as a job on the whole cluster. */
@Command(name = "generate", sortOptions = false,
        description = {"Writes log1.csv and log2.csv into a folder of HDFS. The same numbers and the same seed give the same bytes.", ""},
        footer = {"", "Example: bigdata generate --plays 20000000 --users 400000 /big"})
final class Generate implements Callable<Integer> {
    private final Supplier<ClientEnvironment> cluster;

    @Option(names = "--plays", paramLabel = "N", description = "Lines of log2.csv (default: the generator's own).")
    private Long plays;

    @Option(names = "--users", paramLabel = "N", description = "Lines of log1.csv.")
    private Long users;

    @Option(names = "--songs", paramLabel = "N", description = "Different songs.")
    private Long songs;

    @Option(names = "--dirt", paramLabel = "SHARE", description = "Share of malformed lines, 0 to 1.")
    private Double dirt;

    @Option(names = "--seed", paramLabel = "S", description = "Where the randomness begins.")
    private Long seed;

    @Option(names = "--overwrite", description = "Replace logs that are there.")
    private boolean overwrite;

    @Parameters(paramLabel = "HDFS_DIR", description = "The folder to write to.")
    private String folder;

    @Mixin
    private Help help;

    @Spec
    private CommandSpec spec;

    Generate(Supplier<ClientEnvironment> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws InterruptedException {
        ClientEnvironment client = cluster.get();
        Submission submission = new Submission(client, spec.commandLine().getErr(), Terminal.watched());
        return submission.run(new Generation(plays, users, songs, dirt, seed, overwrite, folder).submitArguments(client)).code();
    }
}
