package bigdata.suites;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Runs two suites at a time: much of what they do is waiting for a cluster's timers. */
final class SideBySide {
    private static final int AT_A_TIME = 2;

    /** What runs one suite. */
    interface Run {
        SuiteResult of(Suite suite) throws IOException, InterruptedException;
    }

    private final List<Suite> waiting;
    private final Predicate<Suite> wouldWait;
    private final Run run;
    private final Map<Suite, SuiteResult> results = new ConcurrentHashMap<>();

    private SideBySide(List<Suite> suites, Predicate<Suite> wouldWait, Run run) {
        this.waiting = new ArrayList<>(suites);
        this.wouldWait = wouldWait;
        this.run = run;
    }

    /**
     * @param wouldWait whether a suite that began now would wait for another; it begins when no other suite is left
     * @return the results in the order of the suites
     */
    static List<SuiteResult> all(List<Suite> suites, Predicate<Suite> wouldWait, Run run) throws IOException, InterruptedException {
        SideBySide all = new SideBySide(suites, wouldWait, run);
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Callable<Void> thread = () -> {
                all.runWhatWaits();
                return null;
            };
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(AT_A_TIME, thread))) {
                each.get();
            }
            return suites.stream().map(all.results::get).filter(Objects::nonNull).toList();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void runWhatWaits() throws IOException, InterruptedException {
        for (Suite suite = next(); suite != null; suite = next()) {
            results.put(suite, run.of(suite));
        }
    }

    private synchronized Suite next() {
        if (waiting.isEmpty()) {
            return null;
        }
        Suite next = waiting.stream().filter(wouldWait.negate()).findFirst().orElse(waiting.get(0));
        waiting.remove(next);
        return next;
    }
}
