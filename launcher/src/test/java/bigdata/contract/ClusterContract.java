package bigdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import bigdata.contract.Bigdata.Running;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person can rely on while a cluster of two workers with 2 cores and 2 GiB each is up, wherever its nodes live. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterContract {
    /** Where a test's files are, and from where its commands are given. */
    @TempDir
    protected Path folder;

    /** Options show that they reach every JVM, and let the tests' short jobs compile fast. */
    static final Map<String, String> SETTINGS = Map.of("BIGDATA_WORKERS", "2", "BIGDATA_WORKER_MEMORY", "2g", "BIGDATA_WORKER_CORES", "2",
            "BIGDATA_CONNECT", "on", "BIGDATA_CATALOG", "on",
            "BIGDATA_SPARK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 \"-Dbigdata.tried=two words\"");

    private final Bigdata cluster;
    private final String[] up;

    /**
     * @param cluster the command on the state of this suite
     * @param up the words that bring the cluster up
     */
    ClusterContract(Bigdata cluster, String... up) {
        this.cluster = cluster;
        this.up = up.clone();
    }

    Bigdata bigdata() {
        return cluster.in(folder);
    }

    @BeforeAll
    void begin() {
        cluster.run("down", "--purge", "--yes"); // what a killed run may have left
        cluster.succeed(up);
    }

    @AfterAll
    void end() {
        cluster.succeed("down", "--purge", "--yes");
    }

    @Test
    void everyServiceIsReadyAndEveryWorkerIsThere() {
        JsonNode status = bigdata().status();
        assertThat(status.path("state").asText()).isEqualTo("usable");
        assertThat(status.at("/hdfs/live")).hasSize(2);
        assertThat(status.at("/spark/workers")).hasSize(2);
        assertThat(status.findValuesAsText("state")).contains("READY").doesNotContain("RESTARTING", "UNREADY");
    }

    @Test
    void upAgainIsASentence() {
        Result again = bigdata().run(up);
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("already up");
    }

    @Test
    void filesGoIntoHdfsAndComeBackTheSame() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {0, 1, 2, (byte) 255, '\n'});
        bigdata().succeed("fs", "-mkdir", "-p", "/files");
        bigdata().succeed("fs", "-put", file.toString(), "/files/bytes");
        bigdata().succeed("fs", "-get", "hdfs:///files/bytes", folder.resolve("back").toString());
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
        assertThat(bigdata().succeed("fs", "-stat", "%r", "/files/bytes").strip()).isEqualTo("2");
    }

    @Test
    void fsPassesOnHadoopsExitCode() {
        assertThat(bigdata().run("fs", "-ls", "/nowhere").code()).isEqualTo(1);
        assertThat(bigdata().run("fs", "-test", "-d", "/spark").code()).isZero();
    }

    @Test
    void theDataFolderIsSeenAtTmpData() {
        assertThat(bigdata().succeed("fs", "-ls", "/tmp/data")).contains("/tmp/data/test_log1.csv");
        assertThat(bigdata().succeed("fs", "-head", "/tmp/data/test_log1.csv")).startsWith("userId;region;type;paid");
    }

    /** Its parent is a folder of HDFS like any other, in every way that there is to list it. */
    @Test
    void theParentOfTheDataFolderIsListedAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("word"), "word\n");
        bigdata().succeed("fs", "-mkdir", "-p", "/tmp/below", "/tmp/data-not");
        bigdata().succeed("fs", "-put", "-f", file.toString(), "/tmp/below/word");
        assertThat(bigdata().succeed("fs", "-ls", "-R", "/tmp").lines().map(line -> line.replaceFirst(".* ", "")))
                .contains("/tmp/below", "/tmp/below/word", "/tmp/data-not").doesNotContain("/tmp/tmp", "/tmp/user", "/tmp/spark");
        bigdata().succeed("fs", "-get", "/tmp", folder.resolve("all").toString());
        assertThat(folder.resolve("all/below/word")).hasContent("word\n");
    }

    @Test
    void whatIsWrittenToTheDataFolderLiesOnThisDisk() throws IOException {
        Path file = Files.writeString(folder.resolve("word"), "word\n");
        String there = "contract-" + ProcessHandle.current().pid();
        bigdata().succeed("fs", "-put", file.toString(), "/tmp/data/" + there);
        try {
            assertThat(Bigdata.HOME.resolve("data").resolve(there)).hasContent("word\n");
            bigdata().succeed("fs", "-mv", "/tmp/data/" + there, "/tmp/data/" + there + "-moved");
            assertThat(bigdata().run("fs", "-mv", "/tmp/data/" + there + "-moved", "/moved").err()).contains("across Mount points");
        } finally {
            bigdata().succeed("fs", "-rm", "-f", "/tmp/data/" + there, "/tmp/data/" + there + "-moved");
        }
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
        Result result = bigdata().run("submit", app.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("rows 10 spark://");
        assertThat(result.err()).contains("Spark's log of this job");
    }

    @Test
    void aMissingApplicationIsASentence() {
        Result result = bigdata().run("submit", "nowhere.py");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere.py").doesNotContain("\tat ");
    }

    @Test
    void anImpossibleRequestIsRefusedAtOnceWithWhatIsThere() throws IOException {
        Path app = Files.writeString(folder.resolve("greedy.py"), """
                from pyspark.sql import SparkSession
                SparkSession.builder.getOrCreate()
                """);
        Result result = bigdata().run("submit", "--executor-memory", "64g", app.toString());
        assertThat(result.code()).isNotZero();
        assertThat(result.all()).contains("65536 MiB").contains("2048 MiB").contains("spark.executor.memory");
    }

    @Test
    void driverAndExecutorsUseTheSamePythonAndOptionsAndSparkWritesToHdfs() throws IOException {
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
                assert spark._jvm.System.getProperty("bigdata.tried") == "two words"
                tried = spark.range(4).selectExpr("java_method('java.lang.System', 'getProperty', 'bigdata.tried') AS it")
                assert {row.it for row in tried.collect()} == {"two words"}, tried.collect()
                """);
        assertThat(bigdata().run("submit", app.toString())).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
        assertThat(bigdata().succeed("fs", "-ls", "/same")).contains("_SUCCESS");
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
        Running one = bigdata().start("submit", app.toString(), first.toString(), second.toString());
        Running two = bigdata().start("submit", app.toString(), second.toString(), first.toString());
        assertThat(one.await()).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
        assertThat(two.await()).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
    }

    @Test
    void theShellHasTheFieldsOwnCommands() {
        assertThat(bigdata().succeed("shell", "bash", "-c", "hdfs dfs -ls / && command -v spark-submit pyspark spark-shell jupyter python"))
                .contains("/spark").contains("bin/pyspark").contains("bin/jupyter");
        assertThat(bigdata().run("shell", "bash", "-c", "exit 7").code()).isEqualTo(7);
        assertThat(bigdata().succeed("shell", "spark-sql", "-e", "select 40 + 2")).contains("42");
    }

    @Test
    void killEndsARunningApplicationThatAppsShows() throws IOException {
        Path app = Files.writeString(folder.resolve("endless.py"), """
                import time
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.appName("endless").getOrCreate()
                print("id", spark.sparkContext.applicationId, flush=True)
                spark.sparkContext.parallelize([0], 1).foreach(lambda _: time.sleep(600))
                """);
        Running running = bigdata().start("submit", app.toString());
        Bigdata.eventually("the application runs", () -> running.outSoFar().contains("id app-"));
        String id = running.outSoFar().lines().filter(line -> line.startsWith("id ")).findFirst().orElseThrow().substring(3);
        assertThat(bigdata().succeed("apps")).contains(id).contains("endless");
        bigdata().succeed("kill", id);
        assertThat(running.await().code()).isNotZero();
        assertThat(bigdata().succeed("apps")).containsPattern(id + " +endless .*KILLED");
        assertThat(bigdata().run("kill", "app-nowhere").code()).isEqualTo(1);
        historyKeeps(id);
    }

    /** What Spark History reads is there; its pages are not reachable from everywhere. */
    void historyKeeps(String id) {
        assertThat(bigdata().succeed("fs", "-ls", "/spark/events")).contains(id);
    }

    @Test
    void generateWritesLogsIntoHdfs() {
        bigdata().succeed("generate", "--plays", "1000", "--users", "100", "--dirt", "0", "/generated");
        for (Map.Entry<String, Integer> log : Map.of("log1", 100, "log2", 1000).entrySet()) {
            String text = bigdata().succeed("fs", "-cat", "/generated/" + log.getKey() + ".csv/*");
            assertThat(text.lines().filter(line -> Character.isDigit(line.charAt(0)))).hasSize(log.getValue());
        }
    }

    @Test
    void everyLibraryIsTheSameOnTheMasterAndOnEveryWorker() {
        String table = bigdata().succeed("env", "check");
        assertThat(table).containsPattern("LIBRARY +master +worker-1 +worker-2").containsPattern("(?m)^imbalanced-learn .* ok$");
        assertThat(table).contains("the same on the master and on 2 workers");
    }

    @Test
    void notebookTellsTheWayIntoJupyterLab() {
        Lab lab = Lab.of(bigdata());
        assertThat(lab.status("GET", "/api/status", Map.of("Authorization", lab.authorization()))).isEqualTo(200);
        assertThat(lab.status("GET", "/api/status", Map.of())).isEqualTo(403);
    }

    /** A client of another Python than the cluster's is told which it needs, and its functions are refused in words. */
    @Test
    void aProgramBesideTheClusterConnectsByTheUrlAndNotWithoutItsToken() {
        Result told = bigdata().run("connect-url");
        String url = told.out().strip();
        ConnectClient client = ConnectClient.in(folder.resolve("client"));
        Result result = client.connect(url);
        assertThat(result.out()).as(result.all()).contains("lines 2001");
        if (told.err().contains("must run Python " + client.version() + ",")) {
            assertThat(result.out()).as(result.all()).contains("sum 90");
        } else {
            assertThat(result.err()).contains("PYTHON_VERSION_MISMATCH").contains(client.version());
        }
        assertThat(client.connect(url.replaceFirst("/;token=.*", "")).err()).contains("No authentication token provided");
        assertThat(client.connect(url + "0").err()).contains("Invalid authentication token");
    }

    /** Each waits for the table of the other, so both catalogs must be one. */
    @Test
    void aSavedTableIsSeenByEveryOtherProgramAndLiesInHdfs() throws IOException, InterruptedException {
        Path app = Files.writeString(folder.resolve("saves.py"), """
                import sys, time
                from pyspark.sql import SparkSession
                mine, other = sys.argv[1:]
                spark = SparkSession.builder.getOrCreate()
                spark.range(7).write.mode("overwrite").saveAsTable(mine)
                deadline = time.monotonic() + 90
                while not spark.catalog.tableExists(other):
                    assert time.monotonic() < deadline, "the other's table is not there"
                    time.sleep(0.2)
                """);
        Running one = bigdata().start("submit", app.toString(), "saved_here", "saved_there");
        Running two = bigdata().start("submit", app.toString(), "saved_there", "saved_here");
        assertThat(one.await()).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
        assertThat(two.await()).satisfies(result -> assertThat(result.code()).as(result.all()).isZero());
        assertThat(bigdata().succeed("fs", "-ls", "/spark/warehouse/saved_here")).contains("_SUCCESS");
        String sql = "create table counted as select count(*) as n from saved_here; select 'rows', n from counted";
        assertThat(bigdata().succeed("shell", "spark-sql", "-e", sql)).contains("rows\t7");
        Lab lab = Lab.of(bigdata());
        String kernel = lab.startKernel();
        try {
            assertThat(lab.run(kernel, "spark.table('counted').first()[0]")).isEqualTo("7");
        } finally {
            lab.endKernel(kernel);
        }
    }

    @Test
    void logsShowOneServiceAndNameTheOthers() {
        assertThat(bigdata().succeed("logs", "namenode", "-n", "5")).isNotBlank();
        assertThat(bigdata().run("logs", "nonsense").err()).contains("namenode").contains("spark-worker");
    }
}
