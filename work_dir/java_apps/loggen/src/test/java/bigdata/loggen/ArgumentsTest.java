package bigdata.loggen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void theDefaultsAreAMillionPlaysOfTwentyThousandUsersWithHalfAPercentOfDirt() {
        assertThat(Arguments.parse("/logs").world())
            .isEqualTo(new World(1_000_000, 20_000, 20_000, 49_999, 0.005, 1, LocalDate.of(2017, 10, 1), 30));
    }

    @Test
    void allErrorsAreToldAtOnce() {
        assertThatThrownBy(() -> Arguments.parse("--plays", "many", "--dirt", "0.6", "--users", "0", "--start", "2017-02-30"))
            .isInstanceOf(UsageError.class)
            .hasMessageContainingAll("--plays is a whole number", "--dirt is a share from 0 to 0.5, not 0.6",
                "--users is a whole number from 1", "--start is a date", "one OUTPUT_DIR is needed, 0 given");
    }

    @Test
    void moreUsersThanIdsAreRefused() {
        assertThatThrownBy(() -> Arguments.parse("--users", "10", "--max-user-id", "9", "/logs"))
            .isInstanceOf(UsageError.class).hasMessageContaining("--max-user-id is a whole number from 10");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> Arguments.parse("--play", "9", "/logs"))
            .isInstanceOf(UsageError.class).hasMessageContaining("--play");
    }
}
