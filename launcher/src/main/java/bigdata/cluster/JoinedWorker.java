package bigdata.cluster;

import bigdata.hdfs.NameNodeJmx;
import bigdata.node.ClusterManifest;
import bigdata.spark.MasterJson;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worker of another machine, as far as the master's services tell: one that is gone is not among them.
 *
 * @param name of its node, or its address as long as only its DataNode is there
 * @param host its address
 * @param services those that are there, in the words of the nodes of this machine
 */
public record JoinedWorker(String name, String host, List<String> services) {
    public JoinedWorker {
        services = List.copyOf(services);
    }

    /** Every one that either of the two knows of; each may be null for one that does not answer. */
    static List<JoinedWorker> of(ClusterManifest manifest, NameNodeJmx hdfs, MasterJson spark) {
        if (manifest.isJoined()) {
            return List.of(); // this machine is one itself
        }
        Set<String> ours = Set.copyOf(Nodes.of(manifest));
        List<MasterJson.Worker> workers = spark == null ? List.of() : spark.workers();
        List<String> dataNodes = hdfs == null ? List.of() : hdfs.live().stream().map(dataNode -> address(dataNode.host())).toList();
        List<JoinedWorker> joined = new ArrayList<>();
        for (MasterJson.Worker worker : workers) {
            if (!ours.contains(worker.node())) {
                joined.add(new JoinedWorker(worker.node(), worker.host(), dataNodes.contains(address(worker.host()))
                        ? List.of("datanode", "spark-worker") : List.of("spark-worker")));
            }
        }
        if (manifest.deployment().equals(ClusterManifest.LOCAL)) { // containers' addresses are not known here
            Set<String> seen = Stream.concat(Stream.of(manifest.topology().host()), workers.stream().map(MasterJson.Worker::host))
                    .map(JoinedWorker::address).collect(Collectors.toSet());
            dataNodes.stream().filter(host -> !seen.contains(host)).distinct()
                    .forEach(host -> joined.add(new JoinedWorker(host, host, List.of("datanode"))));
        }
        return joined;
    }

    /** Spark knows a machine by the name that it was given, HDFS by its address. */
    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException unknown) {
            return host;
        }
    }
}
