package bigdata.cli;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import bigdata.cluster.ContainerNode;
import bigdata.cluster.Lifecycle;
import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.deployment.compose.ComposeProject;
import bigdata.deployment.compose.Container;
import bigdata.deployment.compose.ContainerCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs verbs that use the cluster where it is: here on the local deployment, in a container when its nodes are containers. All
 * others run here.
 *
 * @param words the command line as given
 * @param down what brings the cluster in containers down
 */
record Inside(Project project, List<String> words, Supplier<Lifecycle> down) implements IExecutionStrategy {
    /** Look at the cluster and touch no file of this machine. */
    private static final Set<String> LOOKING = Set.of("status", "apps", "kill", "logs", "notebook", "connect-url", "env check");
    /** Clients, which may name files of the current folder. */
    private static final Set<String> USING = Set.of("fs", "submit", "generate", "demo", "shell");

    @Override
    public int execute(ParseResult parsed) {
        String verb = verb(parsed);
        if (!LOOKING.contains(verb) && !USING.contains(verb) || asksForHelp(parsed)) {
            return new RunLast().execute(parsed);
        }
        try {
            Optional<ExitStatus> status = inContainer(verb);
            return status.isPresent() ? status.get().code() : new RunLast().execute(parsed);
        } catch (BigdataException | IOException | InterruptedException failure) { // told like that of a verb
            throw new ExecutionException(parsed.subcommand().commandSpec().commandLine(), verb, failure);
        }
    }

    /** Its words, {@code env check}; empty when there is none. */
    private static String verb(ParseResult parsed) {
        return parsed.hasSubcommand() ? (parsed.subcommand().commandSpec().name() + " " + verb(parsed.subcommand())).strip() : "";
    }

    private static boolean asksForHelp(ParseResult parsed) {
        return parsed.asCommandLineList().stream().map(CommandLine::getParseResult)
                .anyMatch(words -> words.isUsageHelpRequested() || words.isVersionHelpRequested());
    }

    private Optional<ExitStatus> inContainer(String verb) throws IOException, InterruptedException {
        if (RunningCluster.isHere(project)) {
            return Optional.empty();
        }
        ComposeProject compose = ComposeProject.of(project);
        List<Container> nodes = compose.nodes();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        ContainerCommand command = new ContainerCommand(compose, Boolean.getBoolean("bigdata.interactive"));
        Optional<Container> master = nodes.stream().filter(node -> node.isMaster() && node.isRunning()).findFirst();
        boolean looking = LOOKING.contains(verb) && master.isPresent();
        ExitStatus status = looking ? command.in(master.get().id(), told(verb, compose, master.get())) : command.alone(words);
        if (verb.equals("demo") && words.contains("--down")) {
            down.get().down(); // from inside it cannot
        }
        return Optional.of(status);
    }

    /** The words, and with verbs that tell a way in, where clients find what the engine published. */
    private List<String> told(String verb, ComposeProject compose, Container master) throws InterruptedException {
        List<String> all = new ArrayList<>(words);
        switch (verb) {
            case "notebook" -> compose.published(master, ContainerNode.TOPOLOGY.jupyter())
                    .ifPresent(address -> all.addAll(List.of(Notebook.PAGE, "http://" + address)));
            case "connect-url" -> all.addAll(List.of(ConnectUrl.PORT, compose.published(master, ContainerNode.TOPOLOGY.connect())
                    .map(address -> address.replaceFirst(".*:", "")).orElse(ConnectUrl.NONE)));
            default -> { }
        }
        return all;
    }
}
