package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void itHasNoMoreMemoryThanTheKernelSays() throws IOException {
        Path kernel = Path.of("/proc/meminfo");
        assumeThat(kernel).as("Linux's account of the memory").exists();
        long totalKib = Files.readAllLines(kernel).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();

        assertThat(Machine.thisOne().memoryMib()).isBetween(64L, totalKib >> 10);
    }
}
