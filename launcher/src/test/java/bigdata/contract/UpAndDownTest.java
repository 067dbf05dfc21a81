package bigdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Result;
import bigdata.contract.Bigdata.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and dying: nothing is lost, nothing is left behind. */
@Tag("cluster")
class UpAndDownTest {
    private static final Map<String, String> SMALL = Map.of("BIGDATA_WORKERS", "1", "BIGDATA_WORKER_MEMORY", "1g",
            "BIGDATA_JUPYTER", "off");

    private final Bigdata bigdata = new Bigdata("up-and-down", SMALL);
    private final Bigdata other = new Bigdata("side-by-side", SMALL);

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeftBehind() {
        bigdata.run("down", "--purge", "--yes");
        other.run("down", "--purge", "--yes");
        assertThat(bigdata.processes()).isEmpty();
        assertThat(other.processes()).isEmpty();
    }

    @Test
    void dataSurvivesDownAndUpAndPurgeDeletesIt() {
        bigdata.succeed("up");
        bigdata.succeed("fs", "-put", Bigdata.HOME.resolve("pom.xml").toString(), "/kept.xml");
        assertThat(bigdata.status().toString().toLowerCase(Locale.ROOT)).as("it is off").doesNotContain("jupyter");
        assertThat(bigdata.run("notebook").err()).contains("JupyterLab is off");
        String ports = bigdata.status().path("pages").toString();
        bigdata.succeed("down");
        assertThat(bigdata.processes()).isEmpty();
        assertThat(bigdata.run("down").out()).contains("not up");
        assertThat(bigdata.run("status").out()).contains("not up");
        bigdata.succeed("up");
        assertThat(bigdata.status().path("pages").toString()).as("ports are kept").isEqualTo(ports);
        bigdata.succeed("fs", "-get", "/kept.xml", folder.resolve("back.xml").toString());
        assertThat(folder.resolve("back.xml")).hasSameTextualContentAs(Bigdata.HOME.resolve("pom.xml"));
        Result refused = bigdata.run("down", "--purge");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("nothing was deleted");
        bigdata.succeed("down", "--purge", "--yes");
        bigdata.succeed("up");
        assertThat(bigdata.run("fs", "-test", "-e", "/kept.xml").code()).isEqualTo(1);
    }

    @Test
    void twoUpsAtOnceGiveOneCluster() {
        Running first = bigdata.start("up");
        Running second = bigdata.start("up");
        Result one = first.await();
        Result two = second.await();
        assertThat(one.code()).as(one.all()).isZero();
        assertThat(two.code()).as(two.all()).isZero();
        assertThat(one.out() + two.out()).containsOnlyOnce("is usable after").containsOnlyOnce("already up").contains("waiting for another");
    }

    @Test
    void twoStatesAreTwoClusters() {
        bigdata.succeed("up");
        other.succeed("up");
        bigdata.succeed("fs", "-touchz", "/mine");
        assertThat(other.run("fs", "-test", "-e", "/mine").code()).isEqualTo(1);
        bigdata.succeed("down");
        assertThat(other.status().path("state").asText()).isEqualTo("usable");
    }

    @Test
    void everyAcknowledgedFileIsWholeAfterAKillOfEverything() throws IOException {
        byte[] content = new byte[3 << 20];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 + i / 7);
        }
        Path file = Files.write(folder.resolve("content"), content);
        bigdata.succeed("up");
        ArrayList<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            bigdata.succeed("fs", "-put", file.toString(), "/acknowledged-" + i);
            acknowledged.add("/acknowledged-" + i);
        }
        Running cut = bigdata.start("shell", "bash", "-c",
                "for i in $(seq 40); do hdfs dfs -put " + file + " /cut-$i && echo /cut-$i; done");
        Bigdata.eventually("an upload is acknowledged while others go on", () -> cut.outSoFar().contains("/cut-1"));
        bigdata.processes().forEach(ProcessHandle::destroyForcibly);
        cut.process().descendants().forEach(ProcessHandle::destroyForcibly);
        cut.process().destroyForcibly();
        Bigdata.eventually("everything is dead", () -> bigdata.processes().isEmpty());
        cut.outSoFar().lines().forEach(acknowledged::add);
        bigdata.succeed("up");
        for (String path : acknowledged) {
            Path back = folder.resolve("back" + path.replace('/', '-'));
            bigdata.succeed("fs", "-get", path, back.toString());
            assertThat(back).as(path).hasBinaryContent(content);
        }
        assertThat(bigdata.succeed("shell", "hdfs", "fsck", "/")).contains("is HEALTHY");
    }

    @Test
    void aNameNodeFolderThatIsGoneStopsTheStartAndKeepsTheBlocks() throws IOException {
        bigdata.succeed("up");
        bigdata.succeed("fs", "-put", Bigdata.HOME.resolve("pom.xml").toString(), "/kept.xml");
        bigdata.succeed("down");
        Path name = bigdata.state().resolve("hdfs/name");
        Path aside = bigdata.state().resolve("name-aside");
        Files.move(name, aside);
        Result refused = bigdata.run("up");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("is gone").contains("slot-1").contains("nothing was changed");
        assertThat(bigdata.processes()).as("a failed start undoes what it started").isEmpty();
        Files.move(aside, name);
        bigdata.succeed("up");
        bigdata.succeed("fs", "-test", "-e", "/kept.xml");
    }

    @Test
    void aPortThatWasAskedForAndIsTakenNamesItsHolder() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result refused = bigdata.run("up", "--namenode-port", String.valueOf(holder.getLocalPort()));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains(String.valueOf(holder.getLocalPort())).contains("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void wrongConfigurationIsToldAllAtOnce() {
        Result refused = bigdata.run("up", "--workers", "none", "--worker-memory", "lots");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("workers").contains("worker.memory");
        assertThat(bigdata.run("up", "--wrokers", "1").code()).isEqualTo(2);
    }

    @Test
    void withoutAClusterVerbsSayHowToStartOne() {
        assertThat(bigdata.run("fs", "-ls", "/").err()).contains("bigdata up");
        assertThat(bigdata.run("status").code()).isEqualTo(1);
    }
}
