package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final String HERE = "here";

    @TempDir
    private Path home;

    @Test
    void aNewOneIsForItsOwnerAloneAndSaysWhoseItIs() throws IOException {
        Path state = home.resolve("a/state");

        assertThat(open(state).path()).isEqualTo(state);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state))).isEqualTo("rwx------");
        assertThat(state.resolve("state.json")).hasContent("{\"format\":1,\"machine\":\"here\"}");
    }

    @Test
    void itOpensAgainOnTheSameMachineWithAllThatIsInIt() throws IOException {
        Path state = open(home.resolve("state")).path();
        Path block = Files.writeString(state.resolve("block"), "data");

        assertThat(open(state).path()).isEqualTo(state);
        assertThat(StateFolder.existing(project(state), HERE)).map(StateFolder::path).contains(state);
        assertThat(block).hasContent("data");
    }

    @Test
    void thisMachineIsKnownAgain() {
        Project project = project(home.resolve("state"));

        StateFolder.open(project);

        assertThat(StateFolder.existing(project)).isPresent();
    }

    @Test
    void lookingForOneMakesNone() {
        Path state = home.resolve("state");

        assertThat(StateFolder.existing(project(state), HERE)).isEmpty();
        assertThat(state).doesNotExist();
    }

    @Test
    void oneOfAnotherMachineIsRefusedAndNotTouched() throws IOException {
        Path state = open(home.resolve("state")).path();
        String before = Files.readString(state.resolve("state.json"));

        assertRefused(() -> StateFolder.open(project(state), "there", 0), state)
                .hasMessageContaining("another machine").hasMessageContaining("BIGDATA_STATE");
        assertRefused(() -> StateFolder.existing(project(state), "there"), state).hasMessageContaining("another machine");
        assertThat(state.resolve("state.json")).hasContent(before.strip());
    }

    @Test
    void oneOfAnotherVersionIsRefused() throws IOException {
        Path state = stateWith("{\"format\":2,\"machine\":\"here\"}");

        assertRefused(() -> open(state), state).hasMessageContaining("format 2").hasMessageContaining("use that version");
    }

    @Test
    void aDamagedIdentityIsRefused() throws IOException {
        Path state = stateWith("{\"format\":");

        assertRefused(() -> open(state), state).hasMessageContaining("state.json is damaged");
    }

    @Test
    void anEmptyIdentityIsRefused() throws IOException {
        Path state = stateWith("");

        assertRefused(() -> open(state), state).hasMessageContaining("format 0");
    }

    @Test
    void aFolderOfOtherThingsIsRefused() throws IOException {
        Files.writeString(home.resolve("thesis.tex"), "");

        assertRefused(() -> open(home), home).hasMessageContaining("files that are not this project's");
        assertThat(home.resolve("state.json")).doesNotExist();
    }

    @Test
    void anEmptyFolderAndWhatAnInterruptedStartLeftAreTaken() throws IOException {
        Path state = Files.createDirectory(home.resolve("state"));
        Files.writeString(state.resolve(".state.json.1.tmp"), "");

        assertThat(open(state).path()).isEqualTo(state);
    }

    @Test
    void aLinkToAFolderOnAnotherDiskIsTaken() throws IOException {
        Path disk = Files.createDirectory(home.resolve("disk"));
        Path state = Files.createSymbolicLink(home.resolve("state"), disk);

        assertThat(open(state).path()).isEqualTo(state);
        assertThat(disk.resolve("state.json")).exists();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path state = Files.writeString(home.resolve("state"), "mine");

        assertRefused(() -> open(state), state).hasMessageContaining("is a file, not a folder");
        assertThat(state).hasContent("mine");
    }

    @Test
    void aFileInThePlaceOfAFolderAboveIsRefused() throws IOException {
        Path state = Files.writeString(home.resolve("above"), "mine").resolve("state");

        assertRefused(() -> open(state), state);
    }

    @Test
    void aDiskWithoutSpaceIsRefusedBeforeAnythingIsWritten() {
        Path state = home.resolve("state");

        assertRefused(() -> StateFolder.open(project(state), HERE, Long.MAX_VALUE), state)
                .hasMessageContaining("MiB left").hasMessageContaining("free some space");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aFileSystemThatTakesNoFilesIsRefused() {
        assumeThat(Path.of("/proc/self")).as("Linux's /proc, where nobody can make a folder").exists();
        Path state = Path.of("/proc/bigdata-state");

        assertRefused(() -> open(state), state).hasMessageContaining("BIGDATA_STATE");
    }

    private StateFolder open(Path state) {
        return StateFolder.open(project(state), HERE, 0);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            ThrowingCallable opening, Path state) {
        return assertThatThrownBy(opening)
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("the state folder " + state + " cannot be used: ");
    }

    private Path stateWith(String identity) throws IOException {
        Path state = Files.createDirectory(home.resolve("state"));
        Files.writeString(state.resolve("state.json"), identity);
        return state;
    }

    private Project project(Path state) {
        return Project.at(home, Map.of("BIGDATA_STATE", state.toString()));
    }
}
