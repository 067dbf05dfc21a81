package bigdata.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a person may have meant. */
final class Nearest {
    private Nearest() {}

    /** The known name that is fewest edits away, if that is at most a third of its length. */
    static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(given, name)))
                .filter(name -> edits(given, name) <= Math.max(2, name.length() / 3));
    }

    /** Levenshtein's distance, row by row. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
