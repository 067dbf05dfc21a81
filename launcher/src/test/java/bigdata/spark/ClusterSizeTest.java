package bigdata.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSizeTest {
    @ParameterizedTest(name = "{0} workers of {1} cores and {2} MiB")
    @CsvSource({
            // workers, cores, MiB | of an application: cores, cores and MiB of an executor
            "1,  1, 1024,  1, 1, 512",
            "1,  2, 2048,  1, 1, 1024",
            "1,  3, 3072,  1, 1, 1024",
            "2,  2, 2048,  2, 1, 1024",
            "2,  4, 8192,  4, 2, 4096",
            "3,  5, 5120,  7, 2, 2048",
            "4, 16, 65536, 32, 8, 32768",
            "1,  8, 512,   4, 4, 512"})
    void anApplicationGetsHalf(int workers, int cores, int memory, int fair, int executorCores, int executorMemory) {
        ClusterSize size = new ClusterSize(workers, cores, memory);

        assertThat(size.fairCores()).isEqualTo(fair);
        assertThat(size.executorCores()).isEqualTo(executorCores);
        assertThat(size.executorMemoryMib()).isEqualTo(executorMemory);
    }

    @ParameterizedTest(name = "a worker of {0} cores")
    @CsvSource({"1", "2", "3", "4", "5", "7", "8", "15", "16", "64"})
    void twoApplicationsFitOnAWorkerUnlessItHasOneCore(int cores) {
        ClusterSize size = new ClusterSize(1, cores, 1024 * cores);

        assertThat(size.executorCores() * 2 <= cores || cores == 1).isTrue();
        assertThat(size.executorMemoryMib() * 2).isLessThanOrEqualTo(1024 * cores);
    }

    @ParameterizedTest(name = "{0} workers of {1} cores")
    @CsvSource({"1,1", "1,2", "2,1", "2,3", "3,4"})
    void anApplicationsShareHoldsAtLeastOneExecutor(int workers, int cores) {
        ClusterSize size = new ClusterSize(workers, cores, 4096);

        assertThat(size.fairCores()).isGreaterThanOrEqualTo(size.executorCores()).isLessThanOrEqualTo(size.totalCores());
    }
}
