package bigdata.spark;

import bigdata.hdfs.FileSystemLayout;
import bigdata.process.ProcessSpec;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.service.DaemonService;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.util.List;

/** Spark's History Server as a service of the master node; shows applications that have ended from their event logs on HDFS. */
public final class HistoryServer extends DaemonService<SparkDaemon> {
    private static final String NAME = "history-server";
    private final String secret;

    public HistoryServer(NodeContext node, String secret) {
        super(NAME, node, new SparkDaemon(node, NAME, "org.apache.spark.deploy.history.HistoryServer", 512));
        this.secret = secret;
    }

    /** It ends at once when its folder is not there. */
    @Override
    public Probe startWhen() {
        return FileSystemLayout.exists(node.topology(), FileSystemLayout.EVENTS);
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        return daemon.prepare(SparkSettings.historyServer(secret, node.topology()), List.of());
    }

    @Override
    public Probe ready() {
        return () -> {
            try {
                int status = Http.status(node.topology().historyServerUi("/api/v1/applications?limit=1"), "GET", PagesKey.of(secret).header());
                return status == 200 ? Readiness.ready("") : Readiness.notReady("it answers " + status);
            } catch (IOException e) {
                return Readiness.notReady("it does not answer: " + e.getMessage());
            }
        };
    }

    @Override
    public Probe alive() {
        return ready();
    }
}
