package bigdata.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparkClassArchiveTest {
    @Test
    void aClassThatDriverAndExecutorNumberDifferentlyIsListedOnce() {
        List<String> driver = List.of("java/lang/Object id: 0", "java/util/List id: 1", "@lambda-proxy java/util/List run ()V");
        List<String> executor = List.of("java/util/List id: 0", "java/util/Map id: 1");
        assertThat(SparkClassArchive.both(driver, executor)).containsExactly("java/lang/Object", "java/util/List",
                "@lambda-proxy java/util/List run ()V", "java/util/Map");
    }

    @Test
    void classesOfTheJobsOwnJarAreLeftOut() {
        List<String> driver = List.of("java/lang/Object id: 0", "app/Main id: 7 super: 0 source: file:/app.jar");
        assertThat(SparkClassArchive.both(driver, List.of())).containsExactly("java/lang/Object");
    }
}
