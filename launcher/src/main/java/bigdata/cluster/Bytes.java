package bigdata.cluster;

import java.util.List;
import java.util.Locale;

/** Sizes for a person. */
final class Bytes {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");

    private Bytes() {}

    /** {@code 1536} as {@code "1.5 KiB"}. */
    static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS.get(unit));
    }
}
