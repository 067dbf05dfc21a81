package bigdata.hdfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameNodeFolderTest {
    @TempDir
    private Path state;

    private Path name;
    private Path slot1;
    private Path slot2;
    private NameNodeFolder folder;

    @BeforeEach
    void folders() {
        name = HdfsFolders.name(state);
        slot1 = HdfsFolders.data(state).resolve("slot-1");
        slot2 = HdfsFolders.data(state).resolve("slot-2");
        folder = new NameNodeFolder(name, HdfsFolders.data(state));
    }

    @Test
    void aNewStateIsFormatted() throws IOException {
        assertThat(folder.mustBeFormatted()).isTrue();
    }

    @Test
    void emptyFoldersAreFormatted() throws IOException {
        Files.createDirectories(name);
        Files.createDirectories(slot1);
        Files.createFile(slot1.resolve("in_use.lock")); // a DataNode that never reached a NameNode

        assertThat(folder.mustBeFormatted()).isTrue();
    }

    @Test
    void aFileSystemIsNeverFormattedAgain() throws IOException {
        Storage.format(name, "CID-1");
        Storage.format(slot1, "CID-1");
        Storage.format(slot2, "CID-1");

        assertThat(folder.mustBeFormatted()).isFalse();
    }

    @Test
    void aFileSystemWithoutADataNodeYetIsNotFormattedAgain() throws IOException {
        Storage.format(name, "CID-1");

        assertThat(folder.mustBeFormatted()).isFalse();
    }

    @Test
    void aNameNodeFolderThatIsGoneWhileDataNodesHoldBlocksIsRefused() throws IOException {
        Storage.format(slot1, "CID-1");
        Files.createDirectories(slot2);

        refused(name.toString(), slot1.toString(), "backup", "bigdata down --purge");
    }

    @Test
    void anEmptyNameNodeFolderWhileDataNodesHoldBlocksIsRefused() throws IOException {
        Files.createDirectories(name);
        Storage.format(slot2, "CID-1");

        refused(name.toString(), slot2.toString());
    }

    @Test
    void blocksWithoutAVersionFileAreBlocksToo() throws IOException {
        Files.createDirectories(slot1.resolve("current").resolve("BP-1"));

        refused(name.toString(), slot1.toString());
    }

    @Test
    void blocksOfAnotherFileSystemAreRefused() throws IOException {
        Storage.format(name, "CID-1");
        Storage.format(slot1, "CID-1");
        Storage.format(slot2, "CID-2");

        refused(name.toString(), slot2.toString(), "CID-1", "CID-2");
    }

    @Test
    void aDamagedNameNodeFolderIsRefused() throws IOException {
        Files.createDirectories(name.resolve("current"));
        Files.writeString(name.resolve("current").resolve("fsimage_0000001"), "names");

        refused(name.toString(), "damaged", "backup");
    }

    @Test
    void aNameNodeFolderWhoseVersionFileLostItsContentIsRefused() throws IOException {
        Files.createDirectories(name.resolve("current"));
        Files.createFile(name.resolve("current").resolve("VERSION"));

        refused(name.toString(), "damaged");
    }

    @Test
    void aHalfMadeFileSystemIsNotTheNameNodesFolder() throws IOException {
        Storage.format(folder.making(), "CID-1");

        assertThat(folder.mustBeFormatted()).isTrue();
    }

    @Test
    void aFinishedFileSystemTakesItsPlaceInsideTheFolder() throws IOException {
        Storage.format(folder.making(), "CID-1");

        folder.takeWhatWasMade();

        assertThat(folder.mustBeFormatted()).isFalse();
        assertThat(name).isDirectoryNotContaining("glob:**/making");
    }

    private void refused(String... words) throws IOException {
        List<String> before = Storage.everything(state);

        assertThatThrownBy(folder::mustBeFormatted).isInstanceOf(UnusableFileSystemException.class)
                .hasMessageContainingAll(words).hasMessageContaining("nothing was changed");

        assertThat(Storage.everything(state)).isEqualTo(before);
    }
}
