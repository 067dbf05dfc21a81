package bigdata.cluster;

import bigdata.ExitStatus;
import bigdata.config.ClusterConfig;
import bigdata.config.EffectiveConfig;
import bigdata.config.Keys;
import bigdata.config.Project;
import bigdata.deployment.compose.ComposeProject;
import bigdata.deployment.compose.Container;
import bigdata.deployment.compose.ContainerCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cluster in containers, seen from the machine that runs them. Its nodes, files and secrets are theirs; this only asks Compose. */
public final class ComposeCluster implements Lifecycle {
    /** MiB of a worker's container beside what its executors get: DataNode, Spark Worker, supervisor, page cache of the JVMs. */
    private static final int WORKER_OVERHEAD = 1536;
    /** Seconds; a node stops six services one after the other, each with a grace of 20 s. */
    private static final int STOP = 130;
    /** Seconds; as long as the local deployment waits for a NameNode with many blocks. */
    private static final int USABLE = 180;

    /** Publishes the port of Spark Connect. */
    private static final String CONNECT = "docker/connect.yaml";

    private final Project project;
    private final ComposeProject compose;
    private final PrintWriter out;

    public ComposeCluster(Project project, PrintWriter out) {
        this.project = project;
        this.compose = ComposeProject.of(project);
        this.out = out;
    }

    @Override
    public void up(Map<String, String> flags) throws IOException, InterruptedException {
        EffectiveConfig effective = EffectiveConfig.load(project, flags);
        compose.requireEngine();
        List<Container> nodes = compose.nodes();
        int workers = workers(effective.config(), flags, nodes);
        boolean complete = nodes.size() == workers + 1 && nodes.stream().allMatch(Container::isRunning);
        if (complete && isUsable(nodes)) {
            out.println("the cluster is already up, in containers");
            return;
        }
        if (!compose.hasImage()) {
            out.println("building the image (the first time about 1.5 GB are downloaded, which takes minutes)");
            out.flush();
            check(compose.compose("build"), "the image could not be built");
        }
        long begun = System.nanoTime();
        List<String> words = new ArrayList<>(List.of("up", "--detach", "--scale", "worker=" + workers));
        if (!nodes.isEmpty()) {
            words.add("--no-recreate"); // what runs is left alone
        }
        words.addAll(List.of("--wait", "--wait-timeout", String.valueOf(USABLE), "master", "worker"));
        ComposeProject configured = compose.with(settings(effective));
        if ((effective.config().connect() ? configured.and(CONNECT) : configured).compose(words) != 0) {
            showStatus();
            throw new ComposeFailedException("the cluster did not become usable; the logs say why: `docker compose --project-name "
                    + compose.name() + " logs`. What runs was left running; `bigdata down` stops it");
        }
        out.printf("the cluster is usable after %.1f s: %s, %d cores, in containers%n", (System.nanoTime() - begun) / 1e9,
                Nodes.workers(workers), workers * effective.config().workerCores());
    }

    /** Containers get their nodes' names by chance, so those that go are asked which node they are. */
    @Override
    public void scale(int workers) throws IOException, InterruptedException {
        List<Container> nodes = compose.nodes().stream().filter(Container::isRunning).toList();
        if (nodes.stream().noneMatch(Container::isMaster)) {
            throw nodes.isEmpty() ? new NoClusterException() : NoClusterException.masterless();
        }
        if (workers >= nodes.size() - 1) {
            up(Map.of(Keys.WORKERS.name(), String.valueOf(workers)));
        }
        ExitStatus settled = new ContainerCommand(compose, false).alone(List.of("settle", String.valueOf(workers)));
        if (!settled.equals(ExitStatus.SUCCESS)) {
            throw new ComposeFailedException("the cluster was not scaled; the lines above say why");
        }
        for (Container node : nodes) {
            String name = node.isWorker() ? name(node) : Nodes.MASTER;
            if (Nodes.number(name) > workers) {
                out.println("stopping " + name);
                compose.answer(List.of("stop", "--time", String.valueOf(STOP), node.id()));
                compose.answer(List.of("rm", node.id()));
            }
        }
        out.println("the cluster has " + Nodes.workers(workers));
    }

    /** Which node of the cluster runs there. */
    private String name(Container container) throws InterruptedException {
        return compose.answer(List.of("exec", container.id(), "cat", "/run/bigdata/ready")).strip();
    }

    @Override
    public void down() throws IOException, InterruptedException {
        boolean any = !compose.containers().isEmpty();
        remove(List.of());
        out.println(any ? "the cluster is down; its data is kept" : "the cluster is not up");
    }

    @Override
    public void purge() throws IOException, InterruptedException {
        remove(List.of("--volumes"));
        List<String> left = compose.volumes();
        if (!left.isEmpty()) { // Compose warns of it and ends well
            throw new ComposeFailedException("not deleted, because something still uses them: the volumes " + String.join(", ", left)
                    + "; `docker ps --all --filter volume=" + left.get(0) + "` shows what");
        }
        out.println("deleted all files of HDFS, and the secrets and logs of the containers");
    }

    private void showStatus() throws InterruptedException {
        out.flush();
        for (Container node : compose.nodes()) {
            if (node.isMaster() && node.isRunning()) {
                new ContainerCommand(compose, false).in(node.id(), List.of("status"));
            }
        }
    }

    private void remove(List<String> options) throws InterruptedException {
        List<String> single = compose.containers().stream().filter(Container::oneOff).map(Container::id).toList();
        if (!single.isEmpty()) { // commands that still run in containers of their own
            List<String> words = new ArrayList<>(List.of("rm", "--force"));
            words.addAll(single);
            compose.answer(words);
        }
        List<String> words = new ArrayList<>(List.of("down", "--timeout", String.valueOf(STOP)));
        words.addAll(options);
        check(compose.compose(words), "the containers could not be removed");
    }

    private int workers(ClusterConfig config, Map<String, String> flags, List<Container> nodes) {
        int there = (int) nodes.stream().filter(Container::isWorker).count();
        if (there == 0 || flags.containsKey(Keys.WORKERS.name()) && config.workers() > there) {
            return config.workers();
        }
        if (flags.containsKey(Keys.WORKERS.name()) && config.workers() < there) {
            out.println("the cluster runs with " + there + " workers and keeps them; `bigdata scale " + config.workers()
                    + "` makes it smaller");
        }
        return there;
    }

    private boolean isUsable(List<Container> nodes) throws InterruptedException {
        for (Container node : nodes) {
            String health = compose.answer(List.of("inspect", "--format", "{{.State.Health.Status}}", node.id())).strip();
            if (!health.equals("healthy")) {
                return false;
            }
        }
        return true;
    }

    /** What {@code compose.yaml} reads. */
    private static Map<String, String> settings(EffectiveConfig effective) {
        ClusterConfig config = effective.config();
        Map<String, String> settings = new HashMap<>(Map.of(
                Keys.WORKERS.variable(), String.valueOf(config.workers()),
                Keys.WORKER_CORES.variable(), String.valueOf(config.workerCores()),
                Keys.WORKER_MEMORY.variable(), config.workerMemoryMib() + "m",
                Keys.JUPYTER.variable(), config.jupyter() ? "on" : "off",
                "BIGDATA_WORKER_LIMIT", config.workerMemoryMib() + WORKER_OVERHEAD + "m"));
        settings.put(Keys.CATALOG.variable(), config.catalog() ? "on" : "off");
        settings.put(Keys.CONNECT.variable(), config.connect() ? "on" : "off");
        settings.put(Keys.SPARK_JAVA_OPTIONS.variable(), config.sparkJavaOptions());
        config.ports().connect().ifPresent(port -> settings.put(Keys.CONNECT_PORT.variable(), String.valueOf(port)));
        config.ports().jupyter().ifPresent(port -> settings.put(Keys.JUPYTER_PORT.variable(), String.valueOf(port)));
        if (!effective.isDefault(Keys.REPLICATION)) {
            settings.put(Keys.REPLICATION.variable(), String.valueOf(config.replication()));
        }
        return settings;
    }

    private static void check(int code, String otherwise) {
        if (code != 0) {
            throw new ComposeFailedException(otherwise + ": `docker compose` ended with " + code + ", see above");
        }
    }
}
