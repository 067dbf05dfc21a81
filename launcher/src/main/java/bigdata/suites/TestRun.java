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
    /** Maven's goal that runs tests and compiles nothing. */
    static final String ONLY_TESTS = "surefire:test";

    public TestRun {
        command = List.copyOf(command);
        reports = List.copyOf(reports);
    }

    /** Whether it writes into the modules' target folders, which one program at a time can do. */
    boolean writesTargets() {
        return Path.of(command.get(0)).getFileName().toString().equals("maven") && !command.contains(ONLY_TESTS);
    }
}
