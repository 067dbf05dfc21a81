package bigdata.hdfs;

import bigdata.process.ProcessSpec;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.service.DaemonService;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The DataNode as a service of a worker node. Starts beside the NameNode, whose port it asks for until it is there. */
public final class DataNode extends DaemonService<HadoopDaemon> {
    private static final String NAME = "datanode";
    private static final String MAIN = "org.apache.hadoop.hdfs.server.datanode.DataNode";
    private static final int HEAP = 256; // MiB; blocks pass through direct buffers

    private final DataNodeSlot slot;

    public DataNode(NodeContext node, DataNodeSlot slot) {
        super(NAME, node, new HadoopDaemon(node, NAME, MAIN, HEAP));
        this.slot = slot;
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        return daemon.prepare(HdfsConfiguration.dataNode(node.topology(), node.host(), slot.folder()), List.of());
    }

    /** Ready when the NameNode counts it among the live ones. */
    @Override
    public Probe ready() {
        return () -> {
            try {
                Optional<String> uuid = slot.uuid();
                Optional<NameNodeJmx.DataNode> live = uuid.isEmpty() ? Optional.empty() : NameNodeJmx.read(node.topology()).live(uuid.get());
                return live.map(each -> Readiness.ready(each.isInService() ? "" : each.adminState()))
                        .orElse(Readiness.notReady("the NameNode does not know it as live"));
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }

    /** Hung when the NameNode answers and has given it up. */
    @Override
    public Probe alive() {
        return () -> NameNodeJmx.answers(node.topology()).attempt().isReady() ? ready().attempt() : Readiness.ready("");
    }
}
