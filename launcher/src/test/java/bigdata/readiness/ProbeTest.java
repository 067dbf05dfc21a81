package bigdata.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Probe READY = () -> Readiness.ready("fine");

    @Test
    void twoAreReadyWhenBothAre() throws InterruptedException {
        assertThat(Probe.none().and(READY).attempt()).isEqualTo(Readiness.ready("fine"));
    }

    @Test
    void theFirstThatIsNotReadyGivesTheReason() throws InterruptedException {
        Probe first = () -> Readiness.notReady("first");
        Probe second = () -> Readiness.notReady("second");

        assertThat(READY.and(first).and(second).attempt()).isEqualTo(Readiness.notReady("first"));
    }

    @Test
    void whatComesAfterAnUnreadyOneIsNotAsked() throws InterruptedException {
        Probe mustNotBeAsked = () -> {
            throw new AssertionError("asked");
        };

        assertThat(((Probe) () -> Readiness.notReady("first")).and(mustNotBeAsked).attempt().isReady()).isFalse();
    }
}
