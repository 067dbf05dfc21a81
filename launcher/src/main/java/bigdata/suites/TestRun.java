package bigdata.suites;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that runs tests and leaves JUnit's XML reports.
 *
 * @param command the program and its arguments
 * @param directory where it runs
 * @param reports folders where its reports appear; what lies there before is deleted
 */
public record TestRun(List<String> command, Path directory, List<Path> reports) {
    public TestRun {
        command = List.copyOf(command);
        reports = List.copyOf(reports);
    }

    boolean isMaven() {
        return Path.of(command.get(0)).getFileName().toString().equals("maven");
    }
}
