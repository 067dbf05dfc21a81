package bigdata.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.ExitStatus;
import bigdata.config.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewApplicationTest {
    private static final Path NO_PYTHON = Path.of("nowhere");

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void itsNamesTakeThePlaceOfTheTemplates(Template template) throws IOException {
        create(template, "Songs-2go");

        Path folder = home.resolve("work_dir").resolve(template + "_apps").resolve("Songs-2go");
        List<Path> files = filesBelow(folder);
        assertThat(files).hasSize(template.files().size());
        for (Path file : files) {
            assertThat(folder.relativize(file) + "\n" + Files.readString(file)).doesNotContainIgnoringCase("playsper", "plays-per", "plays_per");
        }
        assertThat(out.toString()).contains("Created ", "submit").doesNotContain("playsper", "plays-per", "plays_per");
    }

    @Test
    void packageClassAndJarFollowFromTheName() throws IOException {
        create(Template.JAVA, "songs-of-users");

        Path folder = home.resolve("work_dir/java_apps/songs-of-users");
        assertThat(folder.resolve("src/main/java/songsofusers/SongsOfUsersJob.java")).content()
                .contains("package songsofusers;", "public final class SongsOfUsersJob", "appName(\"songs-of-users\")");
        assertThat(folder.resolve("pom.xml")).content()
                .contains("<artifactId>songs-of-users</artifactId>", "<finalName>songs-of-users-1.0</finalName>");
        assertThat(out.toString()).contains("--class songsofusers.SongsOfUsersJob ", "target/songs-of-users-1.0.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../up", "1st", "-x", "x-", "x--y", "x_y", "ä", "x.y"})
    void aNameThatIsNoneIsRefusedWithWhatIsAllowed(String name) {
        assertThatThrownBy(() -> create(Template.PYTHON, name)).isInstanceOfSatisfying(UnusableNameException.class,
                refused -> assertThat(refused.exitStatus()).isEqualTo(ExitStatus.USAGE))
                .hasMessageContaining("letters, digits and single hyphens").hasMessageContaining("such as plays-per-hour");
        assertThat(home.resolve("work_dir")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "object", "type", "scala", "in-t"})
    void aWordOfTheLanguageIsNoPackage(String name) {
        assertThatThrownBy(() -> create(Template.SCALA, name)).isInstanceOf(UnusableNameException.class)
                .hasMessageContaining("such as " + name + "-job");
    }

    @Test
    void whatIsThereIsNotTouched() throws IOException {
        Path mine = Files.createDirectories(home.resolve("work_dir/python_apps/mine"));

        assertThatThrownBy(() -> create(Template.PYTHON, "mine")).isInstanceOf(UnusableNameException.class).hasMessageContaining("exists");

        assertThat(mine).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws IOException {
        Files.createDirectories(home.resolve("work_dir"));
        Files.writeString(home.resolve("work_dir/java_apps"), "a file");

        assertThatThrownBy(() -> create(Template.JAVA, "mine")).hasMessageContaining("java_apps");
    }

    private void create(Template template, String name) {
        Project project = Project.at(home, Map.of());
        assertThat(new NewApplication(project, NO_PYTHON, new PrintWriter(out, true)).create(template, name)).isEqualTo(ExitStatus.SUCCESS);
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
