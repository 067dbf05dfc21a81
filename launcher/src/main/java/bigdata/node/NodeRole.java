package bigdata.node;

import bigdata.config.UserFiles;
import bigdata.hdfs.DataNode;
import bigdata.hdfs.DataNodeSlot;
import bigdata.hdfs.LeavingDataNodes;
import bigdata.hdfs.NameNode;
import bigdata.jupyter.JupyterLab;
import bigdata.secrets.Secrets;
import bigdata.service.NodeContext;
import bigdata.service.Service;
import bigdata.spark.Catalog;
import bigdata.spark.ConnectServer;
import bigdata.spark.HistoryServer;
import bigdata.spark.Master;
import bigdata.spark.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a node is in its cluster, and so which services it runs, in the order in which they depend on each other. */
public enum NodeRole {
    MASTER {
        @Override
        List<Service> services(NodeContext node, ClusterManifest manifest) throws IOException {
            if (!anyWorkerRuns(node)) {
                Master.forgetWorkers(node.state());
            }
            Secrets secrets = Secrets.in(node.state());
            List<Service> services = new ArrayList<>(List.of(new NameNode(node), new Master(node, secrets.spark(), manifest.size()),
                    new HistoryServer(node, secrets.spark())));
            if (manifest.jupyter().on()) {
                services.add(new JupyterLab(node, manifest.jupyter(), secrets));
            }
            if (manifest.topology().catalog() != 0) {
                services.add(new Catalog(node, secrets));
            }
            if (manifest.connect().on()) {
                services.add(new ConnectServer(node, manifest.connect(), secrets));
            }
            return services;
        }
    },
    WORKER {
        @Override
        List<Service> services(NodeContext node, ClusterManifest manifest) throws IOException {
            DataNodeSlot slot = DataNodeSlot.claim(node.state()); // held until the process ends
            NodeFolder.of(node.state(), node.name()).holds(slot.name());
            LeavingDataNodes leaving = LeavingDataNodes.of(node.state());
            return List.of(new DataNode(node, slot), new Worker(node, Secrets.in(node.state()).spark(), manifest.size(),
                    () -> leaving.names(slot.name())));
        }
    };

    private static boolean anyWorkerRuns(NodeContext master) throws IOException {
        for (NodeFolder folder : NodeFolder.all(master.state())) {
            if (!folder.name().equals(master.name()) && folder.running().isPresent()) {
                return true;
            }
        }
        return false;
    }

    abstract List<Service> services(NodeContext node, ClusterManifest manifest) throws IOException;

    /** The files that a user tunes for such nodes. */
    UserFiles userFiles(Path home) {
        return UserFiles.of(home.resolve("conf").resolve(toString()));
    }

    /** {@code master} or {@code worker}, as in commands. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
