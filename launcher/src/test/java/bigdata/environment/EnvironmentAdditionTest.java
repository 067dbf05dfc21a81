package bigdata.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Project;
import bigdata.python.PythonEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose environment is uv alone, with the real uv and the real registry. */
@Tag("cluster")
class EnvironmentAdditionTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final String LIST = """
            [project]
            name = "bigdata-environment"
            version = "1.0.0"
            requires-python = ">=3.11,<3.14"
            dependencies = [
              # the tool that installs this list
              "uv>=0.13", # of any newer version
            ]

            [dependency-groups]
            test = []

            [tool.uv]
            package = false
            """;

    private final List<String> happened = new ArrayList<>();
    private String python;

    @TempDir
    private Path home;

    @BeforeEach
    void makeTheProject() throws IOException {
        python = System.getProperty("bigdata.python", "");
        System.setProperty("bigdata.python", Files.readString(HOME.resolve("target/python")).strip());
        Files.createDirectories(home.resolve("work_dir"));
        Files.writeString(file("pyproject.toml"), LIST);
        Files.writeString(file("requirements-test.txt"), "");
        List<String> lines = Files.readAllLines(HOME.resolve("work_dir/requirements.txt"));
        Files.write(file("requirements.txt"), lines.stream().dropWhile(line -> !line.startsWith("uv=="))
                .takeWhile(line -> line.startsWith("uv==") || line.startsWith(" ")).toList());
    }

    @AfterEach
    void forgetThePython() {
        System.setProperty("bigdata.python", python);
    }

    /** One test, because it installs an environment. */
    @Test
    void aLibraryIsListedLockedAndInstalledAndWhatFailsChangesNothing() throws IOException, InterruptedException {
        assertThat(addition(true, false).add(List.of("humanize"))).isTrue();

        assertThat(file("pyproject.toml")).hasContent(LIST.replace("= [\n  #", "= [\n  \"humanize\",\n  #"));
        assertThat(Files.readString(file("requirements.txt"))).containsPattern("(?m)^humanize==.* \\\\$").contains("--hash=sha256:", "uv==")
                .doesNotContain("://");
        assertThat(PythonEnvironment.of(project(), environment(), new PrintWriter(new StringWriter())).check()).hasValueSatisfying(
                installed -> assertThat(installed.packages().resolve("humanize")).isDirectory());
        assertThat(happened).containsExactly("installed", "used");

        Map<String, String> before = files();
        assertThat(addition(true, false).add(List.of("humanize"))).as("again").isFalse();
        assertThatThrownBy(() -> addition(true, false).add(List.of("no-such-package-of-bigdata"))).isInstanceOf(NotAddedException.class)
                .hasMessageContaining("there is no package named no-such-package-of-bigdata").hasMessageEndingWith("Nothing was changed.");
        assertThatThrownBy(() -> addition(true, false).add(List.of("humanize>9999"))).isInstanceOf(NotAddedException.class);
        assertThatThrownBy(() -> addition(true, false).add(List.of("--index-url"))).isInstanceOf(NotAddedException.class);
        assertThatThrownBy(() -> addition(false, false).add(List.of("findspark"))).hasMessageContaining("--yes");
        assertThatThrownBy(() -> addition(true, true).add(List.of("findspark"))).hasMessageContaining("no image");
        assertThat(files()).isEqualTo(before);
        assertThat(happened).containsExactly("installed", "used");
    }

    private EnvironmentAddition addition(boolean agreed, boolean fails) {
        return new EnvironmentAddition(project(), environment(), new EnvironmentAddition.Nodes() {
            @Override
            public boolean agreed() {
                return agreed;
            }

            @Override
            public void install() {
                if (fails) {
                    throw new NotAddedException("no image.");
                }
                new NodesHere(project(), environment(), new PrintWriter(new StringWriter())).install();
                happened.add("installed");
            }

            @Override
            public void use() {
                happened.add("used");
            }
        }, new PrintWriter(new StringWriter()));
    }

    private Project project() {
        return Project.at(home, Map.of());
    }

    private Path environment() {
        return home.resolve("environment");
    }

    private Path file(String name) {
        return home.resolve("work_dir").resolve(name);
    }

    /** Everything in {@code work_dir}, so that no draft is left either. */
    private Map<String, String> files() throws IOException {
        try (var files = Files.list(home.resolve("work_dir"))) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), EnvironmentAdditionTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
