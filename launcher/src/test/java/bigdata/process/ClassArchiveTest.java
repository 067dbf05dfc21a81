package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstRunRecordsAndLaterOnesUseIt() throws IOException {
        ClassArchive archive = ClassArchive.in(folder.resolve("cds"), "namenode", "master", List.of());
        assertThat(archive.option()).isEqualTo("-XX:ArchiveClassesAtExit=" + archive.recording());
        Files.writeString(archive.recording(), "classes");

        archive.settle(true);

        assertThat(archive.file()).hasContent("classes");
        assertThat(archive.recording()).doesNotExist();
        assertThat(archive.option()).isEqualTo("-XX:SharedArchiveFile=" + archive.file());
    }

    @Test
    void whatAKilledProcessRecordedIsThrownAway() throws IOException {
        ClassArchive archive = ClassArchive.in(folder, "namenode", "master", List.of());
        Files.writeString(archive.recording(), "half of the cla");

        archive.settle(false);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anArchiveThatAnotherNodeFinishedFirstStays() throws IOException {
        ClassArchive ours = ClassArchive.in(folder, "datanode", "worker-1", List.of());
        ClassArchive theirs = ClassArchive.in(folder, "datanode", "worker-2", List.of());
        Files.writeString(ours.recording(), "ours");
        Files.writeString(theirs.recording(), "theirs");

        theirs.settle(true);
        ours.settle(true);

        assertThat(ours.file()).hasContent("theirs");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".recording"));
    }

    @Test
    void nothingRecordedIsNothingToSettle() throws IOException {
        ClassArchive.in(folder, "namenode", "master", List.of()).settle(true);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anArchiveForOtherJarsIsReplacedAndThoseOfOtherServicesStay() throws IOException {
        Path jar = Files.writeString(folder.resolve("some.jar"), "one");
        ClassArchive before = ClassArchive.in(folder, "namenode", "master", List.of(jar));
        Files.writeString(before.recording(), "before");
        before.settle(true);
        Path format = Files.writeString(folder.resolve("namenode-format-0123456789ab.jsa"), "other");
        Files.writeString(jar, "another one");

        ClassArchive after = ClassArchive.in(folder, "namenode", "master", List.of(jar));
        Files.writeString(after.recording(), "after");
        after.settle(true);

        assertThat(after.file()).isNotEqualTo(before.file()).hasContent("after");
        assertThat(before.file()).doesNotExist();
        assertThat(format).exists();
    }
}
