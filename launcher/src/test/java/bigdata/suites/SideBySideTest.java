package bigdata.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

        List<SuiteResult> results = SideBySide.all(suites, suite -> {
            bothRun.countDown();
            assertThat(bothRun.await(30, TimeUnit.SECONDS)).as("each waits for the other").isTrue();
            return passed(suite);
        });

        assertThat(results).extracting(SuiteResult::suite).containsExactly("first", "second", "third");
    }

    @Test
    void thoseOfMavenFollowOneAnother() throws Exception {
        List<Suite> suites = List.of(suite("unit", "/bin/maven"), suite("cluster", "/bin/maven"), suite("docker", "/bin/maven"),
                suite("shell", "python"));
        AtomicInteger mavens = new AtomicInteger();
        CountDownLatch shellRan = new CountDownLatch(1);

        List<SuiteResult> results = SideBySide.all(suites, suite -> {
            if (suite.usesMaven()) {
                assertThat(mavens.incrementAndGet()).isEqualTo(1);
                assertThat(shellRan.await(30, TimeUnit.SECONDS)).as("another suite runs meanwhile").isTrue();
                mavens.decrementAndGet();
            } else {
                shellRan.countDown();
            }
            return passed(suite);
        });

        assertThat(results).hasSize(4);
    }

    @Test
    void whatKeepsASuiteFromRunningIsTold() {
        assertThatThrownBy(() -> SideBySide.all(List.of(suite("unit", "/bin/maven")), suite -> {
            throw new IOException("no space left");
        })).isInstanceOf(IOException.class).hasMessage("no space left");
    }
}
