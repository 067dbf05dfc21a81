package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people find in {@code conf/} and {@code docs/} against what the program does. */
class ShippedFilesTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path CLUSTER = HOME.resolve("conf/cluster.properties");

    @TempDir
    private Path elsewhere;

    @Test
    void theFileShowsEveryKeyWithItsDefaultAndSetsNone() throws IOException {
        List<String> examples = Files.readAllLines(CLUSTER).stream()
                .filter(Pattern.compile("#[a-z.]+=.*").asMatchPredicate())
                .map(line -> line.substring(1))
                .toList();

        assertThat(examples).containsExactlyElementsOf(
                Keys.ALL.stream().map(key -> key.name() + "=" + key.defaultText()).toList());
        assertThat(PropertiesFile.read(CLUSTER)).isEmpty();
    }

    @Test
    void theDefaultsAreWhatTheFileSaysTheyAre() throws IOException {
        Machine machine = new Machine(4, 8192);
        Path conf = Files.createDirectory(elsewhere.resolve("conf"));
        ClusterConfig defaults = EffectiveConfig.load(Project.at(elsewhere, Map.of()), Map.of(), machine).config();

        Files.writeString(conf.resolve("cluster.properties"), Files.readString(CLUSTER).replaceAll("(?m)^#(?=[a-z.]+=)", ""));

        EffectiveConfig uncommented = EffectiveConfig.load(Project.at(elsewhere, Map.of()), Map.of(), machine);
        assertThat(uncommented.config()).isEqualTo(defaults);
        assertThat(uncommented.settings()).noneMatch(setting -> setting.source().equals(Setting.DEFAULT));
    }

    @Test
    void theDocumentationHasEveryKey() throws IOException {
        String page = Files.readString(HOME.resolve("docs/configuration.md"));

        assertThat(Keys.ALL).allSatisfy(key -> assertThat(page)
                .contains("| `" + key.name() + "` | `" + key.defaultText() + "` |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "worker"})
    void theFilesOfANodeAreReadAndSetNothing(String role) throws IOException {
        Path folder = HOME.resolve("conf").resolve(role);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "core-site.xml", "hdfs-site.xml", "spark-defaults.conf", "log4j2.properties");
        }
        UserFiles user = UserFiles.of(folder);
        assertThat(user.overlay("core-site.xml", Map.of(), OwnedKeys.none())).isEmpty();
        assertThat(user.overlay("hdfs-site.xml", Map.of(), OwnedKeys.none())).isEmpty();
        assertThat(user.overlay("spark-defaults.conf", Map.of(), OwnedKeys.none())).isEmpty();
        assertThat(user.log4j2()).isEmpty();
    }
}
