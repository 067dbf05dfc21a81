package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
    private static final OwnedKeys SPARK = OwnedKeys.none()
            .and("spark.master", "submit with ./bigdata submit")
            .and("spark.authenticate*", "a secret of the cluster's own guards every connection");
    private static final OwnedKeys HDFS =
            OwnedKeys.none().and("dfs.namenode.name.dir", "move the whole state with BIGDATA_STATE");

    @TempDir
    private Path folder;

    @Test
    void theUsersValueWinsAndComesBesideOurs() throws IOException {
        file("spark-defaults.conf", "spark.b 20\nspark.c=30\n");
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put("spark.a", "1");
        ours.put("spark.b", "2");

        assertThat(UserFiles.of(folder).overlay("spark-defaults.conf", ours, SPARK))
                .containsExactly(entry("spark.a", "1"), entry("spark.b", "20"), entry("spark.c", "30"));
    }

    @Test
    void withoutAFileOursRemain() {
        assertThat(UserFiles.of(folder.resolve("none")).overlay("core-site.xml", Map.of("a", "1"), HDFS))
                .containsExactly(entry("a", "1"));
    }

    @Test
    void finalSettingsOfTheUserStayFinal() throws IOException {
        file("hdfs-site.xml", xml("<property><name>dfs.blocksize</name><value>32m</value><final>true</final></property>"));

        HadoopConfiguration both = UserFiles.of(folder)
                .overlay("hdfs-site.xml", new HadoopConfiguration().set("dfs.blocksize", "128m"), HDFS);

        assertThat(both.entries()).containsExactly(entry("dfs.blocksize", "32m"));
        assertThat(both.isFinal("dfs.blocksize")).isTrue();
    }

    @Test
    void everyOwnedKeyOfAllFilesIsRefusedWithItsLineAndWithoutItsValue() throws IOException {
        file("spark-defaults.conf", "spark.ok 1\nspark.master local\nspark.authenticate.secret hunter2\n");
        file("hdfs-site.xml", xml("\n<property><name>dfs.namenode.name.dir</name><value>/x</value></property>"));

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> UserFiles.of(folder)
                .check(Map.of("spark-defaults.conf", SPARK, "hdfs-site.xml", HDFS, "core-site.xml", OwnedKeys.none())));

        assertThat(refused.problems()).containsExactlyInAnyOrder(
                owned("spark.master", "spark-defaults.conf:2", "submit with ./bigdata submit"),
                owned("spark.authenticate.secret", "spark-defaults.conf:3",
                        "a secret of the cluster's own guards every connection"),
                owned("dfs.namenode.name.dir", "hdfs-site.xml:2", "move the whole state with BIGDATA_STATE"));
        assertThat(refused).hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileThatCannotBeUnderstoodIsToldBesideOwnedKeys() throws IOException {
        file("spark-defaults.conf", "spark.master local\n");
        file("hdfs-site.xml", "<configuration>");

        assertThat(UserFiles.of(folder).problems(Map.of("spark-defaults.conf", SPARK, "hdfs-site.xml", HDFS)))
                .extracting(Problem::key)
                .containsExactly("hdfs-site.xml", "spark.master");
    }

    @Test
    void anOverlayRefusesOwnedKeysToo() throws IOException {
        file("spark-defaults.conf", "spark.master local\n");

        ConfigException refused = catchThrowableOfType(ConfigException.class,
                () -> UserFiles.of(folder).overlay("spark-defaults.conf", Map.of(), SPARK));

        assertThat(refused.problems()).extracting(Problem::key).containsExactly("spark.master");
    }

    @Test
    void aLoggingFileOfCommentsIsNoLoggingFile() throws IOException {
        assertThat(UserFiles.of(folder).log4j2()).isEmpty();

        file("log4j2.properties", "# rootLogger.level = info\n\n! nor this\n");
        assertThat(UserFiles.of(folder).log4j2()).isEmpty();

        file("log4j2.properties", "# mine\nrootLogger.level = info\n");
        assertThat(UserFiles.of(folder).log4j2()).contains(folder.resolve("log4j2.properties"));
    }

    private Problem owned(String key, String where, String instead) {
        return new Problem(key, "", folder.resolve(where).toString(), "the cluster sets this itself: " + instead);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String xml(String properties) {
        return "<configuration>" + properties + "</configuration>";
    }
}
