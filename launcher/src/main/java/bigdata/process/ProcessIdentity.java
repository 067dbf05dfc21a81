package bigdata.process;

import java.time.Instant;
import java.util.Optional;

/**
 * One process of this machine. The kernel uses a PID again, so a PID counts only together with its start time.
 *
 * @param pid the process id
 * @param startedMillis when the process began, as the kernel tells it, in milliseconds since 1970
 */
public record ProcessIdentity(long pid, long startedMillis) {
    /** The kernel tells start times relative to a boot time that moves when the clock is set. */
    private static final long CLOCK_SLACK_MILLIS = 2_000;

    /** The identity of a process that runs now, or of one that has just ended. */
    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), startedMillis(handle));
    }

    /** The running process with this identity; empty when it has ended, whoever has its PID now. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(handle -> Math.abs(startedMillis(handle) - startedMillis) <= CLOCK_SLACK_MILLIS);
    }

    private static long startedMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Whether exactly this process still runs. */
    public boolean runs() {
        return find().isPresent();
    }
}
