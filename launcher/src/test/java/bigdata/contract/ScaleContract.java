package bigdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import bigdata.contract.Bigdata.Running;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers come and go while a job runs and files are there, wherever the nodes live. One cluster, of workers with a core and 1 GiB
 * each; each test goes on from where the one before ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ScaleContract {
    /** What the cluster is made with. */
    static final Map<String, String> SETTINGS = Map.of("BIGDATA_WORKERS", "1", "BIGDATA_WORKER_MEMORY", "1g", "BIGDATA_WORKER_CORES", "1");
    /** Shuffles, keeps the result on the executors, and reads it again and again until it is told to stop. */
    static final String JOB = """
            import pathlib, sys, time
            from pyspark.sql import SparkSession
            started, stop = map(pathlib.Path, sys.argv[1:])
            context = SparkSession.builder.getOrCreate().sparkContext
            sums = context.parallelize(range(100000), 12).map(lambda n: (n % 997, n)).reduceByKey(lambda a, b: a + b, 12).cache()
            def total(pairs):
                time.sleep(0.2)
                return [sum(value for _, value in pairs)]
            while not stop.exists():
                assert sums.mapPartitions(total).sum() == sum(range(100000))
                started.touch()
            print("right")
            """;

    /** Where the job and its files are. */
    @TempDir
    protected static Path folder;
    private Path content;
    private Running job;

    private final Bigdata cluster;
    private final String[] up;

    /**
     * @param cluster the command on the state of this suite
     * @param up the words that bring the cluster up
     */
    ScaleContract(Bigdata cluster, String... up) {
        this.cluster = cluster;
        this.up = up.clone();
    }

    private Bigdata bigdata() {
        return cluster.in(folder);
    }

    @BeforeAll
    void upWithAJob() throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(4711).nextBytes(bytes);
        content = Files.write(folder.resolve("content"), bytes);
        bigdata().run("down", "--purge", "--yes"); // what a killed run may have left
        bigdata().succeed(up);
        bigdata().succeed("fs", "-put", content.toString(), "/of-one-worker");
        Path app = Files.writeString(folder.resolve("job.py"), JOB);
        job = bigdata().start("submit", "--total-executor-cores", "3", app.toString(), folder.resolve("started").toString(),
                folder.resolve("stop").toString());
        Bigdata.eventually("the job runs", () -> Files.exists(folder.resolve("started")) || !job.process().isAlive());
    }

    @AfterAll
    void down() {
        if (job != null) {
            job.process().descendants().forEach(ProcessHandle::destroy);
        }
        bigdata().succeed("down", "--purge", "--yes");
    }

    @Test
    @Order(1)
    void newWorkersTakeWorkAndBlocksAtOnce() {
        bigdata().succeed("scale", "3");

        assertThat(bigdata().status().at("/hdfs/live")).hasSize(3);
        bigdata().succeed("fs", "-put", content.toString(), "/of-three-workers");
        bigdata().succeed("fs", "-D", "dfs.replication=1", "-put", content.toString(), "/somewhere");
        assertThat(bigdata().succeed("fs", "-stat", "%r", "/of-three-workers").strip()).isEqualTo("3");
        Bigdata.eventually("the job uses the new workers", () -> executorsOf("worker-2") + executorsOf("worker-3") > 0);
    }

    @Test
    @Order(2)
    void anInterruptedScaleLeavesAClusterThatWorksAndCanBeTakenBack() throws IOException {
        Running interrupted = bigdata().start("scale", "1");
        Bigdata.eventually("blocks move", () -> interrupted.outSoFar().contains("copies ask for"));
        interrupted.process().destroy();
        assertThat(interrupted.await().code()).isNotZero();

        assertThat(bigdata().run("status").out()).contains("leaving");
        everyFileIsWhole();

        bigdata().succeed("scale", "3");
        JsonNode status = bigdata().status();
        assertThat(status.path("state").asText()).isEqualTo("usable");
        assertThat(status.at("/hdfs/live").findValuesAsText("adminState")).containsExactly("In Service", "In Service", "In Service");
        assertThat(status.at("/spark/workers")).hasSize(3);
    }

    @Test
    @Order(3)
    void workersThatGoHandOverBlocksAndExecutorsAndTheJobGoesOn() throws IOException {
        String said = bigdata().succeed("scale", "1");
        assertThat(said).contains("stopping worker-3", "stopping worker-2", "the cluster has 1 worker");

        Files.createFile(folder.resolve("stop"));
        Result result = job.await();
        assertThat(result.code()).as(result.all()).isZero();
        assertThat(result.out()).contains("right");
        everyFileIsWhole();
        assertThat(bigdata().succeed("fs", "-stat", "%r", "/of-three-workers").strip()).isEqualTo("1");
        JsonNode status = bigdata().status();
        assertThat(status.path("state").asText()).isEqualTo("usable");
        assertThat(status.at("/unserved")).isEmpty();
        assertThat(status.at("/nodes")).hasSize(2);
    }

    /** Its worker takes the slot that was in use, not one that was left. */
    @Test
    @Order(4)
    void theSmallerClusterComesUpAgainWithEveryFile() throws IOException {
        bigdata().succeed("down");
        bigdata().succeed(up);
        everyFileIsWhole();
    }

    @Test
    @Order(6)
    void whatMakesNoSenseIsASentence() {
        Result none = bigdata().run("scale", "0");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("at least 1 worker");
        assertThat(bigdata().succeed("scale", "1")).contains("already");
        bigdata().succeed("down"); // purging is the last thing that is tried: it finds the data of a cluster that is down
        assertThat(bigdata().run("scale", "2").err()).contains("the cluster is not up");
    }

    private void everyFileIsWhole() throws IOException {
        for (String file : new String[] {"/of-one-worker", "/of-three-workers", "/somewhere"}) {
            Path back = folder.resolve("back");
            Files.deleteIfExists(back);
            bigdata().succeed("fs", "-get", file, back.toString());
            assertThat(back).as(file).hasSameBinaryContentAs(content);
        }
        assertThat(bigdata().succeed("shell", "hdfs", "fsck", "/")).contains("is HEALTHY");
    }

    private int executorsOf(String node) {
        for (JsonNode worker : bigdata().status().at("/spark/workers")) {
            if (worker.path("id").asText().startsWith(node + "-")) {
                return worker.path("coresUsed").asInt();
            }
        }
        return 0;
    }
}
