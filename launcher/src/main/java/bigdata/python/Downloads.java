package bigdata.python;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a few lines of progress out of the many that uv writes; uv names packages of more than a megabyte only. */
final class Downloads {
    private static final Pattern BEGUN = Pattern.compile("Downloading (\\S+) \\((\\d+(?:\\.\\d+)?)(KiB|MiB|GiB)\\)");
    private static final Pattern DONE = Pattern.compile("Downloaded (\\S+)");
    private static final double STEP_MIB = 100;

    private final Map<String, Double> open = new LinkedHashMap<>();
    private double known;
    private double done;
    private double told;

    /** What a person should read now that uv has written this line, if anything. */
    Optional<String> after(String line) {
        String text = line.strip();
        Matcher begun = BEGUN.matcher(text);
        if (begun.matches()) {
            double size = mebibytes(Double.parseDouble(begun.group(2)), begun.group(3));
            open.put(begun.group(1), size);
            known += size;
            return Optional.empty();
        }
        Matcher ended = DONE.matcher(text);
        if (ended.matches()) {
            done += open.getOrDefault(ended.group(1), 0.0);
            open.remove(ended.group(1));
            return step();
        }
        return text.startsWith("Building ") || text.startsWith("Prepared ") || text.startsWith("Installed ")
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Where it stands, for when uv has been silent for long. */
    String state() {
        return open.isEmpty() ? "still at work" : "still downloading %s (%.0f of %.0f MiB)".formatted(
                String.join(", ", open.keySet()), done, known);
    }

    private Optional<String> step() {
        if (done - told < STEP_MIB) {
            return Optional.empty();
        }
        told = done;
        return Optional.of("Downloaded %.0f of %.0f MiB".formatted(done, known));
    }

    private static double mebibytes(double number, String unit) {
        return switch (unit) {
            case "KiB" -> number / 1024;
            case "GiB" -> number * 1024;
            default -> number;
        };
    }
}
