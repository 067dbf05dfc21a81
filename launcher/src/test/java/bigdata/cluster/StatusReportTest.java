package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.hdfs.NameNodeJmx;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import bigdata.spark.MasterJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final ProcessIdentity PROCESS = new ProcessIdentity(4711, 1);
    private static final NameNodeJmx HDFS = new NameNodeJmx("", List.of(), 10L << 30, 1536, 5L << 30, 0);
    private static final MasterJson SPARK = new MasterJson("ALIVE", List.of(
            new MasterJson.Worker("worker-1-a", "127.0.0.1", 4000, 2, 1, 1024, 512),
            new MasterJson.Worker("worker-2-a", "127.0.0.1", 4001, 2, 0, 1024, 0)), 1);

    @Test
    void aClusterThatIsNotUpIsOneSentence() {
        assertThat(report(new ClusterStatus("stopped", List.of(), null, null, Map.of())))
                .isEqualTo("the cluster is not up; `bigdata up` starts it\n");
    }

    @Test
    void everyServiceHasALineWithItsNodeStatePidAndRestarts() {
        String report = report(running(new ServiceStatus("namenode", ServiceState.READY, PROCESS, 2, "")));

        assertThat(report).startsWith("the cluster is usable\n").containsPattern("(?m)^master +namenode +ready +4711 +2 *$");
    }

    @Test
    void whyAServiceIsNotReadyStandsInItsLineCutToALineLength() {
        String report = report(running(new ServiceStatus("namenode", ServiceState.STARTING, PROCESS, 0, "safe mode\n" + "x".repeat(200))));

        assertThat(report).containsPattern("(?m)^master +namenode +starting +4711 +0  safe mode x{90}…$");
    }

    @Test
    void aServiceWithoutAProcessHasNoPid() {
        String report = report(running(new ServiceStatus("datanode", ServiceState.WAITING, null, 0, "no NameNode")));

        assertThat(report).containsPattern("(?m)^master +datanode +waiting +0  no NameNode$").doesNotContain("null");
    }

    @Test
    void aDeadNodeIsToldWithWhatRepairsIt() {
        ClusterStatus.Node dead = new ClusterStatus.Node("worker-1", "dead", null,
                List.of(new ServiceStatus("datanode", ServiceState.READY, PROCESS, 0, "")));

        assertThat(report(new ClusterStatus("degraded", List.of(dead), null, null, Map.of())))
                .containsPattern("(?m)^worker-1 +dead .*`bigdata up` repairs it$");
    }

    @Test
    void capacityAndPagesFollow() {
        assertThat(report(running())).containsSubsequence(
                "HDFS           0 DataNodes live, 1.5 KiB used, 5.0 GiB free\n",
                "Spark          2 Workers, 1 of 4 cores in use, 2.0 GiB memory, 1 applications running\n",
                "HDFS           http://127.0.0.1:20002\n");
    }

    @Test
    void missingBlocksAndSafeModeAreNotLeftOut() {
        NameNodeJmx bad = new NameNodeJmx("Safe mode is ON.", List.of(), 1, 1, 1, 3);

        assertThat(report(new ClusterStatus("degraded", running().nodes(), bad, null, Map.of())))
                .contains("free, 3 blocks missing, safe mode\n").doesNotContain("Workers");
    }

    @Test
    void blocksThatNobodyServesAreToldWithTheCommandThatBringsThemBack() {
        ClusterStatus status = running();

        assertThat(report(new ClusterStatus("usable", status.nodes(), List.of(), HDFS, null, Map.of(), List.of("slot-1", "slot-3"))))
                .contains("no DataNode serves the blocks in slot-1, slot-3; `bigdata scale 2` brings them back\n");
    }

    @Test
    void aNodeThatLeavesIsToldWithWhatEndsThat() {
        ClusterStatus.Node node = new ClusterStatus.Node("worker-2", ClusterStatus.LEAVING, PROCESS, List.of());

        assertThat(report(new ClusterStatus("degraded", List.of(node), null, null, Map.of())))
                .containsPattern("(?m)^worker-2 +leaving .*takes it back$");
    }

    private static ClusterStatus running(ServiceStatus... services) {
        return new ClusterStatus("usable", List.of(new ClusterStatus.Node("master", "usable", PROCESS, List.of(services))), HDFS, SPARK,
                Map.of("HDFS", "http://127.0.0.1:20002"));
    }

    private static String report(ClusterStatus status) {
        StringWriter text = new StringWriter();
        new StatusReport(status).print(new PrintWriter(text));
        return text.toString();
    }
}
