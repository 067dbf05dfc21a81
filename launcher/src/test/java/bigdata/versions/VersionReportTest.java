package bigdata.versions;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionReportTest {
    @TempDir
    private Path home;

    private Path jars;

    @BeforeEach
    void aProject() throws IOException {
        jars = Files.createDirectories(home.resolve("hadoop").resolve("target").resolve("lib"));
        Files.createDirectories(home.resolve("work_dir"));
        lock("");
    }

    @Test
    void hadoopsVersionIsThatOfItsJar() throws IOException {
        Files.createFile(jars.resolve("hadoop-hdfs-client-9.9.9.jar"));
        Files.createFile(jars.resolve("hadoop-hdfs-3.5.0.jar"));

        assertThat(new VersionReport(project()).lines()).contains("hadoop        3.5.0");
    }

    @Test
    void theVersionsOfLibrariesAreThoseOfTheLock() throws IOException {
        lock("""
                jupyterlab==4.4.1 \\
                    --hash=sha256:0
                numpy==2.1.3 ; python_version < "3.13"
                pyspark==4.0.1 \\
                    --hash=sha256:0
                tensorflow-io==0.1
                """);

        assertThat(new VersionReport(project()).lines())
                .contains("spark         4.0.1", "numpy         2.1.3", "jupyterlab    4.4.1", "tensorflow    unknown");
    }

    @Test
    void thisJvmIsNamed() throws IOException {
        assertThat(new VersionReport(project()).lines())
                .anyMatch(line -> line.startsWith("java ") && line.contains(System.getProperty("java.version")));
    }

    @Test
    void whatIsNotBuiltYetIsUnknown() throws IOException {
        Files.delete(jars);

        assertThat(new VersionReport(project()).lines()).contains("hadoop        unknown");
    }

    private Project project() {
        return Project.at(home, Map.of());
    }

    private void lock(String text) throws IOException {
        Files.writeString(home.resolve("work_dir").resolve("requirements.txt"), text);
    }
}
