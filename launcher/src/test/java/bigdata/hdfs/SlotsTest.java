package bigdata.hdfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {
    @TempDir
    private Path state;

    @Test
    void slotsThatWereLeftInGoodOrderAreTakenAfterThoseThatHoldTheOnlyCopiesAndBeforeNewOnes() throws IOException {
        slot("slot-1");
        slot("slot-2");
        LeavingDataNodes.of(state).write(List.of(left("slot-1")));

        assertThat(Slots.of(state).inOrder(3)).containsExactly("slot-2", "slot-1", "slot-3");
    }

    @Test
    void blocksThatNoLiveDataNodeServesAreFound() throws IOException {
        slot("slot-1");
        slot("slot-2");
        Files.createDirectories(state.resolve("hdfs/data/slot-3/current"));

        assertThat(Slots.of(state).unserved(live("uuid-slot-1", 0))).containsExactly("slot-2");
    }

    @Test
    void blocksThatWereCopiedElsewhereNeedNobodyUnlessSomeAreMissing() throws IOException {
        slot("slot-1");
        slot("slot-2");
        LeavingDataNodes.of(state).write(List.of(left("slot-2")));

        assertThat(Slots.of(state).unserved(live("uuid-slot-1", 0))).isEmpty();
        assertThat(Slots.of(state).unserved(live("uuid-slot-1", 4))).containsExactly("slot-2");
    }

    private void slot(String name) throws IOException {
        Path current = state.resolve("hdfs/data").resolve(name).resolve("current");
        Files.createDirectories(current.resolve("BP-1/current/finalized"));
        Files.writeString(current.resolve("VERSION"), "datanodeUuid=uuid-" + name + "\n");
        Files.writeString(current.resolve("BP-1/current/finalized/blk_1073741825"), "x");
        Files.createDirectories(state.resolve("nodes"));
    }

    private static LeavingDataNodes.Entry left(String slot) {
        return new LeavingDataNodes.Entry(slot, "uuid-" + slot, "");
    }

    private static NameNodeJmx live(String uuid, long missing) {
        return new NameNodeJmx("", List.of(new NameNodeJmx.DataNode(uuid, "127.0.0.1:1", 0, "In Service", 1, 1, 1, 1)), 1, 1, 1, missing);
    }
}
