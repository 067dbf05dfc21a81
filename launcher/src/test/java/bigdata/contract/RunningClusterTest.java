package bigdata.contract;

import static bigdata.contract.Bigdata.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import bigdata.contract.Bigdata.Running;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can rely on while a cluster of two workers is up. */
@Tag("cluster")
class RunningClusterTest {
    private static final Bigdata BIGDATA = new Bigdata("running", Map.of("BIGDATA_WORKERS", "2", "BIGDATA_WORKER_MEMORY", "2g",
            "BIGDATA_WORKER_CORES", "2"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void up() {
        BIGDATA.succeed("up");
    }

    @AfterAll
    static void down() {
        BIGDATA.succeed("down", "--purge", "--yes");
    }

    @Test
    void everyServiceIsReadyAndEveryWorkerIsThere() {
        JsonNode status = BIGDATA.status();
        assertThat(status.path("state").asText()).isEqualTo("usable");
        assertThat(status.at("/hdfs/live")).hasSize(2);
        assertThat(status.at("/spark/workers")).hasSize(2);
        assertThat(status.findValuesAsText("state")).contains("READY").doesNotContain("RESTARTING", "UNREADY");
    }

    @Test
    void upAgainIsASentence() {
        Result again = BIGDATA.run("up");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("already up");
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        List<Long> pids = BIGDATA.processes().stream().map(ProcessHandle::pid).toList();
        assertThat(pids).hasSizeGreaterThan(6);
        List<String> addresses = Listening.addresses(pids);
        assertThat(addresses).isNotEmpty().allMatch(Listening::isLoopback);
    }

    @Test
    void noSecretIsInAProcessListOrALog() throws IOException {
        Lab lab = Lab.of(BIGDATA);
        lab.status("GET", "/api/status?token=" + lab.token(), Map.of());
        List<String> secrets = new ArrayList<>();
        for (String name : List.of("spark", "jupyter", "jupyter-cookies")) {
            secrets.add(Files.readString(BIGDATA.state().resolve("secrets").resolve(name)).strip());
        }
        assertThat(secrets).allMatch(secret -> secret.length() > 30).contains(lab.token());
        assertThat(BIGDATA.processes()).allSatisfy(process -> assertThat(Bigdata.commandLine(process)).doesNotContain(secrets));
        try (Stream<Path> logs = Files.walk(BIGDATA.state().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(secrets);
            }
        }
        assertThat(BIGDATA.run("status").out()).contains("JupyterLab").doesNotContain(secrets);
    }

    @Test
    void filesGoIntoHdfsAndComeBackTheSame() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {0, 1, 2, (byte) 255, '\n'});
        BIGDATA.succeed("fs", "-mkdir", "-p", "/files");
        BIGDATA.succeed("fs", "-put", file.toString(), "/files/bytes");
        BIGDATA.succeed("fs", "-get", "hdfs:///files/bytes", folder.resolve("back").toString());
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
        assertThat(BIGDATA.succeed("fs", "-stat", "%r", "/files/bytes").strip()).isEqualTo("2");
    }

    @Test
    void fsPassesOnHadoopsExitCode() {
        assertThat(BIGDATA.run("fs", "-ls", "/nowhere").code()).isEqualTo(1);
        assertThat(BIGDATA.run("fs", "-test", "-d", "/spark").code()).isZero();
    }

    @Test
    void theDataFolderIsSeenAtTmpData() {
        assertThat(BIGDATA.succeed("fs", "-ls", "/tmp/data")).contains("/tmp/data/test_log1.csv");
        assertThat(BIGDATA.succeed("fs", "-head", "/tmp/data/test_log1.csv")).startsWith("userId;region;type;paid");
    }

    @Test
    void submitEndsWithTheApplicationsOwnExitCode() throws IOException {
        Path app = Files.writeString(folder.resolve("three.py"), """
                import sys
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                print("rows", spark.range(10).count(), spark.sparkContext.master)
                spark.stop()
                sys.exit(3)
                """);
        Result result = BIGDATA.run("submit", app.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("rows 10 spark://");
        assertThat(result.err()).contains("Spark's log of this job");
    }

    @Test
    void aMissingApplicationIsASentence() {
        Result result = BIGDATA.run("submit", "nowhere.py");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere.py").doesNotContain("\tat ");
    }

    @Test
    void anImpossibleRequestIsRefusedAtOnceWithWhatIsThere() throws IOException {
        Path app = Files.writeString(folder.resolve("greedy.py"), """
                from pyspark.sql import SparkSession
                SparkSession.builder.getOrCreate()
                """);
        Result result = BIGDATA.run("submit", "--executor-memory", "64g", app.toString());
        assertThat(result.code()).isNotZero();
        assertThat(result.all()).contains("65536 MiB").contains("2048 MiB").contains("spark.executor.memory");
    }

    @Test
    void driverAndExecutorsUseTheSamePythonAndSparkWritesToHdfs() throws IOException {
        Path app = Files.writeString(folder.resolve("same.py"), """
                import sys
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                def where(_):
                    import sklearn
                    return [(sys.executable, sys.version, sklearn.__version__)]
                theirs = set(spark.sparkContext.parallelize(range(4), 4).mapPartitions(where).collect())
                import sklearn
                assert theirs == {(sys.executable, sys.version, sklearn.__version__)}, theirs
                spark.range(100).write.mode("overwrite").parquet("/same")
                assert spark.read.parquet("hdfs:///same").count() == 100
                """);
        assertThat(BIGDATA.run("submit", app.toString())).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
        assertThat(BIGDATA.succeed("fs", "-ls", "/same")).contains("_SUCCESS");
    }

    /** Each can only end when a task of the other has run too. */
    @Test
    void twoApplicationsAtOnceBothMove() throws IOException {
        Path app = Files.writeString(folder.resolve("both.py"), """
                import pathlib, sys, time
                from pyspark.sql import SparkSession
                mine, other = map(pathlib.Path, sys.argv[1:])
                spark = SparkSession.builder.getOrCreate()
                spark.sparkContext.parallelize([0], 1).foreach(lambda _: None)
                mine.touch()
                deadline = time.monotonic() + 90
                while not other.exists():
                    spark.sparkContext.parallelize([0], 1).foreach(lambda _: None)
                    assert time.monotonic() < deadline, "the other did not move"
                """);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Running one = BIGDATA.start("submit", app.toString(), first.toString(), second.toString());
        Running two = BIGDATA.start("submit", app.toString(), second.toString(), first.toString());
        assertThat(one.await()).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
        assertThat(two.await()).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
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
    void theShellHasTheFieldsOwnCommands() {
        assertThat(BIGDATA.succeed("shell", "bash", "-c", "hdfs dfs -ls / && command -v spark-submit pyspark spark-shell jupyter python"))
                .contains("/spark").contains("bin/pyspark").contains("bin/jupyter");
        assertThat(BIGDATA.run("shell", "bash", "-c", "exit 7").code()).isEqualTo(7);
        assertThat(BIGDATA.succeed("shell", "spark-sql", "-e", "select 40 + 2")).contains("42");
    }

    @Test
    void logsShowOneServiceAndNameTheOthers() {
        assertThat(BIGDATA.succeed("logs", "namenode", "-n", "5")).isNotBlank();
        assertThat(BIGDATA.run("logs", "nonsense").err()).contains("namenode").contains("spark-worker");
    }

    @Test
    void jupyterLabLetsInNobodyButWhoHasItsTokenAndMeansThisMachine() {
        Lab lab = Lab.of(BIGDATA);
        Map<String, String> right = Map.of("Authorization", lab.authorization());
        assertThat(lab.status("GET", "/api/contents", right)).isEqualTo(200);
        assertThat(lab.status("GET", "/lab?token=" + lab.token(), Map.of())).isEqualTo(200);
        assertThat(lab.status("GET", "/api/contents", Map.of())).isEqualTo(403);
        assertThat(lab.status("GET", "/lab", Map.of())).as("to the login").isEqualTo(302);
        assertThat(lab.status("POST", "/api/kernels", Map.of())).isEqualTo(403);
        assertThat(lab.status("GET", "/api/contents", Map.of("Authorization", "token wrong"))).isEqualTo(403);
        assertThat(lab.status("GET", "/api/contents", Map.of("Authorization", lab.authorization(), "Host", "evil.example"))).isEqualTo(403);
        assertThat(lab.status("GET", "/proxy/22/", right)).as("a way to other ports").isNotEqualTo(200);
    }

    @Test
    void aNotebooksKernelIsAClientOfTheCluster() throws IOException, InterruptedException {
        Lab lab = Lab.of(BIGDATA);
        String kernel = lab.startKernel();
        assertThat(lab.run(kernel, "1 + 1")).isEqualTo("2");
        assertThat(lab.run(kernel, """
                import findspark, os, sys
                findspark.init()
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                (spark.sparkContext.master.split(":")[0], spark.range(10).count(), sys.executable == os.environ["PYSPARK_PYTHON"])
                """)).isEqualTo("('spark', 10, True)");
        lab.endKernel(kernel);
        eventually("its application has ended", () -> BIGDATA.status().at("/spark/runningApplications").asInt() == 0);
    }

    @Test
    void aKilledJupyterLabComesBackAndItsKernelsGoWithIt() throws IOException, InterruptedException {
        Lab lab = Lab.of(BIGDATA);
        long kernel = Long.parseLong(lab.run(lab.startKernel(), "import os; os.getpid()"));
        int before = BIGDATA.service("master/jupyter").path("restarts").asInt();
        BIGDATA.process("master/jupyter").destroyForcibly();
        eventually("JupyterLab is back", () -> BIGDATA.service("master/jupyter").path("restarts").asInt() > before
                && BIGDATA.status().path("state").asText().equals("usable"));
        eventually("the kernel is gone", () -> ProcessHandle.of(kernel).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(Lab.of(BIGDATA)).as("same page, same token").isEqualTo(lab);
    }

    @Test
    void aNewTokenTakesTheOldOnesPlace() {
        Lab old = Lab.of(BIGDATA);
        BIGDATA.succeed("notebook", "--no-browser", "--new-token");
        Lab now = Lab.of(BIGDATA);
        assertThat(now.address()).isEqualTo(old.address());
        assertThat(now.status("GET", "/api/contents", Map.of("Authorization", now.authorization()))).isEqualTo(200);
        assertThat(now.status("GET", "/api/contents", Map.of("Authorization", old.authorization()))).isEqualTo(403);
    }

    @Test
    void jupyterLabByHandSaysThatItRunsAndWhere() {
        String page = BIGDATA.status().at("/pages/JupyterLab").asText();
        String port = page.replaceAll(".*:([0-9]+)/.*", "$1");
        assertThat(BIGDATA.succeed("shell", "jupyter", "lab", "--no-browser")).contains("already runs at " + page);
        assertThat(BIGDATA.succeed("shell", "jupyter", "lab", "--ip=0.0.0.0", "--port=" + port)).contains("already runs at " + page);
        assertThat(BIGDATA.succeed("shell", "jupyter", "lab", "--version").strip()).matches("[0-9.]+");
    }

    private static boolean answers(URI address) {
        try (var body = address.toURL().openStream()) {
            return new ObjectMapper().readTree(body).path("name").asText().equals("endless");
        } catch (IOException notYet) {
            return false;
        }
    }
}
