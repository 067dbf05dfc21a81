package bigdata.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes the way an operator would: TERM, a bounded wait, KILL. */
public final class ProcessEnder {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private ProcessEnder() {}

    /**
     * Ends the processes and everything they started. Returns when none of them runs any more.
     *
     * @param grace how long they may take to end by themselves after TERM
     * @return those that had to be killed
     * @throws InterruptedException when interrupted; then some may still run
     */
    public static List<ProcessHandle> end(Collection<ProcessHandle> processes, Duration grace) throws InterruptedException {
        List<ProcessHandle> children = new ArrayList<>();
        for (ProcessHandle process : processes) {
            process.descendants().forEach(children::add);
            process.destroy();
        }
        await(processes, grace);
        processes.forEach(process -> process.descendants().forEach(children::add)); // since TERM, by one that ignores it
        List<ProcessHandle> all = new ArrayList<>(processes);
        all.addAll(children);
        List<ProcessHandle> stubborn = all.stream().filter(ProcessHandle::isAlive).distinct().toList();
        stubborn.forEach(ProcessHandle::destroyForcibly);
        await(stubborn, AFTER_KILL);
        return stubborn.stream().filter(processes::contains).toList();
    }

    private static void await(Collection<ProcessHandle> processes, Duration limit) throws InterruptedException {
        CompletableFuture<Void> ended = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            // The caller looks at who is left.
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("onExit completes normally", impossible);
        }
    }
}
