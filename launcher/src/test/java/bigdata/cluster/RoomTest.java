package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.hdfs.NameNodeJmx.DataNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final long MIB = 1 << 20;

    @Test
    void whatTheWorkersThatStayHoldAlreadyNeedsNoRoom() {
        assertThat(new Room(List.of(dataNode(110, 0, 1000)), 100 * MIB).lack()).isEmpty();
    }

    @Test
    void tooLittleRoomIsToldInNumbers() {
        assertThat(new Room(List.of(dataNode(0, 50, 1000)), 128 * MIB).lack()).hasValueSatisfying(lack ->
                assertThat(lack).contains("129.0 MiB more", "50.0 MiB free", "Nothing was changed"));
    }

    @Test
    void dataNodesOnOneDiskShareWhatIsFreeOnIt() {
        assertThat(new Room(List.of(dataNode(0, 80, 1000), dataNode(0, 80, 1000)), 100 * MIB).lack()).isPresent();
        assertThat(new Room(List.of(dataNode(0, 80, 1000), dataNode(0, 80, 2000)), 100 * MIB).lack()).isEmpty();
    }

    private static DataNode dataNode(long used, long remaining, long capacity) {
        return new DataNode("uuid", "127.0.0.1:1", 0, "In Service", 1, used * MIB, remaining * MIB, capacity * MIB);
    }
}
