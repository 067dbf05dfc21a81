package bigdata.cluster;

import bigdata.config.EffectiveConfig;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.hdfs.NameNodeJmx;
import bigdata.node.ClusterManifest;
import bigdata.readiness.Waiter;
import bigdata.spark.MasterJson;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * The part of scaling that needs the cluster's state folder and network and starts and stops no node: for a deployment whose cluster
 * cannot be reached from where it is scaled, in a container of the cluster.
 */
public record Settling(Project project, PrintWriter out) {
    private static final Waiter USABLE = new Waiter(Duration.ofMinutes(3), Duration.ofMillis(250));

    /** Before nodes beyond {@code workers} are stopped, or after nodes were started so that there are so many. */
    public void to(int workers) throws IOException, InterruptedException {
        ClusterManifest manifest = RunningCluster.of(project).manifest();
        try (ClusterLock lock = ClusterLock.acquire(StateFolder.open(project).path(),
                () -> out.println("waiting for another bigdata command on this cluster to end"))) {
            new Drain(project, manifest, workers, out).run();
            if (manifest.size().workers() <= workers) {
                grown(manifest.size().workers() == workers ? manifest : manifest.resized(workers, EffectiveConfig.of(project, workers).replication()));
            }
        }
    }

    private void grown(ClusterManifest manifest) throws IOException, InterruptedException {
        manifest.write(project.state());
        new ClientFiles(project.state()).write(project, manifest);
        Return comingBack = new Return(project, manifest, out);
        USABLE.await("HDFS", NameNodeJmx.liveDataNodes(manifest.topology(), manifest.size().workers()), Optional::empty,
                reason -> out.println("  " + reason));
        comingBack.dataNodes();
        USABLE.await("Spark", MasterJson.aliveWorkers(SparkPages.of(manifest.topology(), project.state()), manifest.size().workers()), Optional::empty,
                reason -> out.println("  " + reason));
    }
}
