package bigdata.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinFileTest {
    private static final JoinFile WHOLE = new JoinFile(JoinFile.FORMAT, new Topology("10.1.0.1", 1, 2, 3, 4, 5, 6, 7, 8), "CID-1", "alice", "/python",
            new MemberVersions("3.5.0", "abc", "3.13", 21), "s3cret");
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("token");
        WHOLE.write(file);
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        assertThat(JoinFile.read(file)).isEqualTo(WHOLE);
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void oneThatOthersCanReadIsRefusedWithTheCommandThatHelps() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> JoinFile.read(file)).isInstanceOf(JoinRefused.class).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void aFileOfAnotherVersionOfTheProjectIsRefused() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));

        assertThatThrownBy(() -> JoinFile.read(file)).isInstanceOf(JoinRefused.class).hasMessageContaining("another version");
    }

    @Test
    void whatIsNoJoinFileIsTold() throws IOException {
        Files.writeString(file, "hello");

        assertThatThrownBy(() -> JoinFile.read(file)).isInstanceOf(JoinRefused.class).hasMessageContaining("no file of `bigdata join-token`");
        assertThatThrownBy(() -> JoinFile.read(folder.resolve("none"))).isInstanceOf(JoinRefused.class).hasMessageContaining("does not exist");
    }

    @Test
    void itsTextKeepsTheSecret() {
        assertThat(WHOLE.toString()).contains("10.1.0.1").doesNotContain("s3cret");
    }
}
