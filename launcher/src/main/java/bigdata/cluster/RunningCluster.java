package bigdata.cluster;

import bigdata.config.ClientPrograms;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import bigdata.job.ClientEnvironment;
import bigdata.jupyter.NotebookPage;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.secrets.Secrets;
import bigdata.spark.ConnectAddress;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A cluster that is up, seen by those who use it.
 *
 * @param manifest how it was brought up
 */
public record RunningCluster(Project project, ClusterManifest manifest) {
    /** @throws NoClusterException when it is not up, or its master node is not */
    public static RunningCluster of(Project project) {
        StateFolder.existing(project).orElseThrow(NoClusterException::new);
        ClusterManifest manifest = ClusterManifest.read(project.state()).orElseThrow(NoClusterException::new);
        if (manifest.isJoined()) {
            throw NoClusterException.elsewhere("give this command at " + manifest.topology().host());
        }
        try {
            if (NodeFolder.of(project.state(), Nodes.MASTER).running().isEmpty()) {
                throw isOnThisMachine(project) ? NoClusterException.masterless() : new NoClusterException();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see whether the cluster runs", e);
        }
        return new RunningCluster(project, manifest);
    }

    /** Whether nodes of this state run on this machine, or this is a container of its cluster. */
    public static boolean isHere(Project project) {
        return isInside(project) || isOnThisMachine(project);
    }

    /** Whether nodes of this state run as processes of this machine. */
    static boolean isOnThisMachine(Project project) {
        try {
            for (NodeFolder node : NodeFolder.all(project.state())) {
                if (node.running().isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see whether the cluster runs", e);
        }
    }

    /** Whether this is a container of the cluster: only there lies the manifest of one in containers. */
    public static boolean isInside(Project project) {
        return ClusterManifest.read(project.state()).filter(manifest -> !manifest.hasDriversOnMaster()).isPresent();
    }

    /** What a program needs to be its client. */
    public ClientEnvironment client() {
        return new ClientEnvironment(ClientPrograms.of(manifest.installation(), project.state()),
                manifest.topology().spark(), SparkPages.of(manifest.topology(), project.state()),
                manifest.hasDriversOnMaster() ? Optional.of(manifest.topology().host()) : Optional.empty(), project.logs());
    }

    /**
     * The way into its Spark Connect server.
     *
     * @param port where clients find it, for who knows better than the cluster itself
     * @throws bigdata.spark.ConnectIsOffException when it has none
     */
    public ConnectAddress connect(Optional<Integer> port) {
        return new ConnectAddress(manifest.connect(), port.orElse(manifest.topology().connect()), Secrets.in(project.state()));
    }

    /**
     * The way into its JupyterLab.
     *
     * @param page where a browser finds it, for who knows better than the cluster itself
     * @throws bigdata.jupyter.JupyterIsOffException when it has none
     */
    public NotebookPage notebook(Optional<String> page) {
        return new NotebookPage(page.map(manifest.jupyter()::foundAt).orElse(manifest.jupyter()), manifest.topology(), Secrets.in(project.state()));
    }
}
