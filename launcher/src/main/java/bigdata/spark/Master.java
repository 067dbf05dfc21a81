package bigdata.spark;

import bigdata.process.FolderDeletion;
import bigdata.process.ProcessSpec;
import bigdata.readiness.Probe;
import bigdata.service.DaemonService;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Spark Master as a service of the master node. */
public final class Master extends DaemonService<SparkDaemon> {
    private static final String NAME = "spark-master";
    private final String secret;
    private final ClusterSize size;

    public Master(NodeContext node, String secret, ClusterSize size) {
        super(NAME, node, new SparkDaemon(node, NAME, "org.apache.spark.deploy.master.Master", 256));
        this.secret = secret;
        this.size = size;
    }

    /** Makes the next start a fresh one: the Master waits for workers that it has noted, also for those that will not come back. */
    public static void forgetWorkers(Path state) throws IOException {
        FolderDeletion.of(recovery(state));
    }

    private static Path recovery(Path state) {
        return state.resolve("work").resolve("spark-master");
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        return daemon.prepare(SparkSettings.master(secret, size, recovery(node.state())), List.of(
                "--host", node.host(),
                "--port", String.valueOf(node.topology().sparkMaster()),
                "--webui-port", String.valueOf(node.topology().sparkMasterUi())));
    }

    @Override
    public Probe ready() {
        return MasterJson.alive(SparkPages.of(node.topology(), secret));
    }

    @Override
    public Probe alive() {
        return ready();
    }
}
