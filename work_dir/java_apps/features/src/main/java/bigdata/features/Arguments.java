package bigdata.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.hadoop.fs.Path;

/**
 * The command line, the same in every language: five arguments, then options.
 *
 * @param range the users that count
 */
record Arguments(IdRange range, Path log1, Path log2, Path output, Path rejects, MaxRejects maxRejects, boolean overwrite) {
    static final String USAGE = """
        usage: Features min-range-Id max-range-Id path-input-log1 path-input-log2 path-output-log [OPTIONS]
          min-range-Id, max-range-Id   the users that count, both ends included
          path-input-log1              userId;region;type;paid                a file, a folder or a glob
          path-input-log2              hour;userId;songId;genderId;deviceId   a file, a folder or a glob
          path-output-log              a new folder for the result
          --rejects DIR                a new folder for the rejected lines (default: the output's name and .rejects)
          --max-rejects N|SHARE%       how many lines of each log may be rejected (default: 1%)
          --overwrite                  replace the output and the rejects once the new ones are complete
        example: spark-submit --class bigdata.features.Features features-1.0.jar \\
                   1 49999 /tmp/data/test_log1.csv /tmp/data/test_log2.csv /tmp/data/result
        """;
    private static final int POSITIONAL = 5;
    private static final Options OPTIONS = new Options()
        .addOption(Option.builder().longOpt("rejects").hasArg().get())
        .addOption(Option.builder().longOpt("max-rejects").hasArg().get())
        .addOption(Option.builder().longOpt("overwrite").get());

    /** @throws UsageError with everything that is wrong */
    static Arguments parse(String... arguments) {
        if (arguments.length < POSITIONAL) {
            throw new UsageError("five arguments are needed, " + arguments.length + " given");
        }
        Errors errors = new Errors();
        int min = errors.integer("min-range-Id", arguments[0]);
        int max = errors.integer("max-range-Id", arguments[1]);
        if (errors.isEmpty() && min > max) {
            errors.add("min-range-Id " + min + " is greater than max-range-Id " + max);
        }
        Path log1 = errors.path("path-input-log1", arguments[2]);
        Path log2 = errors.path("path-input-log2", arguments[3]);
        Path output = errors.path("path-output-log", arguments[4]);
        CommandLine options = errors.options(Arrays.copyOfRange(arguments, POSITIONAL, arguments.length));
        MaxRejects maxRejects = errors.maxRejects(options.getOptionValue("max-rejects", "1%"));
        Path rejects = errors.path("--rejects", options.getOptionValue("rejects", trimmed(arguments[4]) + ".rejects"));
        errors.throwIfAny();
        return new Arguments(new IdRange(min, max), log1, log2, output, rejects, maxRejects, options.hasOption("overwrite"));
    }

    private static String trimmed(String path) {
        return path.replaceAll("/+$", "");
    }

    /** Collects, so that a person sees all errors at once. */
    private static final class Errors {
        private final List<String> messages = new ArrayList<>();

        void add(String message) {
            messages.add(message);
        }

        boolean isEmpty() {
            return messages.isEmpty();
        }

        void throwIfAny() {
            if (!isEmpty()) {
                throw new UsageError(String.join("\n", messages));
            }
        }

        int integer(String name, String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException notAnInt) {
                add(name + " is an int, not " + text);
                return 0;
            }
        }

        Path path(String name, String text) {
            try {
                return new Path(text);
            } catch (IllegalArgumentException notAPath) {
                add(name + ": " + notAPath.getMessage());
                return null;
            }
        }

        MaxRejects maxRejects(String text) {
            try {
                return MaxRejects.parse(text);
            } catch (IllegalArgumentException neither) {
                add(neither.getMessage());
                return null;
            }
        }

        CommandLine options(String... rest) {
            try {
                CommandLine line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(OPTIONS, rest);
                line.getArgList().forEach(extra -> add("an argument too many: " + extra));
                return line;
            } catch (ParseException wrong) {
                add(wrong.getMessage());
                return CommandLine.builder().get();
            }
        }
    }
}
