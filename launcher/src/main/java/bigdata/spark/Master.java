package bigdata.spark;

import bigdata.process.ProcessSpec;
import bigdata.readiness.Probe;
import bigdata.service.NodeContext;
import bigdata.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Spark Master as a service of the master node. */
public final class Master implements Service {
    private final NodeContext node;
    private final SparkDaemon daemon;
    private final String secret;
    private final ClusterSize size;

    public Master(NodeContext node, String secret, ClusterSize size) {
        this.node = node;
        this.secret = secret;
        this.size = size;
        this.daemon = new SparkDaemon(node, name(), "org.apache.spark.deploy.master.Master", 256);
    }

    @Override
    public String name() {
        return "spark-master";
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        return daemon.prepare(SparkSettings.master(secret, size), List.of(
                "--host", node.host(),
                "--port", String.valueOf(node.topology().sparkMaster()),
                "--webui-port", String.valueOf(node.topology().sparkMasterUi())));
    }

    @Override
    public Probe ready() {
        return MasterJson.alive(node.topology());
    }

    @Override
    public Probe alive() {
        return ready();
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
