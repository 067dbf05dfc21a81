package bigdata.node;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to wait before a service that ended is started again: at once after a long life, ever longer in a crash loop. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofSeconds(60);

    private final LongSupplier nanos;
    private Duration next = FIRST;
    private long started;

    Backoff() {
        this(System::nanoTime);
    }

    /** @param nanos a clock like {@link System#nanoTime} */
    Backoff(LongSupplier nanos) {
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    void started() {
        started = nanos.getAsLong();
    }

    Duration next() {
        if (nanos.getAsLong() - started > LONG_LIFE.toNanos()) {
            next = FIRST;
        }
        started = nanos.getAsLong(); // one long life counts once, also when the next start fails before there is a process
        Duration now = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return now;
    }
}
