package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogsTest {
    @TempDir
    private Path home;

    private Path state;
    private ServiceLogs logs;

    @BeforeEach
    void aStateFolder() {
        Project project = Project.at(home, Map.of());
        state = project.state();
        logs = new ServiceLogs(project);
    }

    @Test
    void withoutANameAllLogsThatHoldAnythingAreGiven() throws IOException {
        Path master = log("master", "namenode.log", "text");
        Path worker = log("worker-1", "datanode.out", "text");
        log("master", "namenode.out", "");

        assertThat(logs.files(Optional.empty())).containsExactly(master, worker);
    }

    @Test
    void aServiceIsMeantOnEveryNodeOrOnOne() throws IOException {
        Path first = log("worker-1", "datanode.log", "text");
        Path second = log("worker-2", "datanode.log", "text");
        log("worker-2", "spark-worker.log", "text");

        assertThat(logs.files(Optional.of("datanode"))).containsExactly(first, second);
        assertThat(logs.files(Optional.of("worker-2/datanode"))).containsExactly(second);
    }

    @Test
    void whatIsNoLogOfANodeIsLeftOut() throws IOException {
        Path log = log("master", "namenode.log", "text");
        log("master", "namenode.log.1", "rolled");
        Files.createDirectories(state.resolve("logs").resolve("jobs"));
        Files.writeString(state.resolve("logs").resolve("jobs").resolve("job.log"), "text");
        Files.writeString(state.resolve("logs").resolve("stray.log"), "text");

        assertThat(logs.files(Optional.empty())).containsExactly(log);
    }

    @Test
    void aServiceThatThereIsNotIsAnErrorThatNamesThoseThereAre() throws IOException {
        log("master", "namenode.log", "text");
        log("worker-1", "datanode.log", "text");

        assertThatThrownBy(() -> logs.files(Optional.of("namenod"))).isInstanceOf(NoSuchServiceException.class)
                .hasMessage("there is no service namenod; there are datanode, namenode");
    }

    @Test
    void aStateWithoutLogsSaysHowTheyComeToBe() {
        assertThatThrownBy(() -> logs.files(Optional.empty())).isInstanceOf(NoSuchServiceException.class)
                .hasMessageContaining("no logs yet").hasMessageContaining("bigdata up");
    }

    private Path log(String node, String name, String text) throws IOException {
        Files.createDirectories(state.resolve("nodes").resolve(node));
        return Files.writeString(Files.createDirectories(state.resolve("logs").resolve(node)).resolve(name), text);
    }
}
