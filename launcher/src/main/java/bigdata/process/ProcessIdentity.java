package bigdata.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One process. The kernel uses a PID again, so a PID counts only together with its start time; and every container counts
 * PIDs for itself, so it counts only where it was given.
 *
 * @param pid the process id
 * @param startedMillis when the process began, as the kernel tells it, in milliseconds since 1970
 * @param namespace in which the PID counts, such as {@code pid:[4026531836]}; empty where the kernel has none
 */
public record ProcessIdentity(long pid, long startedMillis, String namespace) {
    /** The kernel tells start times relative to a boot time that moves when the clock is set. */
    private static final long CLOCK_SLACK_MILLIS = 2_000;
    private static final String HERE = namespaceOfThisProcess();

    public ProcessIdentity {
        namespace = namespace == null ? HERE : namespace; // noted by a version that knew no other
    }

    /** A process of the namespace that this one runs in. */
    public ProcessIdentity(long pid, long startedMillis) {
        this(pid, startedMillis, HERE);
    }

    /** The identity of a process that runs now, or of one that has just ended. */
    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), startedMillis(handle));
    }

    /** The running process with this identity; empty when it has ended, whoever has its PID now, or cannot be seen from here. */
    public Optional<ProcessHandle> find() {
        return !countsHere() ? Optional.empty() : ProcessHandle.of(pid).filter(ProcessIdentity::runs)
                .filter(handle -> Math.abs(startedMillis(handle) - startedMillis) <= CLOCK_SLACK_MILLIS);
    }

    /**
     * Whether a process can still do anything. One that has ended and whose parent has not asked yet how (a zombie) cannot,
     * though the JDK calls it alive.
     */
    public static boolean runs(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat")); // pid (name) state ..., see proc(5)
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException notLinuxOrGone) {
            return handle.isAlive();
        }
    }

    /** Whether the process, if it runs, can be seen from here: it may be in another container. */
    public boolean countsHere() {
        return namespace.equals(HERE);
    }

    /** See pid_namespaces(7). */
    private static String namespaceOfThisProcess() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException notLinux) {
            return "";
        }
    }

    private static long startedMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Whether exactly this process still runs. */
    public boolean runs() {
        return find().isPresent();
    }
}
