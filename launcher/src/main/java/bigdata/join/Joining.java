package bigdata.join;

import bigdata.config.ClusterConfig;
import bigdata.config.EffectiveConfig;
import bigdata.config.Installation;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.config.Topology;
import bigdata.hdfs.DataNodeSlot;
import bigdata.hdfs.NameNodeJmx;
import bigdata.jupyter.JupyterSettings;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.node.NodeProgram;
import bigdata.node.NodeRole;
import bigdata.node.Orphans;
import bigdata.python.Installed;
import bigdata.python.PythonEnvironment;
import bigdata.secrets.Secrets;
import bigdata.spark.ClusterSize;
import bigdata.spark.ConnectSettings;
import bigdata.spark.SecretCheck;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes this machine a worker of a cluster whose master is on another one. Everything that would let it fail later, or let jobs
 * fail on it, is looked for first and told in a sentence.
 */
public final class Joining {
    private final Project project;
    private final PrintWriter out;

    public Joining(Project project, PrintWriter out) {
        this.project = project;
        this.out = out;
    }

    /** Runs the worker until the calling thread is interrupted. */
    public void run(JoinRequest request) throws IOException, InterruptedException {
        JoinFile cluster = JoinFile.read(request.file());
        ClusterConfig config = EffectiveConfig.load(project, Map.of("workers", "1", "replication", "auto")).config();
        Path state = StateFolder.open(project).path();
        checkState(state, cluster);
        request.master().ifPresent(new Reach(cluster.topology())::check);
        WorkerName name = request.name().isPresent() ? new WorkerName(request.name().get()) : WorkerName.ofThisMachine();
        String host = address(cluster, request);
        checkNotRunning(NodeFolder.of(state, name.text()), name);
        checkCluster(request, cluster);
        Installation installation = installation(cluster, config);
        checkSecret(new SecretCheck(installation, state), request, cluster, host);
        name.checkFree(SparkPages.of(cluster.topology(), cluster.secret()), host);
        ClusterSize size = new ClusterSize(1, config.workerCores(), config.workerMemoryMib());
        new ClusterManifest(ClusterManifest.JOINED, cluster.topology(), size, config.replication(), installation, JupyterSettings.off(), ConnectSettings.off(),
                config.sparkJavaOptions(), cluster.user()).write(state);
        Secrets.in(state).adopt("spark", cluster.secret());
        out.printf("%s joins the cluster at %s and listens on %s; it offers %d cores and %d MiB. Ctrl-C ends it, its blocks stay in %s%n",
                name.text(), cluster.topology().host(), host, size.workerCores(), size.workerMemoryMib(), state);
        new NodeProgram(project, out).run(NodeRole.WORKER, Stream.of(name.text()), host, status -> {});
    }

    private static void checkState(Path state, JoinFile cluster) throws IOException {
        Optional<ClusterManifest> manifest = ClusterManifest.read(state);
        if (manifest.isPresent() && !manifest.get().isJoined()) {
            throw new JoinRefused("the state folder " + state + " is of a cluster of this machine's own; point BIGDATA_STATE to another folder");
        }
        Optional<Path> foreign = DataNodeSlot.ofAnotherCluster(state, cluster.hdfs());
        if (foreign.isPresent()) {
            throw new JoinRefused("the blocks in " + foreign.get() + " belong to another file system than that of " + cluster.topology().host()
                    + "; point BIGDATA_STATE to another folder, or delete them with `bigdata down --purge`. Nothing was changed");
        }
    }

    private String address(JoinFile cluster, JoinRequest request) {
        String onTheWay = new Reach(cluster.topology()).localAddress();
        request.bind().ifPresent(Reach::checkLocal);
        return request.bind().orElse(onTheWay);
    }

    /** What a killed node left behind would hold its name and its blocks. */
    private static void checkNotRunning(NodeFolder folder, WorkerName name) throws IOException, InterruptedException {
        if (folder.running().isPresent()) {
            throw new JoinRefused("node " + name.text() + " already runs on this machine; `bigdata down` ends it");
        }
        Orphans.end(folder);
    }

    private static void checkCluster(JoinRequest request, JoinFile cluster) throws IOException {
        Topology topology = cluster.topology();
        if (!NameNodeJmx.clusterId(topology).equals(cluster.hdfs())) {
            throw new JoinRefused("the cluster at " + topology.host() + " is another one than " + request.file()
                    + " was written for; write a new file there with `bigdata join-token`");
        }
    }

    /** Executors' Python is started by the path that it has where the program was submitted. */
    private Installation installation(JoinFile cluster, ClusterConfig config) throws IOException {
        PythonEnvironment environment = PythonEnvironment.of(project, config.pythonEnvironment(), out);
        List<String> differences = cluster.versions().against(MemberVersions.of(project, environment));
        if (!differences.isEmpty()) {
            throw new JoinRefused("this machine does not fit the cluster at " + cluster.topology().host() + ": " + String.join("; ", differences));
        }
        if (!config.pythonEnvironment().toString().equals(cluster.python())) {
            throw new JoinRefused("the Python environment must lie at the same path on every machine: the cluster's is " + cluster.python()
                    + ", this machine's would be " + config.pythonEnvironment() + ". Set python.environment in conf/cluster.properties, or"
                    + " BIGDATA_PYTHON_ENVIRONMENT, to the first");
        }
        Installed python = environment.ensure();
        return new Installation(project.home(), Path.of(System.getProperty("java.home")), python.sparkHome(), python.python());
    }

    private static void checkSecret(SecretCheck check, JoinRequest request, JoinFile cluster, String host)
            throws IOException, InterruptedException {
        Optional<String> refusal = check.refusal(cluster.secret(), cluster.topology(), host);
        if (refusal.isPresent()) {
            throw new JoinRefused("the Spark Master at " + cluster.topology().host() + " does not take the secret in " + request.file()
                    + " (" + refusal.get() + "); write a new file there with `bigdata join-token`");
        }
    }
}
