package bigdata.cli;

import bigdata.cluster.ServiceLogs;
import bigdata.config.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verb {@code logs}. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of the services' logs.",
        footer = {"", "Example:", "  bigdata logs namenode -f", "  bigdata logs worker-2/datanode"})
final class Logs implements Callable<Integer> {
    private final Project project;
    @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "One service, of all nodes or as NODE/SERVICE; all by default.")
    private String service;
    @Option(names = {"-f", "--follow"}, description = "Go on as the logs grow, until Ctrl-C.")
    private boolean follow;
    @Option(names = {"-n", "--lines"}, paramLabel = "N", defaultValue = "50", description = "Lines of each log; ${DEFAULT-VALUE} by default.")
    private int lines;

    Logs(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        List<String> command = new ArrayList<>(List.of("tail", "-n", String.valueOf(lines)));
        if (follow) {
            command.add("-F"); // follows the name, as logs are rolled
        }
        new ServiceLogs(project).files(Optional.ofNullable(service)).stream().map(Path::toString).forEach(command::add);
        Process tail = new ProcessBuilder(command).inheritIO().start();
        try {
            return tail.waitFor();
        } finally {
            tail.destroy();
        }
    }
}
