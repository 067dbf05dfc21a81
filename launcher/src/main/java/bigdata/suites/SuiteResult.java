package bigdata.suites;

import java.time.Duration;

/** What came of a suite. One that ran no test at all proves nothing, so it counts as a failure. */
record SuiteResult(String suite, Tally tally, Duration took) {
    boolean failed() {
        return tally.failed() > 0 || tally.total() == 0;
    }

    /** What the closing table counts. */
    Tally counted() {
        return tally.total() == 0 ? new Tally(0, 1, 0) : tally;
    }
}
