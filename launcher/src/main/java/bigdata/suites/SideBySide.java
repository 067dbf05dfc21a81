package bigdata.suites;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs two suites at a time: much of what they do is waiting for a cluster's timers. Those of Maven follow one another. */
final class SideBySide {
    private static final int AT_A_TIME = 2;

    /** What runs one suite. */
    interface Run {
        SuiteResult of(Suite suite) throws IOException, InterruptedException;
    }

    private final Run run;
    private final List<Suite> waiting;
    private final Map<Suite, SuiteResult> results = new ConcurrentHashMap<>();
    private boolean mavenRuns;

    private SideBySide(List<Suite> suites, Run run) {
        this.waiting = new ArrayList<>(suites);
        this.run = run;
    }

    /** @return the results in the order of the suites */
    static List<SuiteResult> all(List<Suite> suites, Run run) throws IOException, InterruptedException {
        SideBySide all = new SideBySide(suites, run);
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
            try {
                results.put(suite, run.of(suite));
            } finally {
                ended(suite);
            }
        }
    }

    /** The first suite that may run now; null when there is none, and then the other thread takes those that are left. */
    private synchronized Suite next() {
        for (Iterator<Suite> suites = waiting.iterator(); suites.hasNext();) {
            Suite suite = suites.next();
            if (!suite.usesMaven() || !mavenRuns) {
                suites.remove();
                mavenRuns |= suite.usesMaven();
                return suite;
            }
        }
        return null;
    }

    private synchronized void ended(Suite suite) {
        mavenRuns &= !suite.usesMaven();
    }
}
