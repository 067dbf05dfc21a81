package bigdata.loggen;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.hadoop.fs.Path;

/**
 * The command line.
 *
 * @param output where the folders of both logs go
 */
record Arguments(World world, Path output, boolean overwrite) {
    static final String USAGE = """
        usage: LogGenerator [OPTIONS] OUTPUT_DIR        writes OUTPUT_DIR/log1.csv and OUTPUT_DIR/log2.csv
          --plays N         lines of log2 (default: 1000000)
          --users N         lines of log1 (default: 20000)
          --songs N         different songs (default: 20000)
          --max-user-id N   user ids are spread over 1 to N (default: 49999, or twice the users if that is more)
          --dirt SHARE      share of malformed lines, 0 to 0.5 (default: 0.005)
          --seed N          the same seed gives the same bytes (default: 1)
          --start DATE      first day of the plays (default: 2017-10-01)
          --days N          how many days they last (default: 30)
          --overwrite       replace both logs once the new ones are complete
        example: spark-submit --class bigdata.loggen.LogGenerator loggen-1.0.jar --plays 20000000 --users 200000 /logs
        """;
    private static final Options OPTIONS = new Options();

    static {
        for (String name : List.of("plays", "users", "songs", "max-user-id", "dirt", "seed", "start", "days")) {
            OPTIONS.addOption(Option.builder().longOpt(name).hasArg().get());
        }
        OPTIONS.addOption(Option.builder().longOpt("overwrite").get());
    }

    /** @throws UsageError with everything that is wrong */
    static Arguments parse(String... arguments) {
        CommandLine line;
        try {
            line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(OPTIONS, arguments);
        } catch (ParseException wrong) {
            throw new UsageError(wrong.getMessage());
        }
        Values values = new Values(line);
        int users = (int) values.whole("users", "20000", 1, Integer.MAX_VALUE / 2);
        long plays = values.whole("plays", "1000000", 0, 1_000_000_000_000L);
        int songs = (int) values.whole("songs", "20000", 1, Catalogue.LARGEST_SONG_ID - 1);
        String spread = String.valueOf(Math.max(49_999, 2 * users));
        int maxUserId = (int) values.whole("max-user-id", spread, users, Integer.MAX_VALUE - 1);
        double dirt = values.get("dirt", "0.005", "a share from 0 to 0.5", Double::valueOf, share -> share >= 0 && share <= 0.5);
        long seed = values.whole("seed", "1", Long.MIN_VALUE, Long.MAX_VALUE);
        LocalDate start = values.get("start", "2017-10-01", "a date like 2017-10-01, year 1 to 9000", LocalDate::parse,
            date -> date.getYear() >= 1 && date.getYear() <= 9000);
        int days = (int) values.whole("days", "30", 1, 36_500);
        Path output = values.output();
        values.throwIfWrong();
        return new Arguments(new World(plays, users, songs, maxUserId, dirt, seed, start, days), output,
            line.hasOption("overwrite"));
    }

    /** Values of options; collects, so that a person sees all errors at once. */
    private static final class Values {
        private final CommandLine line;
        private final List<String> errors = new ArrayList<>();

        Values(CommandLine line) {
            this.line = line;
        }

        long whole(String option, String otherwise, long least, long most) {
            return get(option, otherwise, "a whole number from " + least + " to " + most, Long::valueOf,
                number -> number >= least && number <= most);
        }

        <T> T get(String option, String otherwise, String allowed, Function<String, T> parse, Predicate<T> allows) {
            String text = line.getOptionValue(option, otherwise);
            try {
                T value = parse.apply(text);
                if (allows.test(value)) {
                    return value;
                }
            } catch (NumberFormatException | DateTimeParseException notOfTheType) {
                // told below, like a value that is not allowed
            }
            errors.add("--" + option + " is " + allowed + ", not " + text);
            return parse.apply(otherwise);
        }

        Path output() {
            if (line.getArgList().size() != 1) {
                errors.add("one OUTPUT_DIR is needed, " + line.getArgList().size() + " given");
                return null;
            }
            try {
                return new Path(line.getArgList().get(0));
            } catch (IllegalArgumentException notAPath) {
                errors.add("OUTPUT_DIR: " + notAPath.getMessage());
                return null;
            }
        }

        void throwIfWrong() {
            if (!errors.isEmpty()) {
                throw new UsageError(String.join("\n", errors));
            }
        }
    }
}
