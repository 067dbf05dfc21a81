package bigdata.cluster;

import bigdata.config.Project;
import bigdata.hdfs.LeavingDataNodes;
import bigdata.hdfs.NameNodeJmx;
import bigdata.job.DfsAdmin;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.process.ProcessIdentity;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.readiness.Waiter;
import bigdata.service.ServiceStatus;
import bigdata.spark.LeavingWorkers;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Nodes that the cluster should have and that were leaving it, or had left: they take work and blocks again. */
record Return(Project project, ClusterManifest manifest, PrintWriter out) {
    private static final Waiter HEARTBEAT = new Waiter(Duration.ofMinutes(1), Duration.ofMillis(200));
    private static final int FRESH_SECONDS = 2; // DataNodes send a heartbeat each second

    /**
     * Spark knows no way back for a decommissioned Worker but a restart: its node starts it again.
     *
     * @param fresh nodes that were just started
     */
    void sparkWorkers(List<String> fresh) throws IOException {
        for (ClusterStatus.Node each : ClusterStatus.ofNodes(project.state()).nodes()) {
            String node = each.name();
            if (each.state().equals(ClusterStatus.LEAVING) && Nodes.of(manifest).contains(node) && !fresh.contains(node)
                    && LeavingWorkers.isDecommissioned(SparkPages.of(manifest.topology(), project.state()), node)) {
                NodeFolder.of(project.state(), node).status().stream().flatMap(status -> status.services().stream())
                        .filter(service -> service.name().equals("spark-worker")).map(ServiceStatus::process).filter(Objects::nonNull)
                        .map(ProcessIdentity::find).flatMap(Optional::stream).forEach(ProcessHandle::destroy);
            }
        }
    }

    /**
     * Lets their DataNodes serve again. Only once they are there: the NameNode believes that one which was just stopped still lives,
     * and would delete copies of its blocks elsewhere.
     */
    void dataNodes() throws IOException, InterruptedException {
        LeavingDataNodes file = LeavingDataNodes.of(project.state());
        List<LeavingDataNodes.Entry> before = file.entries();
        if (before.isEmpty()) {
            return;
        }
        List<String> wanted = Nodes.of(manifest).stream().map(node -> NodeFolder.of(project.state(), node).slot()).flatMap(Optional::stream)
                .toList();
        for (LeavingDataNodes.Entry entry : before) {
            if (wanted.contains(entry.slot())) {
                HEARTBEAT.await("the DataNode of " + entry.slot(), serves(entry.uuid()), Optional::empty, reason -> out.println("  " + reason));
            }
        }
        List<LeavingDataNodes.Entry> after = remaining(before, wanted);
        if (!after.equals(before)) {
            file.write(after);
            new DfsAdmin(new RunningCluster(project, manifest).client()).refreshNodes();
        }
    }

    private List<LeavingDataNodes.Entry> remaining(List<LeavingDataNodes.Entry> entries, List<String> wanted) throws IOException {
        NameNodeJmx now = NameNodeJmx.read(manifest.topology());
        return entries.stream().filter(entry -> !wanted.contains(entry.slot()))
                .map(entry -> now.live(entry.uuid()).isPresent() ? entry : entry.gone()).toList();
    }

    private Probe serves(String uuid) {
        return () -> {
            try {
                return NameNodeJmx.read(manifest.topology()).live(uuid).filter(each -> each.lastContactSeconds() <= FRESH_SECONDS).isPresent()
                        ? Readiness.ready("") : Readiness.notReady("waiting for a DataNode that left to come back");
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }
}
