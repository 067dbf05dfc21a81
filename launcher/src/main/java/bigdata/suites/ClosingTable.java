package bigdata.suites;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The end of a test run: one row a suite, then a line that programs read too. */
record ClosingTable(List<SuiteResult> results) {
    private static final String ROW = "%-10s %8s %8s %8s %9s%n";

    void print(PrintWriter out) {
        out.println();
        out.printf(ROW, "suite", "passed", "failed", "skipped", "seconds");
        for (SuiteResult result : results) {
            Tally tally = result.counted();
            out.printf(ROW, result.suite(), tally.passed(), tally.failed(), tally.skipped(),
                    String.format(Locale.ROOT, "%.1f", result.took().toMillis() / 1000.0));
        }
        out.println(results.stream().map(SuiteResult::counted).reduce(Tally.NONE, Tally::plus));
        out.flush();
    }
}
