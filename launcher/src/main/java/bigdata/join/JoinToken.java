package bigdata.join;

import bigdata.cluster.RunningCluster;
import bigdata.config.Topology;
import bigdata.hdfs.NameNodeJmx;
import bigdata.python.PythonEnvironment;
import bigdata.secrets.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Writes what a worker of another machine needs to join a cluster that is up. */
public final class JoinToken {
    private final RunningCluster cluster;
    private final PrintWriter out;

    public JoinToken(RunningCluster cluster, PrintWriter out) {
        this.cluster = cluster;
        this.out = out;
    }

    /** Writes {@code file}, which only its owner can read; one that is there is replaced. */
    public void write(Path file) throws IOException {
        Topology topology = cluster.manifest().topology();
        if (topology.isLoopback()) {
            throw new JoinRefused("the cluster listens on " + topology.host() + ", which no other machine reaches; bring it up with"
                    + " `bigdata up --bind ADDRESS`, an address of this machine in a network that only the cluster's machines reach");
        }
        Path python = cluster.manifest().installation().python().getParent().getParent();
        PythonEnvironment environment = PythonEnvironment.of(cluster.project(), python, out);
        new JoinFile(JoinFile.FORMAT, topology, NameNodeJmx.clusterId(topology), cluster.manifest().user(), python.toString(),
                MemberVersions.of(cluster.project(), environment), Secrets.in(cluster.project().state()).spark()).write(file.toAbsolutePath());
        out.println(file + " lets a machine join: it holds the cluster's secret. Carry it there as a file that only its owner reads (scp -p), then run there");
        out.println("  ./bigdata node worker --master " + topology.host() + " --join " + file.getFileName());
    }
}
