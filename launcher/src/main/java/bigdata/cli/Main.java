package bigdata.cli;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import bigdata.cluster.Cluster;
import bigdata.config.Project;
import bigdata.deployment.local.LocalDeployment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code bigdata}: parses, hands over to a verb, and turns its end into an exit code. */
@Command(name = "bigdata", mixinStandardHelpOptions = true, description = "Spark, HDFS and Jupyter: a cluster in a minute.")
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        Project project = Project.at(Path.of(System.getProperty("bigdata.home", "")), System.getenv());
        Interruption interruption = Interruption.ofThisThread();
        ExitStatus status = run(project, new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        interruption.finished();
        System.exit(status.code());
    }

    static ExitStatus run(Project project, PrintWriter out, PrintWriter err, String... args) {
        Supplier<Cluster> cluster = () -> new Cluster(project, new LocalDeployment(project), out);
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(Up.commandLine(cluster))
                .addSubcommand(new Down(cluster))
                .addSubcommand(new Status(project))
                .addSubcommand(Config.commandLine(project))
                .addSubcommand(new Node(project))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BigdataException told) {
                err.println("bigdata: " + told.getMessage());
                return told.exitStatus().code();
            }
            if (failure instanceof InterruptedException) {
                return ExitStatus.INTERRUPTED.code();
            }
            throw failure;
        });
        return new ExitStatus(line.execute(args));
    }
}
