package bigdata.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private long now;
    private final Backoff backoff = new Backoff(() -> now);

    @Test
    void theWaitDoublesInACrashLoopUpToHalfAMinute() {
        assertThat(Stream.generate(this::crash).limit(8)).extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void aLongLifeIsForgiven() {
        Stream.generate(this::crash).limit(6).forEach(each -> { });
        backoff.started();
        pass(Duration.ofSeconds(61));

        assertThat(backoff.next()).hasMillis(500);
    }

    @Test
    void oneLongLifeIsForgivenOnce() {
        backoff.started();
        pass(Duration.ofHours(1));
        backoff.next();

        assertThat(backoff.next()).as("it could not be started at all").hasMillis(1_000);
    }

    private Duration crash() {
        backoff.started();
        pass(Duration.ofSeconds(1));
        return backoff.next();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
