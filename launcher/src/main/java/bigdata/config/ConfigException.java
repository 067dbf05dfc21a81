package bigdata.config;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; says everything that is wrong with it at once. */
public final class ConfigException extends BigdataException {
    private final List<Problem> problems;

    public ConfigException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
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
