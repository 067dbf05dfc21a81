package bigdata.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static Suite suite(String name, String program) {
        return new Suite(name, "an example", List.of(new TestRun(List.of(program, "test"), Path.of("/"), List.of())));
    }

    private static SuiteResult passed(Suite suite) {
        return new SuiteResult(suite.name(), new Tally(1, 0, 0), Duration.ZERO);
    }

    @Test
    void twoRunAtOnceAndTheirResultsKeepTheirOrder() throws Exception {
        List<Suite> suites = List.of(suite("first", "python"), suite("second", "python"), suite("third", "python"));
        CountDownLatch bothRun = new CountDownLatch(2);

        List<SuiteResult> results = SideBySide.all(suites, Suite::beginsInTargets, suite -> {
            bothRun.countDown();
            assertThat(bothRun.await(30, TimeUnit.SECONDS)).as("each waits for the other").isTrue();
            return passed(suite);
        });

        assertThat(results).extracting(SuiteResult::suite).containsExactly("first", "second", "third");
    }

    @Test
    void oneThatWouldWaitBeginsWhenNoOtherIsLeft() throws Exception {
        List<Suite> suites = List.of(suite("unit", "/bin/maven"), suite("shell", "python"), suite("features", "python"));
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch others = new CountDownLatch(2);

        SideBySide.all(suites, Suite::beginsInTargets, suite -> {
            begun.add(suite.name());
            others.countDown();
            assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
            return passed(suite);
        });

        assertThat(begun).containsExactlyInAnyOrder("unit", "shell", "features").endsWith("unit");
    }

    @Test
    void whatKeepsASuiteFromRunningIsTold() {
        assertThatThrownBy(() -> SideBySide.all(List.of(suite("unit", "/bin/maven")), suite -> false, suite -> {
            throw new IOException("no space left");
        })).isInstanceOf(IOException.class).hasMessage("no space left");
    }
}
