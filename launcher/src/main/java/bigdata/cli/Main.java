package bigdata.cli;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import bigdata.cluster.Clusters;
import bigdata.cluster.ComposeCluster;
import bigdata.cluster.Lifecycle;
import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.job.ClientEnvironment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code bigdata}: parses, hands over to a verb, and turns its end into an exit code. */
@Command(name = "bigdata", mixinStandardHelpOptions = true, versionProvider = Versions.class,
        description = "A Spark and HDFS cluster in a minute: on this machine, with the same commands everywhere.",
        footer = {"", "Example:", "  bigdata demo              from raw logs to predictions, with a report to look at",
            "  bigdata up --workers 2    a cluster to work with",
            "  source <(bigdata completion)   complete these commands in bash and zsh"})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        Project project = Project.at(Path.of(System.getProperty("bigdata.home", "")), System.getenv());
        Interruption interruption = Interruption.ofThisThread();
        ExitStatus status = run(project, new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        interruption.exit(status);
    }

    static ExitStatus run(Project project, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = verbs(project, out)
                .setExecutionStrategy(new Inside(project, List.of(args), () -> new ComposeCluster(project, out)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // such a word may be for the program that a verb runs
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::tell);
        return new ExitStatus(line.execute(args));
    }

    private static CommandLine verbs(Project project, PrintWriter out) {
        Supplier<Lifecycle> cluster = () -> Clusters.existing(project, out);
        Supplier<Lifecycle> containers = () -> Clusters.inContainers(project, out);
        Supplier<ClientEnvironment> client = () -> RunningCluster.of(project).client();
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new Demo(project, cluster))
                .addSubcommand(Up.commandLine(cluster, containers))
                .addSubcommand(new Status(project))
                .addSubcommand(new Scale(cluster))
                .addSubcommand(new Settle(project))
                .addSubcommand(new Down(cluster, () -> Clusters.purge(project, out)))
                .addSubcommand(new Logs(project))
                .addSubcommand(new Fs(client))
                .addSubcommand(new Submit(client))
                .addSubcommand(new Generate(client))
                .addSubcommand(new Apps(client))
                .addSubcommand(new Kill(client))
                .addSubcommand(new Shell(client))
                .addSubcommand(new Notebook(project))
                .addSubcommand(new ConnectUrl(project))
                .addSubcommand(new New(project))
                .addSubcommand(Env.commandLine(project))
                .addSubcommand(Config.commandLine(project))
                .addSubcommand(new Test(project))
                .addSubcommand(new Node(project))
                .addSubcommand(new JoinTokenVerb(() -> RunningCluster.of(project)))
                .addSubcommand("completion", new GenerateCompletion());
        line.getSubcommands().get("completion").getCommandSpec().usageMessage()
                .footer("", "Example:", "  source <(bigdata completion)");
        return line;
    }

    /** An error that a person can act on is a sentence; any other is a defect and shows where it happened. */
    private static int tell(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof BigdataException told) {
            command.getErr().println("bigdata: " + told.getMessage());
            return told.exitStatus().code();
        }
        if (failure instanceof InterruptedException) {
            return ExitStatus.INTERRUPTED.code();
        }
        throw failure;
    }
}
