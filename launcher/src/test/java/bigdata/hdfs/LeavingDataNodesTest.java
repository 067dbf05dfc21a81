package bigdata.hdfs;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.hdfs.LeavingDataNodes.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingDataNodesTest {
    private static final Entry LEAVES = new Entry("slot-3", "uuid-3", "127.0.0.1:40001");
    private static final Entry LEFT = new Entry("slot-2", "uuid-2", "");

    @TempDir
    private Path folder;

    @Test
    void theFileIsWhatHadoopReadsAndWhatWeRemember() throws IOException {
        LeavingDataNodes leaving = new LeavingDataNodes(folder.resolve("leaving"));
        leaving.write(List.of(LEAVES, LEFT));

        assertThat(Files.readAllLines(leaving.file())).containsExactly("127.0.0.1:40001 # slot-3 uuid-3", "# slot-2 uuid-2");
        assertThat(leaving.entries()).containsExactly(LEAVES, LEFT);
        assertThat(leaving.names("slot-2")).isTrue();
        assertThat(leaving.names("slot-1")).isFalse();
    }

    @Test
    void onceNoDataNodeRunsNoAddressIsExcludedAndTheSlotsAreRemembered() {
        LeavingDataNodes leaving = new LeavingDataNodes(folder.resolve("leaving"));
        leaving.write(List.of(LEAVES, LEFT));
        leaving.allGone();

        assertThat(leaving.entries()).containsExactly(LEAVES.gone(), LEFT);
    }

    @Test
    void noFileMeansThatNobodyLeaves() throws IOException {
        LeavingDataNodes leaving = new LeavingDataNodes(folder.resolve("nodes").resolve("leaving"));
        assertThat(leaving.entries()).isEmpty();

        leaving.ensureFile();
        assertThat(leaving.file()).isEmptyFile();
    }
}
