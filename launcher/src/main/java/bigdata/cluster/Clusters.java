package bigdata.cluster;

import bigdata.config.Project;
import bigdata.deployment.compose.ComposeProject;
import bigdata.deployment.local.LocalDeployment;
import bigdata.hdfs.HdfsFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;

/** Finds a state's cluster, whichever way it was begun. One state is one cluster. */
public final class Clusters {
    private Clusters() {}

    /** The cluster that is there, or that was: it comes back the way it was begun. On this machine when there is none. */
    public static Lifecycle existing(Project project, PrintWriter out) {
        if (RunningCluster.isInside(project)) {
            return new GivenCluster(project, out);
        }
        return !RunningCluster.isOnThisMachine(project) && isInContainers(project) ? new ComposeCluster(project, out)
                : new Cluster(project, new LocalDeployment(project), out);
    }

    /** @throws SecondDeploymentException when the state's cluster runs on this machine without containers */
    public static Lifecycle inContainers(Project project, PrintWriter out) {
        if (RunningCluster.isInside(project)) {
            return new GivenCluster(project, out);
        }
        if (RunningCluster.isOnThisMachine(project)) {
            throw new SecondDeploymentException(project.state());
        }
        return new ComposeCluster(project, out);
    }

    /** Deletes all that the state's cluster holds: on this machine, and in volumes. */
    public static void purge(Project project, PrintWriter out) throws IOException, InterruptedException {
        existing(project, out).purge();
        if (!ComposeProject.of(project).volumes().isEmpty()) {
            new ComposeCluster(project, out).purge();
        }
    }

    private static boolean isInContainers(Project project) {
        try {
            ComposeProject compose = ComposeProject.of(project);
            return !compose.nodes().isEmpty() || !Files.exists(HdfsFolders.top(project.state())) && !compose.volumes().isEmpty();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
