package bigdata.cluster;

import bigdata.config.AtomicFile;
import bigdata.config.ClusterConfig;
import bigdata.config.EffectiveConfig;
import bigdata.config.Installation;
import bigdata.config.Keys;
import bigdata.config.Machine;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.config.Topology;
import bigdata.jupyter.JupyterSettings;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.node.NodeProgram;
import bigdata.node.NodeRole;
import bigdata.node.NodeStatus;
import bigdata.process.LogFollower;
import bigdata.python.Installed;
import bigdata.python.PythonEnvironment;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.readiness.Waiter;
import bigdata.spark.ClusterSize;
import bigdata.spark.ConnectSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A node as the one program of its container. All containers of a cluster share its state folder; the master founds the cluster
 * there, and a worker takes the first name that no running worker has.
 *
 * @param ready a file that is there exactly as long as every service of the node is usable, for the engine's health check
 */
public record ContainerNode(Project project, Path ready, PrintWriter out) {
    /** Those of the field: the network of containers is private, so nobody else can hold them. */
    public static final Topology TOPOLOGY = new Topology(Nodes.MASTER, 8020, 9870, 7077, 8080, 18080, 8888, 15002, 9083);
    /** Preparing the volumes of a big cluster takes the master a while; then it runs within seconds. */
    private static final Waiter MASTER_RUNS = new Waiter(Duration.ofMinutes(5), Duration.ofMillis(200));
    private static final int MOST_WORKERS = 999;

    /** Runs until the calling thread is interrupted. */
    public void run(NodeRole role) throws IOException, InterruptedException {
        Files.deleteIfExists(ready);
        if (role == NodeRole.MASTER) {
            found();
        } else {
            awaitMaster();
        }
        Stream<String> names = role == NodeRole.MASTER ? Stream.of(Nodes.MASTER)
                : IntStream.rangeClosed(1, MOST_WORKERS).mapToObj(Nodes::worker);
        String host = role == NodeRole.MASTER ? Nodes.MASTER : InetAddress.getLocalHost().getHostAddress();
        try (LogFollower follower = new LogFollower()) {
            new NodeProgram(project, out).run(role, names, host, status -> tell(status, follower));
        } finally {
            Files.deleteIfExists(ready);
        }
    }

    /**
     * Waits until the master has founded the cluster and runs. Not until it is usable: a NameNode that knows of blocks leaves safe
     * mode only when workers are there.
     */
    private void awaitMaster() throws InterruptedException {
        NodeFolder master = NodeFolder.of(project.state(), Nodes.MASTER);
        Probe runs = () -> {
            try {
                return master.running().isPresent() ? Readiness.ready("") : Readiness.notReady("waiting for the master");
            } catch (IOException e) {
                return Readiness.notReady("cannot see whether the master runs: " + e.getMessage());
            }
        };
        MASTER_RUNS.await("the master's container", runs, Optional::empty, out::println);
    }

    /** Makes the cluster that nodes and clients read of, or takes up the one that is there. */
    private void found() throws IOException {
        Path state = StateFolder.open(project).path();
        EffectiveConfig effective = configuration();
        ClusterConfig config = effective.config();
        Installed python = PythonEnvironment.of(project, config.pythonEnvironment(), out).check().orElseThrow(() ->
                new BrokenImageException(config.pythonEnvironment() + " holds no Python environment of this project"));
        Installation installation = new Installation(project.home(), Path.of(System.getProperty("java.home")), python.sparkHome(),
                python.python());
        ClusterManifest manifest = new ClusterManifest(ClusterManifest.COMPOSE, config.catalog() ? TOPOLOGY : TOPOLOGY.withoutCatalog(),
                new ClusterSize(config.workers(), config.workerCores(), config.workerMemoryMib()), config.replication(), installation,
                config.jupyter() ? JupyterSettings.published(TOPOLOGY, config.ports().jupyter()) : JupyterSettings.off(),
                config.connect() ? ConnectSettings.at(TOPOLOGY.host()) : ConnectSettings.off(), config.sparkJavaOptions());
        Optional<ClusterManifest> before = ClusterManifest.read(state);
        if (before.isPresent() && effective.isDefault(Keys.WORKERS)) { // whoever scaled the cluster meant it to stay so
            int workers = before.get().size().workers();
            manifest = manifest.resized(workers, EffectiveConfig.of(project, workers).replication());
        }
        manifest.write(state);
        new ClientFiles(state).write(project, manifest);
    }

    /** What is configured; a worker's memory follows from the limit of its container, unless somebody says it. */
    private EffectiveConfig configuration() throws IOException {
        Machine machine = Machine.aroundThisContainer();
        EffectiveConfig effective = EffectiveConfig.load(project, Map.of(), machine);
        Optional<WorkerLimit> limit = WorkerLimit.of(project);
        if (limit.isPresent() && effective.isDefault(Keys.WORKER_MEMORY)) {
            return EffectiveConfig.load(project, Map.of(Keys.WORKER_MEMORY.name(), limit.get().half() + "m"), machine);
        }
        limit.ifPresent(known -> known.check(effective.config().workerMemoryMib()));
        return effective;
    }

    private void tell(NodeStatus status, LogFollower follower) {
        try {
            follower.follow(sparkLogs(status));
            if (status.allReady()) {
                AtomicFile.write(ready, status.name() + "\n");
            } else {
                Files.deleteIfExists(ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the engine how the node does", e);
        }
    }

    /** What people watch for: who was elected, who registered. HDFS tells of every block; `bigdata logs` shows that too. */
    private List<Path> sparkLogs(NodeStatus status) {
        return status.services().stream().map(service -> service.name()).filter(name -> name.startsWith("spark-"))
                .map(name -> project.logs().resolve(status.name()).resolve(name + ".log")).toList();
    }
}
