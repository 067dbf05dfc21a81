package bigdata.suites;

import java.io.PrintWriter;

/**
 * A test that failed.
 *
 * @param name its class or file, and itself
 * @param told what its framework wrote of the failure: the message, then where
 */
record FailedTest(String name, String told) {
    private static final int LINES = 15;

    /** Prints the test and the beginning of what was told, enough to know it again without the log. */
    void print(PrintWriter out) {
        out.println("  FAILED " + name);
        told.strip().lines().limit(LINES).forEach(line -> out.println("  | " + line));
    }
}
