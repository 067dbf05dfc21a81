package bigdata.config;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What there is to share among the workers.
 *
 * @param cores processors that this process may use
 * @param memoryMib memory in MiB
 */
public record Machine(int cores, long memoryMib) {
    public Machine {
        if (cores < 1 || memoryMib < 1) {
            throw new IllegalArgumentException("not a machine: " + cores + " cores, " + memoryMib + " MiB");
        }
    }

    /** This machine, or the container that this runs in: the JDK answers both questions with the cgroup's limits. */
    public static Machine thisOne() {
        long bytes = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Machine(Runtime.getRuntime().availableProcessors(), bytes >> 20);
    }
}
