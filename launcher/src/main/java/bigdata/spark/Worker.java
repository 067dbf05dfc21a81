package bigdata.spark;

import bigdata.process.ProcessSpec;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.service.DaemonService;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.util.List;

/** The Spark Worker as a service of a worker node; the kernel picks its ports. */
public final class Worker extends DaemonService<SparkDaemon> {
    private static final String NAME = "spark-worker";
    private final String secret;
    private final ClusterSize size;

    public Worker(NodeContext node, String secret, ClusterSize size) {
        super(NAME, node, new SparkDaemon(node, NAME, "org.apache.spark.deploy.worker.Worker", 256));
        this.secret = secret;
        this.size = size;
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

    @Override
    public Probe ready() {
        return MasterJson.worker(node.topology(), node.name());
    }

    /** Hung when the Master answers and has given it up. */
    @Override
    public Probe alive() {
        return () -> MasterJson.alive(node.topology()).attempt().isReady() ? ready().attempt() : Readiness.ready("");
    }
}
