package bigdata.cluster;

import bigdata.hdfs.NameNodeJmx.DataNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the DataNodes that stay can hold everything.
 *
 * @param staying the DataNodes that stay
 * @param needed bytes of all copies that they are to hold
 */
record Room(List<DataNode> staying, long needed) {
    /** Checksums: 4 bytes for each 512. */
    private static final int CHECKSUMS = 128;

    /** Why they cannot. */
    Optional<String> lack() {
        long moves = Math.max(0, needed + needed / CHECKSUMS - staying.stream().mapToLong(DataNode::used).sum());
        return moves <= free() ? Optional.empty()
                : Optional.of("the workers that stay would have to take " + Bytes.text(moves) + " more, and have " + Bytes.text(free())
                        + " free. Delete files with `bigdata fs -rm -r -skipTrash`, or keep more workers. Nothing was changed");
    }

    /** DataNodes with a disk of the very same size share it, and each tells all of what is free on it. */
    private long free() {
        Map<Long, Long> disks = staying.stream().collect(Collectors.toMap(DataNode::capacity, DataNode::remaining, Math::min));
        return disks.values().stream().mapToLong(Long::longValue).sum();
    }
}
