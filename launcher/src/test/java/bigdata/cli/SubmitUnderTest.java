package bigdata.cli;

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
        int code = line.execute("submit", arguments[1]);
        interruption.finished();
        System.exit(code);
    }
}
