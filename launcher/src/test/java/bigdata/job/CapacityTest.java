package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void executorsAreOfTheSizeOfTheSmallestWorker() {
        Capacity capacity = new Capacity(List.of(8, 3));

        assertThat(capacity.leastCores()).isEqualTo(3);
        assertThat(capacity.executors()).isEqualTo(3);
        assertThat(capacity.totalCores()).isEqualTo(11);
    }

    @Test
    void workersThatAreGoneDoNotCount() throws IOException {
        Capacity capacity = Capacity.of(new ObjectMapper().readTree("""
                {"workers": [{"state": "ALIVE", "cores": 2}, {"state": "DEAD", "cores": 64}]}
                """));

        assertThat(capacity).isEqualTo(new Capacity(List.of(2)));
    }

    @Test
    void withoutAnyWorkerAnApplicationAsksForOneCoreAndWaits() {
        Capacity none = new Capacity(List.of());

        assertThat(List.of(none.totalCores(), none.leastCores(), none.executors())).containsOnly(1);
    }
}
