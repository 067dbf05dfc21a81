package bigdata.spark;

import bigdata.process.ProcessSpec;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.service.DaemonService;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The Spark Worker as a service of a worker node; the kernel picks its ports. */
public final class Worker extends DaemonService<SparkDaemon> {
    private static final String NAME = "spark-worker";
    private final String secret;
    private final ClusterSize size;
    private final BooleanSupplier leaves;
    private final LateExecutors late = new LateExecutors();

    /** @param leaves whether its node is being taken out of the cluster */
    public Worker(NodeContext node, String secret, ClusterSize size, BooleanSupplier leaves) {
        super(NAME, node, new SparkDaemon(node, NAME, "org.apache.spark.deploy.worker.Worker", 256));
        this.secret = secret;
        this.size = size;
        this.leaves = leaves;
    }

    /** A Worker that finds no Master waits 5 to 12 s before it asks again. */
    @Override
    public Probe startWhen() {
        return Http.listening(node.topology().host(), node.topology().sparkMaster());
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        return daemon.prepare(SparkSettings.worker(secret, node.name()), List.of(
                "--host", node.host(),
                "--port", "0",
                "--webui-port", "0",
                "--cores", String.valueOf(size.workerCores()),
                "--memory", size.workerMemoryMib() + "m",
                "--work-dir", node.state().resolve("work").resolve(node.name()).toString(),
                node.topology().spark()));
    }

    /** One that the Master has decommissioned does what it should as long as its node leaves; else only a restart brings it back. */
    @Override
    public Probe ready() {
        return () -> {
            try {
                if (isDecommissioned()) {
                    return Readiness.ready("Decommissioned");
                }
                return MasterJson.worker(pages(), node.name()).attempt();
            } catch (IOException e) {
                return Readiness.notReady("the Spark Master does not answer: " + e.getMessage());
            }
        };
    }

    /** Hung when the Master answers and has given it up. */
    @Override
    public Probe alive() {
        return () -> MasterJson.alive(pages()).attempt().isReady() ? ready().attempt() : Readiness.ready("");
    }

    @Override
    public void watched(ProcessHandle process) throws IOException {
        if (isDecommissioned()) {
            late.tell(process);
        }
    }

    private boolean isDecommissioned() throws IOException {
        return leaves.getAsBoolean() && LeavingWorkers.isDecommissioned(pages(), node.name());
    }

    private SparkPages pages() {
        return SparkPages.of(node.topology(), secret);
    }
}
