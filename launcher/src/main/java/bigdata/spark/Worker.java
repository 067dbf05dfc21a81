package bigdata.spark;

import bigdata.process.ProcessSpec;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.service.NodeContext;
import bigdata.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Spark Worker as a service of a worker node; the kernel picks its ports. */
public final class Worker implements Service {
    private final NodeContext node;
    private final SparkDaemon daemon;
    private final String secret;
    private final ClusterSize size;

    public Worker(NodeContext node, String secret, ClusterSize size) {
        this.node = node;
        this.secret = secret;
        this.size = size;
        this.daemon = new SparkDaemon(node, name(), "org.apache.spark.deploy.worker.Worker", 256);
    }

    @Override
    public String name() {
        return "spark-worker";
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

    @Override
    public void ended(boolean inGoodOrder) throws IOException {
        daemon.ended(inGoodOrder);
    }

    @Override
    public List<Path> logs() {
        return daemon.logs();
    }
}
