package bigdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class BalanceTest {
    @Test
    void theBalanceOfEachLogIsReadFromTheLinesOfTheJob() {
        String output = """
                reading the logs
                log1: read=20000 used=19900 filtered=0 rejected=100
                log2: read=3000000000 used=2999000000 filtered=500000 rejected=500000
                features: 19900 rows
                """;

        assertThat(Balance.all(output)).containsExactly(
                entry("log1", new Balance(20_000, 19_900, 0, 100)),
                entry("log2", new Balance(3_000_000_000L, 2_999_000_000L, 500_000, 500_000)));
    }

    @Test
    void linesOfAnotherShapeAreNoBalance() {
        assertThat(Balance.all("""
                see log1: read=1 used=1 filtered=0 rejected=0
                log3: read=1 used=1 filtered=0 rejected=0
                log1: read=1 used=1 rejected=0
                """)).isEmpty();
    }
}
