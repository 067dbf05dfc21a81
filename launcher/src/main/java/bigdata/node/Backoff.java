package bigdata.node;

import java.time.Duration;

/** How long to wait before a service that ended is started again: at once after a long life, ever longer in a crash loop. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofSeconds(60);

    private Duration next = FIRST;
    private long started = System.nanoTime();

    void started() {
        started = System.nanoTime();
    }

    Duration next() {
        if (System.nanoTime() - started > LONG_LIFE.toNanos()) {
            next = FIRST;
        }
        Duration now = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return now;
    }
}
