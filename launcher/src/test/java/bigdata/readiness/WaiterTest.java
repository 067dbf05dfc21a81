package bigdata.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaiterTest {
    private static final Waiter PATIENT = new Waiter(Duration.ofMinutes(10), Duration.ofMillis(1));

    private final List<String> told = new ArrayList<>();

    @Test
    void aReadyAnswerEndsTheWaitWithItsDetail() throws InterruptedException {
        assertThat(PATIENT.await("it", () -> Readiness.ready("all of it"), Optional::empty, told::add)).isEqualTo("all of it");
        assertThat(told).isEmpty();
    }

    @Test
    void everyNewReasonIsToldOnce() throws InterruptedException {
        Iterator<Readiness> answers = List.of(Readiness.notReady("loading"), Readiness.notReady("loading"),
                Readiness.notReady("safe mode"), Readiness.notReady("safe mode"), Readiness.ready("")).iterator();

        PATIENT.await("it", answers::next, Optional::empty, told::add);

        assertThat(told).containsExactly("loading", "safe mode");
    }

    @Test
    void theLimitEndsTheWaitWithTheLastReason() {
        Waiter waiter = new Waiter(Duration.ofMillis(20), Duration.ofMillis(1));

        assertThatThrownBy(() -> waiter.await("HDFS", () -> Readiness.notReady("no DataNode"), Optional::empty, told::add))
                .isInstanceOf(NotReadyInTime.class).hasMessageContaining("HDFS").hasMessageContaining("no DataNode");
    }

    @Test
    void aWaitWithoutTimeStillAsksOnce() throws InterruptedException {
        Waiter waiter = new Waiter(Duration.ZERO, Duration.ofMillis(1));

        assertThat(waiter.await("it", () -> Readiness.ready("there"), Optional::empty, told::add)).isEqualTo("there");
    }

    @Test
    void whatIsHopelessIsNotAskedAgain() {
        List<String> asked = new ArrayList<>();
        Probe probe = () -> {
            asked.add("again");
            return Readiness.notReady("loading");
        };

        assertThatThrownBy(() -> PATIENT.await("the NameNode", probe,
                () -> asked.size() < 2 ? Optional.empty() : Optional.of("it ended with exit code 3"), told::add))
                .isInstanceOf(NotReadyInTime.class).hasMessageContaining("the NameNode").hasMessageContaining("exit code 3");
        assertThat(asked).hasSize(2);
    }

    @Test
    void anInterruptEndsTheWaitAtOnce() {
        Waiter asleep = new Waiter(Duration.ofMinutes(10), Duration.ofMinutes(5));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> asleep.await("it", () -> Readiness.notReady("loading"), Optional::empty, told::add))
                .isInstanceOf(InterruptedException.class);
    }
}
