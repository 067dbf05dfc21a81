package bigdata.cluster;

import bigdata.config.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

/** The cluster of the container that this runs in: whoever started the containers brings it up and down, from outside. */
public record GivenCluster(Project project, PrintWriter out) implements Lifecycle {
    @Override
    public void up(Map<String, String> flags) throws IOException {
        String state = ClusterStatus.of(project.state()).state();
        if (!state.equals(ClusterStatus.USABLE)) {
            throw new OutsideOnlyException("the cluster is " + state + "; `bigdata up --docker` on the machine that runs the containers"
                    + " repairs it");
        }
        out.println("the cluster is already up");
    }

    @Override
    public void scale(int workers) {
        throw new OutsideOnlyException("give `bigdata scale " + workers + "` on the machine that runs the containers");
    }

    /** Left to whoever started it. */
    @Override
    public void down() {
        out.println("the cluster stays up; `bigdata down` on the machine that runs the containers stops it");
    }

    @Override
    public void purge() {
        throw new OutsideOnlyException("give `bigdata down --purge` on the machine that runs the containers");
    }
}
