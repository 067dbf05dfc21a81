package bigdata.cluster;

import bigdata.config.Project;
import bigdata.hdfs.LeavingDataNodes;
import bigdata.hdfs.NameNodeJmx;
import bigdata.hdfs.Slots;
import bigdata.job.ClientEnvironment;
import bigdata.job.DfsAdmin;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.readiness.NotReadyInTime;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.readiness.Waiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The blocks of nodes that leave, on their way to those that stay. */
final class LeavingBlocks {
    /** Moving ends with the last block, however many there are; a person may interrupt it. */
    static final Waiter PATIENT = new Waiter(Duration.ofDays(365), Duration.ofMillis(500));
    private static final Waiter COPIES = new Waiter(Duration.ofMinutes(1), Duration.ofMillis(500));

    private final ClusterManifest manifest;
    private final List<String> nodes;
    private final ClientEnvironment client;
    private final PrintWriter out;
    private final Path state;
    private final LeavingDataNodes file;

    LeavingBlocks(Project project, ClusterManifest manifest, List<String> nodes, ClientEnvironment client, PrintWriter out) {
        this.manifest = manifest;
        this.nodes = nodes;
        this.client = client;
        this.out = out;
        this.state = project.state();
        this.file = LeavingDataNodes.of(state);
    }

    static Optional<String> uuid(Path state, String node) {
        try {
            Optional<String> slot = NodeFolder.of(state, node).slot();
            return slot.isEmpty() ? Optional.empty() : Slots.of(state).uuid(slot.get());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see which DataNode " + node + " has", e);
        }
    }

    /** From now on they take no new blocks, and what they have is copied elsewhere. */
    void exclude() throws IOException, InterruptedException {
        NameNodeJmx now = NameNodeJmx.read(manifest.topology());
        List<String> slots = nodes.stream().map(node -> NodeFolder.of(state, node).slot().orElseThrow()).toList();
        List<LeavingDataNodes.Entry> entries = new ArrayList<>(file.entries().stream()
                .filter(entry -> !slots.contains(entry.slot())).toList());
        for (int i = 0; i < slots.size(); i++) {
            String node = nodes.get(i);
            NameNodeJmx.DataNode live = uuid(state, node).flatMap(now::live).orElseThrow(() -> new NotScaledException(
                    "the DataNode of " + node + " is not live; `bigdata status` says more"));
            entries.add(new LeavingDataNodes.Entry(slots.get(i), live.uuid(), live.address()));
        }
        file.write(entries);
        new DfsAdmin(client).refreshNodes();
        List<String> addresses = entries.stream().map(LeavingDataNodes.Entry::address).toList();
        if (NameNodeJmx.read(manifest.topology()).live().stream().anyMatch(each -> each.isInService() && addresses.contains(each.address()))) {
            throw new NotScaledException("the NameNode does not let DataNodes leave; the end of `bigdata logs namenode` may say why");
        }
    }

    /** Returns when every block has a copy on a DataNode that stays. */
    void awaitMoved() throws IOException, InterruptedException {
        while (PATIENT.await("the smaller cluster", moved(), this::hopeless, reason -> out.println("  " + reason)).equals(CAME_BACK)) {
            exclude();
        }
    }

    /** One that came back after a crash has another port, so the NameNode does not know that it leaves. */
    private static final String CAME_BACK = "came back";

    private Probe moved() {
        return () -> {
            try {
                NameNodeJmx now = NameNodeJmx.read(manifest.topology());
                List<NameNodeJmx.DataNode> live = nodes.stream().map(node -> uuid(state, node)).flatMap(Optional::stream)
                        .map(now::live).flatMap(Optional::stream).toList();
                if (live.size() < nodes.size()) {
                    return Readiness.notReady("waiting for DataNodes that leave to come back");
                }
                if (live.stream().anyMatch(NameNodeJmx.DataNode::isInService)) {
                    return Readiness.ready(CAME_BACK);
                }
                return live.stream().allMatch(NameNodeJmx.DataNode::hasLeft) ? Readiness.ready("") : Readiness.notReady(progress(live));
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }

    private String progress(List<NameNodeJmx.DataNode> live) throws IOException {
        NameNodeJmx.Moving moving = NameNodeJmx.moving(manifest.topology());
        if (moving.blocks() == 0 && moving.openFiles() > 0) {
            return "waiting for " + moving.openFiles() + " files that are being written; `hdfs dfsadmin -listOpenFiles"
                    + " -blockingDecommission` in `bigdata shell` names them";
        }
        if (moving.blocks() == 0) {
            return "counting blocks that have no copy elsewhere";
        }
        long all = Math.max(moving.blocks(), live.stream().mapToLong(NameNodeJmx.DataNode::blocks).sum());
        long tenths = 10 * (all - moving.blocks()) / all;
        return tenths * 10 + " % of " + all + " blocks have copies enough elsewhere";
    }

    /** Beyond the one copy that no block is without: waits a minute for those that files ask for, which the NameNode goes on making. */
    void awaitCopies() throws InterruptedException {
        try {
            COPIES.await("HDFS", () -> {
                try {
                    long blocks = NameNodeJmx.shortOfCopies(manifest.topology());
                    return blocks == 0 ? Readiness.ready("") : Readiness.notReady("waiting for further copies of blocks");
                } catch (IOException e) {
                    return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
                }
            }, this::hopeless, reason -> out.println("  " + reason));
        } catch (NotReadyInTime later) {
            out.println("  some blocks have fewer copies than their files ask for; HDFS goes on making them");
        }
    }

    private Optional<String> hopeless() {
        try {
            for (String node : nodes) {
                if (NodeFolder.of(state, node).running().isEmpty()) {
                    return Optional.of("node " + node + " ended; `bigdata up` starts it again");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot see how the nodes do: " + e.getMessage());
        }
    }
}
