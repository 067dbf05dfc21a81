package bigdata.config;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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

    /** The machine that this container runs on: its memory, whatever limit this container has. */
    public static Machine aroundThisContainer() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) { // proc(5): MemTotal: N kB, of the whole machine
            long kib = lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst()
                    .orElseThrow(() -> new IOException("/proc/meminfo tells no MemTotal"));
            return new Machine(Runtime.getRuntime().availableProcessors(), kib >> 10);
        }
    }

    /** This machine, or the container that this runs in: the JDK answers both questions with the cgroup's limits. */
    public static Machine thisOne() {
        long bytes = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Machine(Runtime.getRuntime().availableProcessors(), bytes >> 20);
    }
}
