package bigdata.cli;

import bigdata.job.ClientEnvironment;
import bigdata.job.Killing;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code kill}. */
@Command(name = "kill", mixinStandardHelpOptions = true, description = "Ends a running application, whoever started it.",
        footer = {"", "Example:", "  bigdata kill app-20261122141547-0006"})
final class Kill implements Callable<Integer> {
    private final Supplier<ClientEnvironment> cluster;
    @Parameters(paramLabel = "APP", description = "Its id, as `bigdata apps` shows it.")
    private String id;
    @Spec
    private CommandSpec spec;

    Kill(Supplier<ClientEnvironment> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Killing(cluster.get(), spec.commandLine().getOut()).kill(id).code();
    }
}
