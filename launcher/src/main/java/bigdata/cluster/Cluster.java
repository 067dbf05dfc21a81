package bigdata.cluster;

import bigdata.config.ClusterConfig;
import bigdata.config.EffectiveConfig;
import bigdata.config.Installation;
import bigdata.config.Keys;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.config.Topology;
import bigdata.config.UserFiles;
import bigdata.deployment.Deployment;
import bigdata.hdfs.HdfsConfiguration;
import bigdata.hdfs.HdfsFolders;
import bigdata.hdfs.LeavingDataNodes;
import bigdata.jupyter.JupyterSettings;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.node.Orphans;
import bigdata.process.FolderDeletion;
import bigdata.python.Installed;
import bigdata.python.PythonEnvironment;
import bigdata.spark.ClusterSize;
import bigdata.spark.ConnectSettings;
import bigdata.spark.SparkClassArchive;
import bigdata.spark.SparkSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a cluster up and down over its deployment. */
public final class Cluster implements Lifecycle {
    private final Project project;
    private final Deployment deployment;
    private final PrintWriter out;

    public Cluster(Project project, Deployment deployment, PrintWriter out) {
        this.project = project;
        this.deployment = deployment;
        this.out = out;
    }

    /**
     * Starts what does not run yet and returns when the cluster is usable: HDFS has left safe mode, every DataNode is live and
     * every Spark Worker is registered. What a failed start began is stopped again.
     *
     * @param flags configuration values by key that were given on the command line
     */
    @Override
    public void up(Map<String, String> flags) throws IOException, InterruptedException {
        ClusterConfig config = EffectiveConfig.load(project, flags).config();
        checkUserFiles();
        Path state = StateFolder.open(project).path();
        refuseJoined(state);
        warnOfOthers(config.bind());
        Installed python = PythonEnvironment.of(project, config.pythonEnvironment(), out).ensure();
        try (ClusterLock lock = lock(state)) {
            List<String> running = deployment.running();
            ClusterManifest manifest = running.isEmpty() ? fresh(state, config, python) : grown(state, config, flags);
            List<String> missing = new ArrayList<>(Nodes.of(manifest));
            missing.removeAll(running);
            if (missing.isEmpty() && ClusterStatus.of(state).state().equals(ClusterStatus.USABLE)) {
                out.println("the cluster is already up");
                return;
            }
            new SparkClassArchive(manifest.installation()).ensure(project.logs().resolve("spark-classes.log"), out);
            manifest.write(state);
            new ClientFiles(state).write(project, manifest);
            new Startup(deployment, manifest, project, out).run(missing);
        }
    }

    /** Of the workers those with the highest numbers go. */
    @Override
    public void scale(int workers) throws IOException, InterruptedException {
        int most = deployment.running().stream().mapToInt(Nodes::number).max().orElse(0);
        if (workers >= Math.max(most, RunningCluster.of(project).manifest().size().workers())) {
            up(Map.of(Keys.WORKERS.name(), String.valueOf(workers)));
            return;
        }
        try (ClusterLock lock = lock(project.state())) {
            new Drain(project, RunningCluster.of(project).manifest(), workers, out).run();
            for (String node : Nodes.beyond(workers, deployment.running())) {
                out.println("stopping " + node);
                deployment.stop(node);
            }
        }
        out.println("the cluster has " + Nodes.workers(workers));
    }

    /** Stops every node, workers first; the data stays. */
    @Override
    public void down() throws IOException, InterruptedException {
        Optional<StateFolder> state = StateFolder.existing(project);
        if (state.isEmpty()) {
            out.println("the cluster is not up");
            return;
        }
        try (ClusterLock lock = lock(state.get().path())) {
            stopAll(state.get().path());
        }
    }

    /** Stops every node and deletes what HDFS holds, for ever. The Python environment, secrets and logs stay. */
    @Override
    public void purge() throws IOException, InterruptedException {
        Optional<StateFolder> state = StateFolder.existing(project);
        if (state.isEmpty()) {
            out.println("there is nothing to delete");
            return;
        }
        try (ClusterLock lock = lock(state.get().path())) {
            stopAll(state.get().path());
            FolderDeletion.of(HdfsFolders.top(state.get().path()));
            FolderDeletion.of(state.get().path().resolve("nodes"));
            FolderDeletion.of(state.get().path().resolve("work"));
            Files.deleteIfExists(ClusterManifest.file(state.get().path()));
            out.println("deleted all files of HDFS");
        }
    }

    private void stopAll(Path state) throws IOException, InterruptedException {
        List<String> running = new ArrayList<>(deployment.running());
        Collections.reverse(running); // workers before the master
        for (String node : running) {
            out.println("stopping " + node);
            deployment.stop(node);
        }
        boolean orphans = endOrphans(state);
        out.println(running.isEmpty() && !orphans ? "the cluster is not up" : "the cluster is down; its data is kept");
    }

    /** Ends what the nodes of an earlier run left behind; answers whether there was anything. */
    private static boolean endOrphans(Path state) throws IOException, InterruptedException {
        boolean any = false;
        for (NodeFolder folder : NodeFolder.all(state)) {
            if (folder.process().isEmpty() && folder.status().isPresent()) {
                any |= !Orphans.of(folder).isEmpty();
                Orphans.end(folder);
                folder.forgetStatus();
            }
        }
        return any;
    }

    private ClusterManifest fresh(Path state, ClusterConfig config, Installed python) throws IOException, InterruptedException {
        endOrphans(state);
        LeavingDataNodes.of(state).allGone();
        Topology topology = new PortChooser(config.bind(), config.jupyter(), config.connect(), config.catalog(), out::println)
                .choose(config.ports(), ClusterManifest.read(state).map(ClusterManifest::topology));
        Installation installation = new Installation(project.home(), Path.of(System.getProperty("java.home")), python.sparkHome(),
                python.python());
        return new ClusterManifest(deployment.name(), topology, size(config), config.replication(), installation,
                config.jupyter() ? JupyterSettings.local(topology.jupyter()) : JupyterSettings.off(),
                config.connect() ? ConnectSettings.at(ConnectSettings.LOOPBACK) : ConnectSettings.off(), config.sparkJavaOptions());
    }

    /** The manifest of the running cluster, with the workers that the command asks for in addition. */
    private ClusterManifest grown(Path state, ClusterConfig config, Map<String, String> flags) {
        ClusterManifest now = ClusterManifest.read(state).orElseThrow();
        int workers = now.size().workers();
        if (!flags.containsKey("workers") || config.workers() == workers) {
            return now;
        }
        if (config.workers() < workers) {
            out.println("the cluster runs with " + workers + " workers and keeps them; `bigdata scale " + config.workers()
                    + "` makes it smaller");
            return now;
        }
        return now.resized(config.workers(), config.replication());
    }

    private static ClusterSize size(ClusterConfig config) {
        return new ClusterSize(config.workers(), config.workerCores(), config.workerMemoryMib());
    }

    private static void refuseJoined(Path state) {
        if (ClusterManifest.read(state).filter(ClusterManifest::isJoined).isPresent()) {
            throw NoClusterException.elsewhere("point BIGDATA_STATE to another folder for a cluster of this machine's own");
        }
    }

    private void warnOfOthers(String host) {
        if (deployment.name().equals(ClusterManifest.LOCAL) && !Topology.isLoopback(host)) {
            out.println("bigdata: warning: other machines reach " + host + ", and HDFS believes who they say they are: let a firewall pass"
                    + " only the cluster's own machines (docs/operating.md, More than one host)");
        }
    }

    /** What a user set that the cluster owns, in all files at once, before anything starts. */
    private void checkUserFiles() {
        for (String role : List.of("master", "worker")) {
            UserFiles.of(project.home().resolve("conf").resolve(role)).check(Map.of(
                    "core-site.xml", HdfsConfiguration.OWNED,
                    "hdfs-site.xml", HdfsConfiguration.OWNED,
                    "spark-defaults.conf", SparkSettings.OWNED));
        }
    }

    private ClusterLock lock(Path state) throws IOException {
        return ClusterLock.acquire(state, () -> out.println("waiting for another bigdata command on this cluster to end"));
    }
}
