package bigdata.loggen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {
    @ParameterizedTest
    @CsvSource({"20000,49999", "5,5", "1,1", "1000,1000", "3,2147483646", "6,12"})
    void idsDifferAndAreSpreadOverTheWholeRange(int users, int maxUserId) {
        Population population = population(users, maxUserId, 1);
        int[] ids = IntStream.range(0, users).map(population::id).sorted().toArray();

        assertThat(IntStream.of(ids).distinct().count()).isEqualTo(users);
        assertThat(ids[0]).isPositive();
        assertThat(ids[users - 1]).isLessThanOrEqualTo(maxUserId);
        assertThat((double) ids[users / 2] / maxUserId).isBetween(0.3, 1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aboutFifteenPercentPay(long seed) {
        Population population = population(20_000, 49_999, seed);

        long paid = IntStream.range(0, population.size()).filter(population::paid).count();

        assertThat(paid / 20_000.0).isCloseTo(0.15, within(0.01));
    }

    @Test
    void aFewUsersMakeMuchOfTheActivity() {
        Population population = population(1_000, 49_999, 1);
        Dice dice = Dice.of(1, Dice.Stream.PLAYS, 0);

        long ofTheFirstTenth = IntStream.range(0, 100_000).map(i -> population.draw(dice)).filter(user -> user < 100).count();

        assertThat(ofTheFirstTenth / 100_000.0).isBetween(0.25, 0.6);
    }

    @Test
    void userIdsOfTheDefaultRangeReachBothItsEnds() {
        Population population = population(2_000, 49_999, 1);

        assertThat(IntStream.range(0, 2_000).map(population::id).min().orElseThrow()).isLessThan(500);
        assertThat(IntStream.range(0, 2_000).map(population::id).max().orElseThrow()).isGreaterThan(49_500);
    }

    private static Population population(int users, int maxUserId, long seed) {
        World world = new World(0, users, 100, maxUserId, 0, seed, LocalDate.of(2017, 10, 1), 30);
        return new Population(world, new Catalogue(world.songs()));
    }
}
