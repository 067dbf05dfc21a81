package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDeletionTest {
    @TempDir
    private Path top;

    private Path kept;
    private Path folder;

    @BeforeEach
    void aFolderBesideOneThatMustStay() throws IOException {
        kept = Files.createDirectories(top.resolve("kept"));
        Files.writeString(kept.resolve("precious"), "data");
        folder = Files.createDirectories(top.resolve("folder").resolve("below")).getParent();
        Files.writeString(folder.resolve("below").resolve("file"), "x");
    }

    @Test
    void aFolderGoesWithAllInIt() throws IOException {
        FolderDeletion.of(folder);

        assertThat(folder).doesNotExist();
    }

    @Test
    void linksInItGoAndWhatTheyPointToStays() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), kept);
        Files.createSymbolicLink(folder.resolve("below").resolve("file-link"), kept.resolve("precious"));

        FolderDeletion.of(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept.resolve("precious")).hasContent("data");
    }

    @Test
    void ofALinkOnlyTheLinkGoes() throws IOException {
        Path link = Files.createSymbolicLink(top.resolve("link"), kept);

        FolderDeletion.of(link);

        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(kept.resolve("precious")).hasContent("data");
    }

    @Test
    void aLinkToNothingGoesToo() throws IOException {
        Path link = Files.createSymbolicLink(top.resolve("link"), top.resolve("gone"));

        FolderDeletion.of(link);

        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void aFolderThatIsNotThereIsNothingToDo() throws IOException {
        FolderDeletion.of(top.resolve("gone"));

        assertThat(kept).exists();
    }
}
