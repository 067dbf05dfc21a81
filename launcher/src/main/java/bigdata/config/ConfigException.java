package bigdata.config;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; says everything that is wrong with it at once. */
public final class ConfigException extends BigdataException {
    private final List<Problem> problems;

    public ConfigException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** A file of the configuration that cannot be read. */
    static ConfigException unreadable(Path file, IOException cause) {
        return new ConfigException(List.of(
                new Problem(file.getFileName().toString(), "", file.toString(), UnusableFileException.reason(cause))));
    }

    /** Line {@code line} of a file that does not say anything that could be understood. */
    static Problem malformed(Path file, int line, String sentence) {
        return new Problem(file.getFileName().toString(), "", file + ":" + line, sentence);
    }

    /** Everything that is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public ExitStatus exitStatus() {
        return ExitStatus.USAGE;
    }

    private static String message(List<Problem> problems) {
        String head = problems.size() == 1 ? "1 setting cannot be used:" : problems.size() + " settings cannot be used:";
        return problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining("", head, ""));
    }
}
