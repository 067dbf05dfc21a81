package bigdata.contract;

import static bigdata.contract.Bigdata.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on this machine without containers, and what can be seen of its processes here. */
@Tag("cluster")
class RunningClusterTest extends ClusterContract {
    private static final Bigdata BIGDATA = new Bigdata("running", SETTINGS);

    RunningClusterTest() {
        super(BIGDATA, "up");
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
        for (String name : List.of("spark", "jupyter", "jupyter-cookies", "connect", "catalog")) {
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

    @Override
    void historyKeeps(String id) {
        super.historyKeeps(id);
        URI history = URI.create(BIGDATA.status().at("/pages/Spark History").asText() + "api/v1/applications/" + id);
        Lab lab = Lab.of(BIGDATA);
        eventually("the history shows it", () -> answers(history, lab));
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
        int before = BIGDATA.status().at("/spark/runningApplications").asInt(); // Spark Connect's server is one
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
        eventually("its application has ended", () -> BIGDATA.status().at("/spark/runningApplications").asInt() == before);
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

    @Test
    void aLibraryOfARepositoryBehindAPrivateAuthorityReachesDriverAndExecutors() throws Exception {
        Path app = Files.writeString(folder.resolve("greeting.py"), """
                from pyspark.sql import SparkSession
                spark = SparkSession.builder.getOrCreate()
                loader = spark._jvm.java.lang.Thread.currentThread().getContextClassLoader()
                print("found", loader.getResource("greeting.txt") is not None, spark._jsc.sc().listJars().mkString())
                """);
        try (PrivateRepository repository = new PrivateRepository(Files.createDirectory(folder.resolve("repository")))) {
            String[] submit = {"submit", "--conf", "spark.jars.ivy=" + folder.resolve("ivy"), "--repositories", repository.address(),
                "--packages", PrivateRepository.LIBRARY, app.toString()};
            Result result = BIGDATA.with("SSL_CERT_FILE", repository.certificate().toString()).run(submit);
            assertThat(result.code()).as(result.all()).isZero();
            assertThat(result.out()).contains("found True").contains("greeting-1.0.jar");
        }
    }

    private static boolean answers(URI address, Lab lab) {
        try {
            URLConnection connection = address.toURL().openConnection();
            connection.setRequestProperty("Authorization", lab.authorization());
            try (var body = connection.getInputStream()) {
                return new ObjectMapper().readTree(body).path("name").asText().equals("endless");
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
