package bigdata.features;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the lines of one split of a log. A task that runs again reports its split again, with the same numbers, so
 * tallies are added up by split and never by report.
 *
 * @param split where the split is, the same in every run of its task
 * @param outside well-formed lines of users outside the range
 * @param rejects the name of the file of rejected lines, {@code null} when there is none
 */
record SplitTally(String split, long read, long outside, long malformed, String rejects) implements Serializable {
    /** One tally for each split: the last report of each. */
    static Collection<SplitTally> ofEachSplit(List<SplitTally> reports) {
        Map<String, SplitTally> bySplit = new HashMap<>();
        reports.forEach(report -> bySplit.put(report.split(), report));
        return bySplit.values();
    }
}
