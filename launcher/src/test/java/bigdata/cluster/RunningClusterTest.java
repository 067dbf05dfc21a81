package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.node.ClusterManifest;
import bigdata.node.Manifests;
import bigdata.node.NodeFolder;
import bigdata.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningClusterTest {
    private static final ClusterManifest MANIFEST = Manifests.ofWorkers(1);

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void aClusterThatWasUp() {
        project = new Project(folder, folder.resolve("state"), Map.of());
        StateFolder.open(project);
        MANIFEST.write(project.state());
    }

    @Test
    void aClusterIsUpWhenItsMasterNodeRuns() throws IOException {
        run("master");

        assertThat(RunningCluster.of(project)).isEqualTo(new RunningCluster(project, MANIFEST));
    }

    @Test
    void oneOfWhichNothingRunsIsNotUp() {
        assertThatThrownBy(() -> RunningCluster.of(project)).isInstanceOf(NoClusterException.class)
                .hasMessage("the cluster is not up; `bigdata up` starts it");
    }

    @Test
    void aMasterThatIsDeadWhileWorkersRunIsNamed() throws IOException {
        run("worker-1");

        assertThatThrownBy(() -> RunningCluster.of(project)).isInstanceOf(NoClusterException.class)
                .hasMessageContaining("the master node is not running").hasMessageContaining("`bigdata up` repairs it");
    }

    private void run(String name) throws IOException {
        NodeFolder node = NodeFolder.of(project.state(), name);
        Files.createDirectories(node.path());
        node.started(ProcessIdentity.of(ProcessHandle.current()));
    }
}
