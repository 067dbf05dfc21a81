package bigdata.loggen;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The ways in which a line is malformed, each as real logs have it. */
enum Flaw {
    TOO_FEW_FIELDS, TOO_MANY_FIELDS, NOT_A_NUMBER, OUT_OF_RANGE, NOT_TRUE_OR_FALSE, NOT_A_DATE, NOT_A_TIME, NOT_A_DEVICE,
    EMPTY, NUL, NOT_UTF8, CONFLICT, TOO_LONG, A_SPACE, QUOTES, A_FRACTION;

    /** In this order they follow each other in log1. */
    static final List<Flaw> OF_LOG1 = without(NOT_A_DATE, NOT_A_TIME, NOT_A_DEVICE);
    /** In this order they follow each other in log2. */
    static final List<Flaw> OF_LOG2 = without(NOT_TRUE_OR_FALSE, CONFLICT);
    private static final int LONG = 1_500;

    private static List<Flaw> without(Flaw... flaws) {
        return Arrays.stream(values()).filter(flaw -> !List.of(flaws).contains(flaw)).toList();
    }

    /**
     * The well-formed line, spoilt.
     *
     * @param user the field of the user's id
     */
    byte[] spoil(int user, String... fields) {
        String id = fields[user];
        int last = fields.length - 1;
        return switch (this) {
            case TOO_FEW_FIELDS -> joined(Arrays.copyOf(fields, last));
            case TOO_MANY_FIELDS -> bytes(String.join(";", fields) + ";");
            case NOT_A_NUMBER -> with(user, "user" + id, fields);
            case OUT_OF_RANGE -> with(user, "2147483648", fields);
            case NOT_TRUE_OR_FALSE -> with(last, "yes", fields);
            case NOT_A_DATE -> with(0, "31-02" + fields[0].substring(5), fields);
            case NOT_A_TIME -> with(0, fields[0].substring(0, 11) + "24:00:00", fields);
            case NOT_A_DEVICE -> with(last, id, fields);
            case EMPTY -> bytes("");
            case NUL -> with(user, id + "\0", fields);
            case NOT_UTF8 -> with(user, id + "\u00FF", fields);
            case TOO_LONG -> with(user, "9".repeat(LONG), fields);
            case A_SPACE -> with(user, " " + id, fields);
            case QUOTES -> with(user, "\"" + id + "\"", fields);
            case A_FRACTION -> with(user, id + ".5", fields);
            case CONFLICT -> throw new IllegalStateException("a conflict needs another user's line");
        };
    }

    private static byte[] with(int field, String value, String... fields) {
        String[] spoilt = fields.clone();
        spoilt[field] = value;
        return joined(spoilt);
    }

    private static byte[] joined(String... fields) {
        return bytes(String.join(";", fields));
    }

    /** One byte a character, so that U+00FF becomes a byte that UTF-8 never has. */
    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }
}
