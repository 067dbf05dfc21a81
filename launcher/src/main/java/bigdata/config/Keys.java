package bigdata.config;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Every key there is. A new one is a constant, its place in {@link #ALL} and, for the program to use it, a component of
 * {@link ClusterConfig}; flags, environment, checks, {@code config show} and the tests of the documentation follow from here.
 */
public final class Keys {
    public static final Key<Integer> WORKERS = Key.fixed("workers", "worker nodes on this machine", Kind.wholeNumber(0, 999), 1);

    public static final Key<Integer> WORKER_CORES = Key.auto("worker.cores",
            "cores that one worker offers to executors; auto: the machine's cores divided among the workers, at least 1",
            Kind.wholeNumber(1, 1024),
            known -> Math.max(1, known.machine().cores() / workers(known)));

    /** Half of the machine is left to daemons, drivers, Python and the page cache. Spark refuses executors below 450 MiB. */
    public static final Key<Integer> WORKER_MEMORY = Key.auto("worker.memory",
            "memory that one worker offers to executors; auto: half of the machine's, divided among the workers, at least 1g",
            Kind.memory(512),
            known -> (int) Math.min(Integer.MAX_VALUE, Math.max(1024, known.machine().memoryMib() / 2 / workers(known))));

    public static final Key<Integer> REPLICATION = Key.auto("replication",
            "copies that HDFS clients write of every block; auto: one on every worker, at most 3",
            Kind.wholeNumber(1, 512),
            known -> Math.min(3, workers(known)));

    public static final Key<String> BIND = Key.fixed("bind",
            "the address or host name that every service listens on", Kind.address(), "127.0.0.1");

    public static final Key<Boolean> JUPYTER = Key.fixed("jupyter", "whether the master node runs JupyterLab", Kind.ON_OR_OFF, true);

    public static final Key<Boolean> CONNECT = Key.fixed("connect",
            "whether the master node runs a Spark Connect server", Kind.ON_OR_OFF, false);

    public static final Key<Boolean> CATALOG = Key.fixed("catalog",
            "whether all programs share one catalog of saved tables", Kind.ON_OR_OFF, false);

    public static final Key<Path> PYTHON_ENVIRONMENT = Key.auto("python.environment",
            "the folder of the Python environment; auto: python in the state folder",
            Kind.folder(),
            known -> known.project().state().resolve("python"));

    public static final Key<String> SPARK_JAVA_OPTIONS = Key.auto("spark.java.options",
            "options of the JVM of every driver and executor, before those of the application; auto: none", Kind.jvmOptions(), known -> "");

    public static final Key<OptionalInt> NAMENODE_PORT = port("namenode.port", "the NameNode's port, in hdfs:// addresses");
    public static final Key<OptionalInt> NAMENODE_HTTP_PORT = port("namenode.http.port", "the NameNode's web pages");
    public static final Key<OptionalInt> SPARK_MASTER_PORT =
            port("spark.master.port", "the Spark Master's port, in spark:// addresses");
    public static final Key<OptionalInt> SPARK_MASTER_UI_PORT = port("spark.master.ui.port", "the Spark Master's web pages");
    public static final Key<OptionalInt> HISTORY_PORT = port("history.port", "the Spark History Server's web pages");

    public static final Key<OptionalInt> JUPYTER_PORT =
            port("jupyter.port", "JupyterLab, always on this machine's loopback address", Kind.portOrZero());

    public static final Key<OptionalInt> CONNECT_PORT =
            port("connect.port", "the Spark Connect server, always on this machine's loopback address", Kind.portOrZero());

    /** In the order in which defaults follow from one another, which is also how people read them. */
    public static final List<Key<?>> ALL = List.of(WORKERS, WORKER_CORES, WORKER_MEMORY, REPLICATION, BIND,
            JUPYTER, CONNECT, CATALOG, PYTHON_ENVIRONMENT, SPARK_JAVA_OPTIONS, NAMENODE_PORT, NAMENODE_HTTP_PORT, SPARK_MASTER_PORT, SPARK_MASTER_UI_PORT,
            HISTORY_PORT, JUPYTER_PORT, CONNECT_PORT);

    static final List<Key<OptionalInt>> PORTS =
            List.of(NAMENODE_PORT, NAMENODE_HTTP_PORT, SPARK_MASTER_PORT, SPARK_MASTER_UI_PORT, HISTORY_PORT, JUPYTER_PORT, CONNECT_PORT);

    /** Environment variables that begin like those of keys and are not. */
    static final Set<String> OTHER_VARIABLES = Set.of("BIGDATA_STATE", "BIGDATA_HOME", "BIGDATA_UID", "BIGDATA_JAVA_OPTS",
            "BIGDATA_WORKER_LIMIT", "BIGDATA_MASTER_LIMIT", "BIGDATA_CLIENT_LIMIT", "BIGDATA_PIDS_LIMIT", "BIGDATA_IMAGE", "BIGDATA_LOCAL_STATE");

    /** Beginnings of variables that only tests read. */
    static final List<String> TEST_VARIABLES = List.of("BIGDATA_TEST_", "BIGDATA_REQUIRE_");

    private Keys() {}

    private static Key<OptionalInt> port(String name, String what) {
        return port(name, what, Kind.port());
    }

    private static Key<OptionalInt> port(String name, String what, Kind<OptionalInt> kind) {
        return Key.auto(name, what + "; auto: a free one, kept from then on", kind, known -> OptionalInt.empty());
    }

    private static int workers(Values known) {
        return Math.max(1, known.get(WORKERS).orElse(1));
    }
}
