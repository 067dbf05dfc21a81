package bigdata.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void rejectsGoBesideTheOutputUnlessToldOtherwise() {
        assertThat(Arguments.parse("-5", "9", "a", "b", "out/").rejects()).isEqualTo(new Path("out.rejects"));
        assertThat(Arguments.parse("-5", "9", "a", "b", "out", "--rejects", "bad").rejects()).isEqualTo(new Path("bad"));
    }

    @Test
    void negativeIdsAreNoOptions() {
        assertThat(Arguments.parse("-5", "-3", "a", "b", "out").range()).isEqualTo(new IdRange(-5, -3));
    }

    @Test
    void allErrorsAreToldAtOnce() {
        assertThatThrownBy(() -> Arguments.parse("one", "2147483648", "a", "b", "out", "--max-rejects", "-1", "c"))
            .isInstanceOf(UsageError.class)
            .hasMessageContainingAll("min-range-Id is an int, not one", "max-range-Id is an int, not 2147483648",
                "--max-rejects is a number", "an argument too many: c");
    }

    @Test
    void aRangeFromMoreToLessIsRefused() {
        assertThatThrownBy(() -> Arguments.parse("2", "1", "a", "b", "out"))
            .isInstanceOf(UsageError.class).hasMessageContaining("min-range-Id 2 is greater than max-range-Id 1");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> Arguments.parse("1", "2", "a", "b", "out", "--overwrit"))
            .isInstanceOf(UsageError.class).hasMessageContaining("--overwrit");
    }

    @ParameterizedTest
    @CsvSource({"1%,1,100,true", "1%,2,199,false", "0.5%,1,200,true", "3,3,3,true", "3,4,1000,false", "0,0,0,true", "0%,1,1000,false"})
    void rejectsAreAllowedByNumberOrByShare(String text, long rejected, long read, boolean allowed) {
        assertThat(MaxRejects.parse(text).allows(rejected, read)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"101%", "-1", "1.5", "%", "many"})
    void otherAmountsOfRejectsAreRefused(String text) {
        assertThatThrownBy(() -> MaxRejects.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(text);
    }
}
