package bigdata.hdfs;

import bigdata.process.FolderDeletion;
import bigdata.process.LogTail;
import bigdata.process.ProcessSpec;
import bigdata.readiness.Probe;
import bigdata.service.DaemonService;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.util.List;

/** The NameNode as a service of the master node. Formats its folder once, when there is nothing to lose. */
public final class NameNode extends DaemonService<HadoopDaemon> {
    private static final String NAME = "namenode";
    private static final String MAIN = "org.apache.hadoop.hdfs.server.namenode.NameNode";
    /** MiB: 1 GB of heap is rule of thumb for a million blocks (HDFS architecture guide); ours holds half of that. */
    private static final int HEAP = 512;

    private final NameNodeFolder folder;

    public NameNode(NodeContext node) {
        super(NAME, node, new HadoopDaemon(node, NAME, MAIN, HEAP));
        this.folder = new NameNodeFolder(HdfsFolders.name(node.state()), HdfsFolders.data(node.state()));
    }

    @Override
    public ProcessSpec prepare() throws IOException, InterruptedException {
        if (folder.mustBeFormatted()) {
            format();
        }
        LeavingDataNodes leaving = LeavingDataNodes.of(node.state());
        leaving.ensureFile();
        return daemon.prepare(HdfsConfiguration.decommissioning(HdfsConfiguration.nameNode(node.topology(), folder.name()), leaving),
                List.of());
    }

    /** Its pages answer, and deny safe mode, before it serves files; so it is asked for one too. */
    @Override
    public Probe ready() {
        return NameNodeJmx.usable(node.topology()).and(FileSystemLayout.exists(node.topology(), "/"));
    }

    @Override
    public Probe alive() {
        return NameNodeJmx.answers(node.topology());
    }

    /** Makes the folders that every user of the file system expects. */
    @Override
    public void usable() throws IOException {
        new FileSystemLayout(node.topology(), System.getProperty("user.name")).create();
    }

    private void format() throws IOException, InterruptedException {
        FolderDeletion.of(folder.making());
        HadoopDaemon formatter = new HadoopDaemon(node, "namenode-format", MAIN, HEAP);
        ProcessSpec spec = formatter.prepare(HdfsConfiguration.nameNode(node.topology(), folder.making()),
                List.of("-format", "-nonInteractive"));
        int code = spec.run();
        formatter.ended(code == 0);
        if (code != 0) {
            throw new IOException("formatting ended with exit code " + code + ": "
                    + String.join(" | ", LogTail.of(node.log("namenode-format"), 5)));
        }
        folder.takeWhatWasMade();
    }
}
