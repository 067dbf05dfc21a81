package bigdata.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTableTest {
    @Test
    void hasARowForEverySuiteAndEndsWithTheSumAlone() {
        StringWriter out = new StringWriter();
        SuiteResult unit = new SuiteResult("unit", new Tally(120, 0, 2), Duration.ofMillis(34_120));
        SuiteResult shell = new SuiteResult("shell", new Tally(40, 1, 0), Duration.ofSeconds(9));

        new ClosingTable(List.of(unit, shell)).print(new PrintWriter(out));

        assertThat(out.toString().lines()).containsExactly(
                "",
                "suite        passed   failed  skipped   seconds",
                "unit            120        0        2      34.1",
                "shell            40        1        0       9.0",
                "160 passed, 1 failed, 2 skipped");
    }
}
