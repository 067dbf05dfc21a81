package bigdata.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"master", "worker-1", "worker-42"})
    void theNamesOfTheMastersOwnNodesAreRefused(String name) {
        assertThatThrownBy(() -> new WorkerName(name)).isInstanceOf(JoinRefused.class).hasMessageContaining("--name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../up", "Worker", "a b", "-a", "a-"})
    void whatIsNoNameOfAFolderIsRefused(String name) {
        assertThatThrownBy(() -> new WorkerName(name)).isInstanceOf(JoinRefused.class).hasMessageContaining("allowed are");
    }

    @Test
    void withoutAnyItIsNamedAfterItsMachine() throws IOException {
        assertThat(WorkerName.ofThisMachine().text()).startsWith("worker-").isLowerCase();
    }
}
