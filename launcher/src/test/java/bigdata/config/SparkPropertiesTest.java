package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkPropertiesTest {
    private static final Map<String, String> AWKWARD = Map.of(
            "spark.master", "spark://127.0.0.1:7077",
            "spark.driver.extraJavaOptions", "-Da=b -Dc=\"d e\" #no-comment",
            "spark.hadoop.path", "C:\\users\\u0041",
            "spark.odd key:=#!", "x",
            "spark.empty", "",
            "spark.lines", "one\ntwo\tü");

    @TempDir
    private Path folder;

    @Test
    void linesLookLikeThoseThatPeopleWrite() {
        Path file = folder.resolve("spark-defaults.conf");

        new SparkProperties().set("spark.master", "spark://127.0.0.1:7077").set("spark.ui.enabled", true).write(file);

        assertThat(file).hasContent("spark.master spark://127.0.0.1:7077\nspark.ui.enabled true\n");
    }

    @Test
    void theJdkReadsWhatIsWritten() throws IOException {
        Path file = folder.resolve("spark-defaults.conf");
        new SparkProperties().setAll(AWKWARD).write(file);

        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }

        assertThat(read).containsExactlyInAnyOrderEntriesOf(AWKWARD);
        assertThat(SparkProperties.read(file)).containsExactlyInAnyOrderEntriesOf(AWKWARD);
    }

    @Test
    void everySyntaxOfSparkIsReadAndTheLastOfAKeyCounts() throws IOException {
        Path file = Files.writeString(folder.resolve("spark-defaults.conf"), """
                # comment
                spark.a   1
                spark.b=2
                spark.c: 3\s
                spark.a 4
                """);

        assertThat(SparkProperties.read(file))
                .containsExactly(entry("spark.a", "4"), entry("spark.b", "2"), entry("spark.c", "3"));
    }

    @Test
    void aFileWithASecretIsPrivateAndItsTextFormTellsNone() throws IOException {
        Path file = folder.resolve("spark-defaults.conf");
        SparkProperties properties = new SparkProperties().set("spark.authenticate.secret", "s3cr3t");

        properties.writePrivate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(properties).asString().contains("spark.authenticate.secret").doesNotContain("s3cr3t");
    }
}
