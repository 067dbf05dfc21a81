package bigdata.hdfs;

import bigdata.config.Topology;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the NameNode tells of itself at {@code /jmx}.
 *
 * @param safeMode why it is in safe mode, empty when it is not
 * @param live the live DataNodes
 * @param capacity bytes of all of them
 * @param used bytes that HDFS uses
 * @param remaining bytes left for HDFS
 * @param missingBlocks blocks without any live replica
 */
public record NameNodeJmx(String safeMode, List<DataNode> live, long capacity, long used, long remaining, long missingBlocks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A live DataNode.
     *
     * @param uuid what it is known by, kept in its folder
     * @param lastContactSeconds since its last heartbeat
     * @param used bytes of its blocks
     * @param remaining bytes that it can still take
     * @param capacity bytes of its disk
     */
    public record DataNode(String uuid, String address, long lastContactSeconds, String adminState, long blocks, long used,
            long remaining, long capacity) {
        /** Whether it takes blocks like any other: it neither leaves nor has left. */
        public boolean isInService() {
            return adminState.equals("In Service");
        }

        /** Whether every block of it has copies enough elsewhere. */
        public boolean hasLeft() {
            return adminState.equals("Decommissioned");
        }

        /** The name or address in {@link #address()}. */
        public String host() {
            return address.substring(0, address.lastIndexOf(':'));
        }
    }

    public static NameNodeJmx read(Topology topology) throws IOException {
        JsonNode info = info(topology);
        List<DataNode> live = new ArrayList<>();
        JsonNode nodes = JSON.readTree(info.path("LiveNodes").asText("{}"));
        nodes.forEach(node -> live.add(new DataNode(node.path("uuid").asText(), node.path("xferaddr").asText(),
                node.path("lastContact").asLong(), node.path("adminState").asText(), node.path("numBlocks").asLong(),
                node.path("used").asLong(), node.path("remaining").asLong(), node.path("capacity").asLong())));
        return new NameNodeJmx(info.path("Safemode").asText(), live, info.path("Total").asLong(), info.path("Used").asLong(),
                info.path("Free").asLong(), info.path("NumberOfMissingBlocks").asLong());
    }

    /** The live DataNode of this identity. */
    public Optional<DataNode> live(String uuid) {
        return live.stream().filter(each -> each.uuid().equals(uuid)).findFirst();
    }

    /** Blocks with fewer live copies than their files want, at least one each. */
    public static long shortOfCopies(Topology topology) throws IOException {
        return Http.json(topology.namenodeUi("/jmx?qry=Hadoop:service=NameNode,name=FSNamesystem")).at("/beans/0")
                .path("LowRedundancyReplicatedBlocks").asLong();
    }

    /**
     * What keeps DataNodes from leaving.
     *
     * @param blocks that have too few copies elsewhere
     * @param openFiles that are being written and whose last block only leaving DataNodes have; it can be copied when they are closed
     */
    public record Moving(long blocks, long openFiles) {}

    public static Moving moving(Topology topology) throws IOException {
        JsonNode info = info(topology);
        long blocks = 0;
        long openFiles = 0;
        for (JsonNode node : JSON.readTree(info.path("DecomNodes").asText("{}"))) {
            blocks += node.path("underReplicatedBlocks").asLong();
            openFiles += node.path("underReplicateInOpenFiles").asLong();
        }
        return new Moving(blocks, openFiles);
    }

    /** What its file system is known by: DataNodes keep it beside their blocks and serve no other. */
    public static String clusterId(Topology topology) throws IOException {
        return info(topology).path("ClusterId").asText();
    }

    private static JsonNode info(Topology topology) throws IOException {
        JsonNode info = Http.json(topology.namenodeUi("/jmx?qry=Hadoop:service=NameNode,name=NameNodeInfo")).at("/beans/0");
        if (info.isMissingNode()) {
            throw new IOException("the NameNode is still loading its file system");
        }
        return info;
    }

    /** Ready when the NameNode answers at all. */
    static Probe answers(Topology topology) {
        return () -> {
            try {
                read(topology);
                return Readiness.ready("");
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }

    /** Ready when files can be read and written: it answers and has left safe mode. */
    public static Probe usable(Topology topology) {
        return () -> {
            try {
                String safeMode = read(topology).safeMode();
                return safeMode.isEmpty() ? Readiness.ready("") : Readiness.notReady(safeMode);
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }

    /** Ready when at least {@code count} DataNodes are live. */
    public static Probe liveDataNodes(Topology topology, int count) {
        return () -> {
            try {
                int live = read(topology).live().size();
                return live >= count ? Readiness.ready("")
                        : Readiness.notReady(live + " of " + count + " DataNodes live");
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }
}
