package bigdata.contract;

import static bigdata.contract.Bigdata.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import bigdata.contract.Bigdata.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on containers, and what only they can do. Needs a Docker Engine and the image. */
@Tag("docker")
class ContainersTest extends ClusterContract {
    private static final Engine ENGINE = new Engine("bigdata-contract");
    private static final Bigdata BIGDATA = ENGINE.bigdata("containers", SETTINGS);

    ContainersTest() {
        super(BIGDATA, "up", "--docker");
    }

    @AfterAll
    @Override
    void end() {
        super.end();
        ENGINE.isClean();
    }

    @BeforeEach
    void openTheFolder() throws IOException {
        Engine.openToTheContainersUser(folder);
    }

    @Test
    void theDemoRunsInsideAndLeavesItsReportHere() throws IOException {
        Path report = Bigdata.HOME.resolve("data/demo/report.html");
        Files.deleteIfExists(report);
        String told = bigdata().succeed("demo", "--plays", "50000", "--users", "2000");
        assertThat(told).contains("ROC AUC");
        assertThat(report).exists();
        assertThat(bigdata().succeed("fs", "-ls", "/demo/features")).contains("_SUCCESS");
    }

    @Test
    void everyFileAndEveryNodeComesBackAfterAKillOfEverything() throws IOException {
        Path file = Files.write(folder.resolve("kept"), "kept\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        bigdata().succeed("fs", "-put", "-f", "kept", "/kept");
        ENGINE.docker("kill", ENGINE.containers());
        assertThat(bigdata().run("status").code()).isNotZero();
        bigdata().succeed("up", "--docker");
        bigdata().succeed("fs", "-get", "/kept", "back");
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
    }

    @Test
    void dataSurvivesDownAndUp() {
        bigdata().succeed("fs", "-touchz", "/survives");
        bigdata().succeed("shell", "spark-sql", "-e", "create table survives as select 41 + 1 as answer");
        bigdata().succeed("down");
        assertThat(bigdata().run("status").out()).contains("not up");
        assertThat(bigdata().succeed("up")).contains("in containers"); // as it was begun
        bigdata().succeed("fs", "-test", "-e", "/survives");
        assertThat(bigdata().succeed("shell", "spark-sql", "-e", "select answer from survives")).contains("42");
    }

    @Test
    void anApplicationSurvivesARestartOfTheMaster() throws IOException {
        Path app = Files.writeString(folder.resolve("long.py"), """
                import pathlib, time
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                go = pathlib.Path("go")
                spark.range(10).write.mode("overwrite").parquet("/long-before")
                print("started", flush=True)
                while not go.exists():
                    assert spark.sparkContext.parallelize(range(4), 4).map(lambda x: x + 1).sum() == 10
                    time.sleep(0.2)
                spark.range(20).write.mode("overwrite").parquet("/long-after")
                print("rows", spark.read.parquet("/long-before").count() + spark.read.parquet("/long-after").count())
                """);
        Running running = bigdata().start("submit", app.toString());
        eventually("it runs", () -> running.outSoFar().contains("started"));
        ENGINE.docker("restart", "--time", "60", ENGINE.containers("master")[0]);
        eventually("the cluster is usable again", () -> bigdata().status().path("state").asText().equals("usable"));
        Files.createFile(folder.resolve("go"));
        Result result = running.await();
        assertThat(result.code()).as(result.all()).isZero();
        assertThat(result.out()).contains("rows 30");
    }

    @Test
    void upFindsTheClusterWhicheverWayItWasBegun() {
        assertThat(bigdata().succeed("up")).contains("already up, in containers");
    }
}
