package bigdata.suites;

import java.util.List;

/**
 * Tests that belong together.
 *
 * @param name what a person calls it by
 * @param about one line of what it covers
 * @param runs what runs one after the other; all of them, even after one has failed
 */
public record Suite(String name, String about, List<TestRun> runs) {
    public Suite {
        runs = List.copyOf(runs);
    }
}
