package bigdata.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks a probe again until it is ready. The only place where the project waits for something to become usable.
 *
 * @param limit how long in all
 * @param interval between two attempts
 */
public record Waiter(Duration limit, Duration interval) {
    /**
     * Returns when the probe is ready.
     *
     * @param hopeless asked before each attempt: why waiting on is pointless, for instance since the process has ended
     * @param progress told each new reason for not being ready
     * @return the detail of the ready answer
     * @throws NotReadyInTime at the limit or when hopeless, with the last reason
     * @throws InterruptedException when interrupted
     */
    public String await(String what, Probe probe, Supplier<Optional<String>> hopeless, Consumer<String> progress)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        String last = "";
        while (true) {
            Optional<String> end = hopeless.get();
            if (end.isPresent()) {
                throw new NotReadyInTime(what + " cannot become usable: " + end.get());
            }
            Readiness answer = probe.attempt();
            if (answer.isReady()) {
                return answer.text();
            }
            if (!answer.text().equals(last)) {
                last = answer.text();
                progress.accept(last);
            }
            if (System.nanoTime() >= deadline) {
                throw new NotReadyInTime(what + " is not usable after " + limit.toSeconds() + " s: " + last);
            }
            TimeUnit.NANOSECONDS.sleep(interval.toNanos());
        }
    }
}
