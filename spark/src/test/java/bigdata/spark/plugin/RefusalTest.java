package bigdata.spark.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Offer SMALL = new Offer("worker-1-20260101000000-a-1", "a", 1, 2, 2048, Map.of());
    private static final Offer WIDE = new Offer("worker-2-20260101000000-b-1", "b", 1, 8, 1024, Map.of("gpu", 1L));

    @Test
    void whatOneWorkerHoldsIsNotRefused() {
        assertThat(Refusal.ofWorkers(request(2048, 2), List.of(WIDE, SMALL))).isEmpty();
    }

    @Test
    void moreMemoryThanAnyWorkerHasIsRefusedWithTheLargestAndTheSetting() {
        assertThat(Refusal.ofWorkers(request(65536, 1), List.of(SMALL, WIDE))).contains(
                "Each executor asks for 65536 MiB of memory, but the largest worker has 2048 MiB."
                        + " Lower spark.executor.memory (--executor-memory) to at most 2048m.");
    }

    @Test
    void moreCoresThanAnyWorkerHasIsRefusedWithTheLargestAndTheSetting() {
        assertThat(Refusal.ofWorkers(request(512, 9), List.of(SMALL, WIDE))).contains(
                "Each executor asks for 9 cores, but the largest worker has 8. Lower spark.executor.cores (--executor-cores) to at most 8.");
    }

    @Test
    void everythingThatIsTooMuchIsToldAtOnce() {
        assertThat(Refusal.ofWorkers(request(65536, 9), List.of(SMALL))).hasValueSatisfying(
                reason -> assertThat(reason).contains("65536 MiB", "9 cores"));
    }

    @Test
    void whatTheWorkersHaveOnlyTogetherIsRefused() {
        assertThat(Refusal.ofWorkers(request(2048, 8), List.of(SMALL, WIDE))).contains(
                "Each executor asks for 8 cores and 2048 MiB of memory, but no worker has all of it: they have"
                        + " 2 cores and 2048 MiB; 8 cores and 1024 MiB. Lower spark.executor.memory or spark.executor.cores.");
    }

    @Test
    void aResourceThatNoWorkerHasIsRefused() {
        ExecutorRequest request = new ExecutorRequest(512, OptionalInt.of(1), OptionalInt.empty(), 1, Map.of("gpu", 2L));

        assertThat(Refusal.ofWorkers(request, List.of(SMALL, WIDE))).hasValueSatisfying(
                reason -> assertThat(reason).contains("2 of the resource gpu", "no worker has more than 1", "spark.executor.resource.gpu.amount"));
    }

    @Test
    void withoutExecutorCoresAnExecutorNeedsTheCoresOfOneTask() {
        ExecutorRequest request = new ExecutorRequest(512, OptionalInt.empty(), OptionalInt.empty(), 4, Map.of());

        assertThat(Refusal.ofWorkers(request, List.of(WIDE))).isEmpty();
        assertThat(Refusal.ofWorkers(request, List.of(SMALL))).hasValueSatisfying(reason -> assertThat(reason).contains("spark.task.cpus"));
    }

    @Test
    void fewerCoresInAllThanOneExecutorNeedsIsRefusedWhateverTheWorkersHave() {
        ExecutorRequest request = new ExecutorRequest(512, OptionalInt.of(2), OptionalInt.of(1), 1, Map.of());

        assertThat(Refusal.ofRequest(request)).contains("The application may use 1 core in all (spark.cores.max), but one executor needs 2"
                + " (spark.executor.cores). Raise spark.cores.max or lower spark.executor.cores.");
        assertThat(Refusal.ofRequest(request(512, 2))).isEmpty();
    }

    private static ExecutorRequest request(long memoryMb, int cores) {
        return new ExecutorRequest(memoryMb, OptionalInt.of(cores), OptionalInt.of(100), 1, Map.of());
    }
}
