package bigdata.loggen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final int PLAYS = 100_000;
    private static final LocalDate MONDAY = LocalDate.of(2017, 10, 2);

    @Test
    void timeGoesOnFromTheFirstSecondToTheLast() {
        long[] seconds = seconds(new Rhythm(MONDAY, 7));

        assertThat(seconds).isSorted();
        assertThat(seconds[0]).isZero();
        assertThat(seconds[PLAYS - 1]).isBetween(7 * 86_400L - 60, 7 * 86_400L - 1);
        assertThat(new Rhythm(MONDAY, 36_500).second(Math.nextDown(1.0))).isLessThanOrEqualTo(36_500 * 86_400L);
    }

    /** Weights of the night, 2 to 5, against those of the evening, 18 to 21: 3 to 39 on a Monday, 6 to 42 on a Sunday. */
    @Test
    void moreIsPlayedInTheEveningThanAtNightAndOnFreeDaysLater() {
        assertThat(plays(MONDAY, 18, 21) / plays(MONDAY, 2, 5)).isCloseTo(39.0 / 3, within(0.2));
        assertThat(plays(MONDAY.minusDays(1), 18, 21) / plays(MONDAY.minusDays(1), 2, 5)).isCloseTo(42.0 / 6, within(0.2));
    }

    private static double plays(LocalDate day, int from, int to) {
        long plays = LongStream.of(seconds(new Rhythm(day, 1))).map(second -> second / 3_600).filter(hour -> hour >= from && hour < to).count();
        return plays;
    }

    private static long[] seconds(Rhythm rhythm) {
        return IntStream.range(0, PLAYS).mapToLong(play -> rhythm.second((double) play / PLAYS)).toArray();
    }
}
