package bigdata.contract;

import static bigdata.contract.Bigdata.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import bigdata.contract.Bigdata.Running;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on this machine without containers, and what can be seen of its processes here. */
@Tag("cluster")
class RunningClusterTest extends ClusterContract {
    private static final Bigdata BIGDATA = new Bigdata("running", Map.of("BIGDATA_WORKERS", "2", "BIGDATA_WORKER_MEMORY", "2g",
            "BIGDATA_WORKER_CORES", "2"));

    @Override
    Bigdata cluster() {
        return BIGDATA;
    }

    @Override
    String[] up() {
        return new String[] {"up"};
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        List<Long> pids = BIGDATA.processes().stream().map(ProcessHandle::pid).toList();
        assertThat(pids).hasSizeGreaterThan(6);
        List<String> addresses = Listening.addresses(pids);
        assertThat(addresses).isNotEmpty().allMatch(Listening::isLoopback);
    }

    @Test
    void theSecretIsInNoProcessListAndNoLog() throws IOException {
        String secret = Files.readString(BIGDATA.state().resolve("secrets/spark")).strip();
        assertThat(secret).hasSizeGreaterThan(30);
        assertThat(BIGDATA.processes()).allSatisfy(process -> assertThat(Bigdata.commandLine(process)).doesNotContain(secret));
        try (Stream<Path> logs = Files.walk(BIGDATA.state().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secret);
            }
        }
    }

    @Test
    void killEndsARunningApplicationAndHistoryKeepsIt() throws IOException {
        Path app = Files.writeString(folder.resolve("endless.py"), """
                import time
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.appName("endless").getOrCreate()
                print("id", spark.sparkContext.applicationId, flush=True)
                spark.sparkContext.parallelize([0], 1).foreach(lambda _: time.sleep(600))
                """);
        Running running = BIGDATA.start("submit", app.toString());
        eventually("the application runs", () -> running.outSoFar().contains("id app-"));
        String id = running.outSoFar().lines().filter(line -> line.startsWith("id ")).findFirst().orElseThrow().substring(3);
        assertThat(BIGDATA.succeed("apps")).contains(id).contains("endless");
        BIGDATA.succeed("kill", id);
        assertThat(running.await().code()).isNotZero();
        assertThat(BIGDATA.run("kill", "app-nowhere").code()).isEqualTo(1);
        URI history = URI.create(BIGDATA.status().at("/pages/Spark History").asText() + "/api/v1/applications/" + id);
        eventually("the history shows it", () -> answers(history));
    }

    @Test
    void aKilledServiceComesBackAndIsCounted() throws IOException {
        BIGDATA.succeed("fs", "-touchz", "/before-the-kill");
        int before = BIGDATA.service("worker-2/datanode").path("restarts").asInt();
        BIGDATA.process("worker-2/datanode").destroyForcibly();
        eventually("the DataNode is back", () -> BIGDATA.service("worker-2/datanode").path("restarts").asInt() > before
                && BIGDATA.status().path("state").asText().equals("usable"));
        BIGDATA.succeed("fs", "-test", "-e", "/before-the-kill");
    }

    @Test
    void aKilledNodeIsSeenAndUpRepairsIt() {
        ProcessHandle.of(BIGDATA.node("worker-1").at("/process/pid").asLong()).orElseThrow().destroyForcibly();
        eventually("status says so", () -> BIGDATA.node("worker-1").path("state").asText().equals("dead"));
        assertThat(BIGDATA.run("status").code()).isEqualTo(1);
        BIGDATA.succeed("up");
        assertThat(BIGDATA.status().path("state").asText()).isEqualTo("usable");
        assertThat(BIGDATA.status().at("/hdfs/live")).hasSize(2);
    }

    @Test
    void aSecondDeploymentOfTheSameStateIsRefused() {
        Result second = BIGDATA.run("up", "--docker");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("runs on this machine without containers").contains("BIGDATA_STATE");
    }

    private static boolean answers(URI address) {
        try (var body = address.toURL().openStream()) {
            return new ObjectMapper().readTree(body).path("name").asText().equals("endless");
        } catch (IOException notYet) {
            return false;
        }
    }
}
