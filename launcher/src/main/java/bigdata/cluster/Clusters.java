package bigdata.cluster;

import bigdata.config.Project;
import bigdata.deployment.compose.ComposeProject;
import bigdata.deployment.local.LocalDeployment;
import java.io.PrintWriter;

/** Finds a state's cluster, whichever way it was begun. One state is one cluster. */
public final class Clusters {
    private Clusters() {}

    /** The cluster that is there; on this machine when there is none. */
    public static Lifecycle existing(Project project, PrintWriter out) {
        if (RunningCluster.isInside(project)) {
            return new GivenCluster(project, out);
        }
        return !RunningCluster.isOnThisMachine(project) && hasContainers(project) ? new ComposeCluster(project, out)
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

    private static boolean hasContainers(Project project) {
        try {
            return !ComposeProject.of(project).nodes().isEmpty();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
