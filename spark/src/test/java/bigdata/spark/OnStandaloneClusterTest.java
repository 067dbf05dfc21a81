package bigdata.spark;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.spark.master.KillApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One real cluster for all: it starts without a worker, and the second test adds one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class OnStandaloneClusterTest {
    private static final Pattern STARTED = Pattern.compile("started (app-\\S+)");
    @TempDir
    private static Path folder;
    private static StandaloneCluster cluster;

    private final Path output = folder.resolve("output-" + System.nanoTime());

    @BeforeAll
    static void startMaster() throws IOException, InterruptedException {
        cluster = StandaloneCluster.start(folder);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void anApplicationOnAClusterWithoutWorkersIsRefusedAfterAWhile() throws IOException, InterruptedException {
        assertThat(submitted("--conf", "spark.bigdata.workers.wait=1s"))
                .contains("The cluster cannot run anything: for 1 s now, no worker is registered with the Master.");
    }

    @Test
    @Order(2)
    void moreThanAnyWorkerHasIsRefusedInOneSentenceWithDynamicAllocationToo() throws IOException, InterruptedException {
        cluster.addWorker(1, "700m");

        assertThat(submitted("--executor-memory", "64g", "--conf", "spark.dynamicAllocation.enabled=true",
                "--conf", "spark.dynamicAllocation.shuffleTracking.enabled=true"))
                .containsOnlyOnce("Exception in thread \"main\"")
                .contains("Exception in thread \"main\" bigdata.spark.plugin.ImpossibleRequestException: Each executor asks for 65536 MiB of"
                        + " memory, but the largest worker has 700 MiB. Lower spark.executor.memory (--executor-memory) to at most 700m.");
    }

    @Test
    @Order(3)
    void aRunningApplicationIsEndedByWhoHoldsTheSecretAndItsDriverEndsToo() throws IOException, InterruptedException {
        Process driver = cluster.submit(output, SlowJob.class.getName(), "--executor-memory", "512m");
        StandaloneCluster.await("the application starts", () -> STARTED.matcher(StandaloneCluster.read(output)).find() || !driver.isAlive());
        Matcher started = STARTED.matcher(StandaloneCluster.read(output));
        assertThat(started.find()).as(StandaloneCluster.read(output)).isTrue();

        assertThat(kill("app-unknown")).isEqualTo(1);
        assertThat(driver.isAlive()).isTrue();
        assertThat(kill(started.group(1))).isZero();

        assertThat(driver.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(driver.exitValue()).isEqualTo(1);
        assertThat(StandaloneCluster.read(output)).contains("Master removed our application: KILLED");
    }

    private String submitted(String... options) throws IOException, InterruptedException {
        Process driver = cluster.submit(output, SlowJob.class.getName(), options);
        assertThat(driver.waitFor(120, TimeUnit.SECONDS)).as("refused").isTrue();
        assertThat(driver.exitValue()).isEqualTo(1);
        return StandaloneCluster.read(output);
    }

    /** As `bigdata kill` runs it: in a JVM of its own on Spark's class path. */
    private static int kill(String id) throws IOException, InterruptedException {
        String classPath = Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + System.getenv("BIGDATA_TEST_SPARK_HOME") + "/jars/*";
        return new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-cp", classPath, KillApplication.class.getName(),
                cluster.properties().toString(), id).inheritIO().start().waitFor();
    }
}
