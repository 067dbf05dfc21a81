package bigdata.features;

/** One line as bytes between separators. Reused from line to line, so not for two threads. */
final class Fields {
    private static final int MOST_DIGITS = 10;

    private final int[] starts;
    private byte[] line;

    /** @param count the exact number of fields of the log */
    Fields(int count) {
        starts = new int[count + 1];
    }

    /** Takes the first {@code length} bytes of {@code bytes} as the line. */
    void take(byte[] bytes, int length) throws MalformedLine {
        line = bytes;
        int last = starts.length - 1;
        int found = 1;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == ';') {
                if (found < last) {
                    starts[found] = i + 1;
                }
                found++;
            }
        }
        if (found != last) {
            throw new MalformedLine(found + (found == 1 ? " field" : " fields") + " instead of " + last);
        }
        starts[last] = length + 1;
    }

    /** An int: {@code -?[0-9]{1,10}} within 32 bits. */
    int integer(int field, String name) throws MalformedLine {
        int start = starts[field];
        int end = starts[field + 1] - 1;
        boolean negative = start < end && line[start] == '-';
        int first = negative ? start + 1 : start;
        if (first == end || !digits(first, end)) {
            throw new MalformedLine(name + " is not a number");
        }
        if (end - first > MOST_DIGITS) {
            throw new MalformedLine(name + " has more than " + MOST_DIGITS + " digits");
        }
        long value = 0;
        for (int i = first; i < end; i++) {
            value = 10 * value + line[i] - '0';
        }
        value = negative ? -value : value;
        if (value != (int) value) {
            throw new MalformedLine(name + " is out of the range of an int");
        }
        return (int) value;
    }

    /** A boolean: exactly {@code true} or {@code false}. */
    boolean bool(int field, String name) throws MalformedLine {
        if (is(field, "true")) {
            return true;
        }
        if (is(field, "false")) {
            return false;
        }
        throw new MalformedLine(name + " is not true or false");
    }

    /** A device: digits, {@code _}, digits. */
    void device(int field, String name) throws MalformedLine {
        int start = starts[field];
        int end = starts[field + 1] - 1;
        int bar = start;
        while (bar < end && line[bar] != '_') {
            bar++;
        }
        if (bar == start || bar + 1 >= end || !digits(start, bar) || !digits(bar + 1, end)) {
            throw new MalformedLine(name + " is not digits, _, digits");
        }
    }

    /** A moment: {@code dd-MM-yyyy HH:mm:ss} of the Gregorian calendar, years 0001 to 9999, no leap seconds, no 24:00:00. */
    void moment(int field, String name) throws MalformedLine {
        int at = starts[field];
        boolean shaped = starts[field + 1] - 1 - at == 19
            && digits(at, at + 2) && line[at + 2] == '-' && digits(at + 3, at + 5) && line[at + 5] == '-'
            && digits(at + 6, at + 10) && line[at + 10] == ' ' && digits(at + 11, at + 13) && line[at + 13] == ':'
            && digits(at + 14, at + 16) && line[at + 16] == ':' && digits(at + 17, at + 19);
        if (!shaped) {
            throw new MalformedLine(name + " is not dd-MM-yyyy HH:mm:ss");
        }
        int day = two(at);
        int month = two(at + 3);
        int year = 100 * two(at + 6) + two(at + 8);
        boolean real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(month, year)
            && two(at + 11) <= 23 && two(at + 14) <= 59 && two(at + 17) <= 59;
        if (!real) {
            throw new MalformedLine(name + " is not a real date and time");
        }
    }

    private static int lengthOfMonth(int month, int year) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private int two(int at) {
        return 10 * (line[at] - '0') + line[at + 1] - '0';
    }

    private boolean digits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private boolean is(int field, String word) {
        int start = starts[field];
        if (starts[field + 1] - 1 - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (line[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
