package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerLimitTest {
    @Test
    void executorsGetHalfOfTheContainer() {
        assertThat(limit("4g")).map(WorkerLimit::half).hasValue(2048);
    }

    @Test
    void whatOnlyTheEngineUnderstandsDecidesNothing() {
        assertThat(limit("a lot")).isEmpty();
        assertThat(WorkerLimit.of(new Project(Path.of("/p"), Path.of("/p/.bigdata"), Map.of()))).isEmpty();
    }

    @Test
    void executorsThatDoNotFitBesideTheDaemonsAreRefusedWithBothNumbers() {
        WorkerLimit limit = limit("2g").orElseThrow();
        assertThatCode(() -> limit.check(1280)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.check(1281)).hasMessageContainingAll("2048 MiB", "BIGDATA_WORKER_LIMIT", "1281 MiB", "worker.memory");
    }

    private static Optional<WorkerLimit> limit(String text) {
        return WorkerLimit.of(new Project(Path.of("/p"), Path.of("/p/.bigdata"), Map.of("BIGDATA_WORKER_LIMIT", text)));
    }
}
