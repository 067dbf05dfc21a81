package bigdata.suites;

import java.util.List;
import java.util.Optional;

/**
 * Tests that belong together.
 *
 * @param name what a person calls it by
 * @param about one line of what it covers
 * @param lacks what this machine has not got and the tests need; they are skipped, and that is told
 * @param runs what runs one after the other; all of them, even after one has failed
 */
public record Suite(String name, String about, Optional<String> lacks, List<TestRun> runs) {
    public Suite {
        runs = List.copyOf(runs);
    }

    /** One that runs on every machine. */
    Suite(String name, String about, List<TestRun> runs) {
        this(name, about, Optional.empty(), runs);
    }

    /** Whether the first thing that it does is to write into the modules' target folders. */
    boolean beginsInTargets() {
        return !runs.isEmpty() && runs.get(0).writesTargets();
    }
}
