package bigdata.job;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of {@code spark-submit}, read just far enough to know the application.
 *
 * @param options what stands before the application, untouched
 * @param application a jar, a Python file, or a URL of one; empty when there is none ({@code --version})
 * @param arguments what stands after it, untouched
 */
public record SubmitArguments(List<String> options, Optional<String> application, List<String> arguments) {
    /** The options of spark-submit that take no value, as Spark's SparkSubmitOptionParser has them. */
    private static final Set<String> SWITCHES = Set.of("--help", "-h", "--supervise", "--usage-error", "--verbose", "-v", "--version",
            "--load-spark-defaults");

    public SubmitArguments {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    public static SubmitArguments parse(List<String> words) {
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-")) {
            boolean alone = SWITCHES.contains(words.get(i)) || words.get(i).matches("--[^=]+=.*");
            i += alone ? 1 : 2;
        }
        if (i >= words.size()) {
            return new SubmitArguments(words, Optional.empty(), List.of());
        }
        return new SubmitArguments(words.subList(0, i), Optional.of(words.get(i)), words.subList(i + 1, words.size()));
    }

    /** The value that an option has in the end: its last one. */
    public Optional<String> option(String name) {
        Optional<String> value = Optional.empty();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).equals(name) && i + 1 < options.size()) {
                value = Optional.of(options.get(i + 1));
            } else if (options.get(i).startsWith(name + "=")) {
                value = Optional.of(options.get(i).substring(name.length() + 1));
            }
        }
        return value;
    }

    /** The application when it should be a file of this machine, but is none. */
    public Optional<Path> missingFile() {
        return application.filter(name -> !name.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") || name.startsWith("file:"))
                .filter(name -> !name.equals("spark-internal") && !name.equals("pyspark-shell") && !name.equals("spark-shell"))
                .map(name -> name.startsWith("file:") ? Path.of(URI.create(name).getPath()) : Path.of(name))
                .filter(path -> !Files.isRegularFile(path));
    }

    /** What a person calls this job: {@code --name}, else the application's file without its ending. */
    public String jobName() {
        return option("--name").or(() -> application.map(name -> name.replaceAll("^.*[/:]", "").replaceAll("\\.(jar|py|R)$", "")))
                .orElse("spark-submit");
    }
}
