package bigdata.cluster;

import bigdata.hdfs.LeavingDataNodes;
import bigdata.hdfs.NameNodeJmx;
import bigdata.hdfs.Slots;
import bigdata.node.NodeFolder;
import bigdata.node.NodeStatus;
import bigdata.node.ClusterManifest;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import bigdata.spark.MasterJson;
import bigdata.spark.SparkPages;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a cluster does, in one look.
 *
 * @param state {@code stopped}, {@code usable}, or {@code degraded}: some of it runs
 * @param nodes every node that runs or should, the master first
 * @param joined workers of other machines that are there now
 * @param hdfs what the NameNode tells, or null when it does not answer
 * @param spark what the Master tells, or null when it does not answer
 * @param pages where to look, by name
 * @param unserved DataNode folders that hold blocks which no DataNode serves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClusterStatus(String state, List<Node> nodes, List<JoinedWorker> joined, NameNodeJmx hdfs, MasterJson spark,
        Map<String, String> pages, List<String> unserved) {
    public static final String USABLE = "usable";
    /** The state of a node that is being taken out of the cluster. */
    static final String LEAVING = "leaving";

    /** Of a cluster without workers of other machines. */
    ClusterStatus(String state, List<Node> nodes, NameNodeJmx hdfs, MasterJson spark, Map<String, String> pages) {
        this(state, nodes, List.of(), hdfs, spark, pages, List.of());
    }

    /**
     * A node.
     *
     * @param state {@code usable}, {@code starting}, {@code degraded}, {@code leaving}, or {@code dead}: it does not run, though others do or it was
     *     not told to stop
     * @param process the supervisor's, or null
     */
    public record Node(String name, String state, ProcessIdentity process, List<ServiceStatus> services) {}

    public static ClusterStatus of(Path state) throws IOException {
        ClusterStatus status = ofNodes(state);
        Optional<ClusterManifest> manifest = ClusterManifest.read(state);
        if (manifest.isEmpty() || status.nodes().isEmpty()) {
            return status;
        }
        NameNodeJmx hdfs = hdfs(manifest.get());
        MasterJson spark = spark(manifest.get(), state);
        return new ClusterStatus(status.state(), status.nodes(), JoinedWorker.of(manifest.get(), hdfs, spark), hdfs, spark,
                pages(manifest.get()), hdfs == null ? List.of() : Slots.of(state).unserved(hdfs));
    }

    /** What the nodes say, without asking HDFS and Spark. */
    static ClusterStatus ofNodes(Path state) throws IOException {
        Set<String> names = new LinkedHashSet<>(ClusterManifest.read(state).map(Nodes::of).orElse(List.of()));
        List<String> wanted = List.copyOf(names);
        boolean anyRuns = false;
        for (NodeFolder folder : NodeFolder.all(state)) {
            names.add(folder.name());
            anyRuns |= folder.running().isPresent();
        }
        List<Node> nodes = new ArrayList<>();
        for (String name : names) {
            node(NodeFolder.of(state, name), anyRuns && wanted.contains(name)).map(node -> leaving(node, state)).ifPresent(nodes::add);
        }
        boolean usable = nodes.stream().allMatch(node -> node.state().equals(USABLE));
        return new ClusterStatus(nodes.isEmpty() ? "stopped" : usable ? USABLE : "degraded", nodes, null, null, Map.of());
    }

    private static Node leaving(Node node, Path state) {
        return node.process() != null && NodeFolder.of(state, node.name()).slot().filter(LeavingDataNodes.of(state)::names).isPresent()
                ? new Node(node.name(), LEAVING, node.process(), node.services()) : node;
    }

    /**
     * Empty for a node that was stopped, or was never there.
     *
     * @param must whether it should run; then it is dead when it does not, even if it never said anything
     */
    private static Optional<Node> node(NodeFolder folder, boolean must) throws IOException {
        Optional<NodeStatus> current = folder.current();
        if (current.isPresent()) {
            String state = current.get().allReady() ? USABLE
                    : current.get().services().stream().anyMatch(each -> each.restarts() > 0 || each.state() == ServiceState.REFUSED)
                            ? "degraded" : "starting";
            return Optional.of(new Node(folder.name(), state, current.get().process(), current.get().services()));
        }
        Optional<ProcessIdentity> running = folder.running();
        if (running.isPresent()) {
            return Optional.of(new Node(folder.name(), "starting", running.get(), List.of()));
        }
        List<ServiceStatus> last = folder.status().map(NodeStatus::services).orElse(List.of());
        boolean ended = last.stream().anyMatch(each -> each.state() != ServiceState.STOPPED);
        return must || ended ? Optional.of(new Node(folder.name(), "dead", null, last)) : Optional.empty();
    }

    private static NameNodeJmx hdfs(ClusterManifest manifest) {
        try {
            return NameNodeJmx.read(manifest.topology());
        } catch (IOException doesNotAnswer) {
            return null;
        }
    }

    private static MasterJson spark(ClusterManifest manifest, Path state) {
        try {
            return MasterJson.read(SparkPages.of(manifest.topology(), state));
        } catch (IOException doesNotAnswer) {
            return null;
        }
    }

    /** All of them lie behind JupyterLab; without it there is no way to them. */
    private static Map<String, String> pages(ClusterManifest manifest) {
        return manifest.jupyter().on() ? new TreeMap<>(manifest.jupyter().pages()) : Map.of();
    }
}
