package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void theNewContentReplacesTheOldAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("a");

        AtomicFile.write(file, "one");
        AtomicFile.write(file, "two ü");

        assertThat(file).hasContent("two ü");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aPrivateFileIsForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("a");

        AtomicFile.writePrivate(file, "secret");

        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void aFileThatBecomesPrivateLosesItsOldMode() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "open");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        AtomicFile.writePrivate(file, "secret");

        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void anotherFileIsForAllToRead() throws IOException {
        AtomicFile.write(folder.resolve("a"), "x");

        assertThat(mode(folder.resolve("a"))).startsWith("rw-").doesNotContain("x");
    }

    @Test
    void aReaderNeverSeesAHalfWrittenFile() throws Exception {
        Path file = folder.resolve("a");
        String one = "1".repeat(200_000);
        String two = "2".repeat(200_000);
        AtomicFile.write(file, one);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Callable<Void> writing = () -> {
                for (int i = 0; i < 50; i++) {
                    AtomicFile.write(file, i % 2 == 0 ? two : one);
                }
                return null;
            };
            Future<Void> done = writer.submit(writing);
            do {
                assertThat(Files.readString(file)).isIn(one, two);
            } while (!done.isDone());
            done.get();
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void ofTwoCreationsTheFirstCounts() throws IOException {
        Path file = folder.resolve("a");

        assertThat(AtomicFile.createPrivate(file, "first")).isTrue();
        assertThat(AtomicFile.createPrivate(file, "second")).isFalse();

        assertThat(file).hasContent("first");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aFailureIsToldAndLeavesNothingBehind() throws IOException {
        Path file = Files.createDirectories(folder.resolve("a/full")).getParent();

        assertThatThrownBy(() -> AtomicFile.write(file, "x"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("cannot write " + file + ": ");

        assertThat(names()).containsExactly("a");
    }

    @Test
    void aMissingFolderIsTold() {
        Path file = folder.resolve("none/a");

        assertThatThrownBy(() -> AtomicFile.write(file, "x"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("cannot write " + file + ": ");
    }

    private String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private String[] names() {
        return folder.toFile().list();
    }
}
