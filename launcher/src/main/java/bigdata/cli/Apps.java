package bigdata.cli;

import bigdata.job.Applications;
import bigdata.job.ClientEnvironment;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code apps}. */
@Command(name = "apps", mixinStandardHelpOptions = true, description = "Shows the applications that run and those that ended.",
        footer = {"", "Example:", "  bigdata apps --json"})
final class Apps implements Callable<Integer> {
    private final Supplier<ClientEnvironment> cluster;
    @Option(names = "--json", description = "For programs.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    Apps(Supplier<ClientEnvironment> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() {
        Applications applications = Applications.ask(cluster.get());
        if (json) {
            applications.printJson(spec.commandLine().getOut());
        } else {
            applications.print(spec.commandLine().getOut());
        }
        return 0;
    }
}
