package bigdata.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends processes the way an operator would: TERM, a bounded wait, KILL. */
public final class ProcessEnder {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofMillis(20);

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
        List<ProcessHandle> stubborn = all.stream().filter(ProcessIdentity::runs).distinct().toList();
        stubborn.forEach(ProcessHandle::destroyForcibly);
        await(stubborn, AFTER_KILL);
        return stubborn.stream().filter(processes::contains).toList();
    }

    /** Returns when none runs, or at the limit. The JDK's onExit waits for a zombie too. */
    private static void await(Collection<ProcessHandle> processes, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(ProcessIdentity::runs) && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
        }
    }
}
