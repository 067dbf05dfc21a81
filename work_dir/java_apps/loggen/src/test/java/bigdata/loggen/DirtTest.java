package bigdata.loggen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirtTest {
    private static final long NEVER = Long.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({"0.005,100000", "0.5,1001", "0.003,9999", "0.01,99", "0,1000"})
    void theShareIsReachedAndNeverExceeded(double share, long lines) {
        int malformed = spots(new Dirt(1, share, lines, Flaw.OF_LOG2), 0, lines).size();

        assertThat((double) malformed).isLessThanOrEqualTo(lines * share).isGreaterThan(lines * share - 2);
    }

    @Test
    void theSameLinesAreMalformedWhereverABlockBegins() {
        Dirt dirt = new Dirt(7, 0.07, 5_000, Flaw.OF_LOG1);
        List<Dirt.Spot> whole = spots(dirt, 0, 5_000);

        for (int cut = 0; cut < 5_000; cut += 37) {
            List<Dirt.Spot> parts = new ArrayList<>(spots(dirt, 0, cut));
            parts.addAll(spots(dirt, cut, 5_000));
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void everyFlawComesInTurn() {
        Set<Flaw> flaws = new HashSet<>();
        spots(new Dirt(1, 0.5, 2L * Flaw.OF_LOG1.size(), Flaw.OF_LOG1), 0, 100).forEach(spot -> flaws.add(spot.flaw()));

        assertThat(flaws).containsExactlyInAnyOrderElementsOf(Flaw.OF_LOG1);
    }

    @Test
    void theNeighbourOfAMalformedLineIsWellFormed() {
        List<Dirt.Spot> spots = spots(new Dirt(3, 0.5, 1_000, Flaw.OF_LOG1), 0, 1_000);
        Set<Long> malformed = new HashSet<>();
        spots.forEach(spot -> malformed.add(spot.line()));

        assertThat(spots).noneMatch(spot -> malformed.contains(spot.neighbour()));
    }

    @Test
    void everyFlawSpoilsALineInItsOwnWay() {
        Set<String> lines = new HashSet<>();
        lines.add("18-10-2017 00:00:25;9;1;2;1_9");
        List<Flaw> flaws = Flaw.OF_LOG2;
        flaws.forEach(flaw -> lines.add(new String(flaw.spoil(1, "18-10-2017 00:00:25", "9", "1", "2", "1_9"),
            StandardCharsets.ISO_8859_1)));

        assertThat(lines).hasSize(flaws.size() + 1);
    }

    private static List<Dirt.Spot> spots(Dirt dirt, long first, long end) {
        List<Dirt.Spot> spots = new ArrayList<>();
        for (Dirt.Spot spot = dirt.from(first); spot.line() != NEVER && spot.line() < end; spot = dirt.from(spot.line() + 1)) {
            spots.add(spot);
        }
        return spots;
    }
}
