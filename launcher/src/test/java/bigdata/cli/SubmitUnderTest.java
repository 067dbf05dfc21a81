package bigdata.cli;

import bigdata.ExitStatus;
import bigdata.job.Clients;
import java.nio.file.Path;
import picocli.CommandLine;

/** The verb {@code submit} in a JVM of its own that a test can send signals to. Arguments: a folder of {@link Clients}, then words. */
final class SubmitUnderTest {
    private SubmitUnderTest() {
    }

    public static void main(String[] arguments) {
        Interruption interruption = Interruption.ofThisThread();
        CommandLine line = new CommandLine(new Main()).addSubcommand(new Submit(() -> Clients.in(Path.of(arguments[0]))));
        line.setExecutionExceptionHandler((failure, command, parsed) -> 130);
        interruption.exit(new ExitStatus(line.execute("submit", arguments[1])));
    }
}
