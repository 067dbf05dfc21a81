package bigdata.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTallyTest {
    @Test
    void aTaskThatRanTwiceCountsOnce() {
        var first = new SplitTally("log:0", 10, 1, 1, "attempt-1");
        var other = new SplitTally("log:64", 5, 0, 0, null);
        var again = new SplitTally("log:0", 10, 1, 1, "attempt-2");

        assertThat(SplitTally.ofEachSplit(List.of(first, other, again))).containsExactlyInAnyOrder(again, other);
    }
}
