package bigdata.suites;

import java.util.List;
import java.util.stream.Stream;

/**
 * What reports tell.
 *
 * @param failures those of the failed tests that a report describes
 */
record Outcome(Tally tally, List<FailedTest> failures) {
    static final Outcome NONE = new Outcome(Tally.NONE, List.of());

    Outcome plus(Outcome other) {
        return new Outcome(tally.plus(other.tally), Stream.concat(failures.stream(), other.failures.stream()).toList());
    }

    /** The same with a failure that no test stands for. */
    Outcome plusUnexplained() {
        return new Outcome(tally.plus(new Tally(0, 1, 0)), failures);
    }
}
