package bigdata.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of value: what is allowed, how it is read and how it is shown.
 *
 * @param allowed completes "allowed is ..."
 * @param parse the value of a text, empty when it is not allowed
 * @param show the text of a value, one that {@code parse} reads again
 */
record Kind<T>(String allowed, BiFunction<String, Project, Optional<T>> parse, Function<T, String> show) {
    static final Kind<Boolean> ON_OR_OFF = new Kind<>("on or off", (text, project) -> switch (text) {
        case "on" -> Optional.of(true);
        case "off" -> Optional.of(false);
        default -> Optional.empty();
    }, on -> on ? "on" : "off");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,7})(m|g|t)b?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("(.*\\.)?[0-9]+");
    private static final Pattern HEAP = Pattern.compile("(^|[\\s\"'])-(Xmx|XX:MaxHeapSize)|\\R");
    private static final Pattern HOST_NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    static Kind<Integer> wholeNumber(int least, int most) {
        return new Kind<>("a whole number from " + least + " to " + most,
                (text, project) -> number(text).filter(value -> value >= least && value <= most),
                value -> Integer.toString(value));
    }

    /** An amount of memory in MiB. */
    static Kind<Integer> memory(int leastMib) {
        return new Kind<>("a size such as 512m or 4g, at least " + size(leastMib),
                (text, project) -> mib(text).filter(value -> value >= leastMib),
                Kind::size);
    }

    /** A port; none means that the cluster picks one. */
    static Kind<OptionalInt> port() {
        return new Kind<>("a port from 1 to 65535",
                (text, project) -> number(text).filter(value -> value >= 1 && value <= 65535).map(OptionalInt::of),
                value -> value.isPresent() ? Integer.toString(value.getAsInt()) : Key.AUTO);
    }

    /** The same; 0 means none too, as it does to Docker. */
    static Kind<OptionalInt> portOrZero() {
        return new Kind<>("a port from 1 to 65535, or 0 for a free one",
                (text, project) -> text.equals("0") ? Optional.of(OptionalInt.empty()) : port().parse().apply(text, project),
                port().show());
    }

    /** Where services listen, which is also where clients find them: so it is not a wildcard. */
    static Kind<String> address() {
        return new Kind<>("one IPv4 address or host name of this machine (0.0.0.0 is none that a client could connect to)",
                (text, project) -> Optional.of(text).filter(Kind::isAddress),
                Function.identity());
    }

    /** A folder, absolute, or relative to the project. */
    static Kind<Path> folder() {
        return new Kind<>("a folder, absolute or relative to the project", Kind::path, Path::toString);
    }

    /** Options of a JVM; none are allowed that Spark decides on: it gives a JVM its memory. */
    static Kind<String> jvmOptions() {
        return new Kind<>("options of a JVM, but not -Xmx: memory is worker.memory, or Spark's spark.driver.memory and spark.executor.memory",
                (text, project) -> Optional.of(text.strip()).filter(options -> !HEAP.matcher(options).find()),
                options -> options.isEmpty() ? Key.AUTO : options);
    }

    /** A size as Spark and people write it: {@code 4g} when it is whole, else {@code 1536m}. */
    static String size(int mib) {
        return mib % 1024 == 0 ? mib / 1024 + "g" : mib + "m";
    }

    private static Optional<Integer> number(String text) {
        return DIGITS.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Integer> mib(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            return Optional.empty();
        }
        long mib = Long.parseLong(size.group(1)) << switch (size.group(2)) {
            case "m" -> 0;
            case "g" -> 10;
            default -> 20;
        };
        return mib <= Integer.MAX_VALUE ? Optional.of((int) mib) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        if (LOOKS_NUMERIC.matcher(text).matches()) {
            return IPV4.matcher(text).matches() && !text.equals("0.0.0.0");
        }
        return HOST_NAME.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<Path> path(String text, Project project) {
        try {
            return text.isEmpty() || text.startsWith("~")
                    ? Optional.empty()
                    : Optional.of(project.home().resolve(text).normalize());
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }
}
