package bigdata.cli;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import bigdata.config.Project;
import java.io.PrintWriter;
import java.nio.file.Path;
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
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args).code());
    }

    static ExitStatus run(PrintWriter out, PrintWriter err, String... args) {
        Project project = Project.at(Path.of(System.getProperty("bigdata.home", "")), System.getenv());
        CommandLine line = new CommandLine(new Main()).addSubcommand(new Test(project)).setOut(out).setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BigdataException told) {
                err.println("bigdata: " + told.getMessage());
                return told.exitStatus().code();
            }
            throw failure;
        });
        return new ExitStatus(line.execute(args));
    }
}
