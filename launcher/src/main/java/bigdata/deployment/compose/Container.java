package bigdata.deployment.compose;

/**
 * A container of this cluster.
 *
 * @param id as the engine knows it
 * @param service of {@code compose.yaml}: {@code master}, {@code worker}, {@code client} or {@code prepare}
 * @param number among the containers of the service, from 1
 * @param state the engine's word: {@code running}, {@code exited} and so on
 * @param oneOff whether it was made for one command
 * @param folder the project folder that it was made from
 */
public record Container(String id, String service, int number, String state, boolean oneOff, String folder) {
    /** What {@link #parse} reads. */
    static final String FORMAT = "{{.ID}}\t{{.Label \"com.docker.compose.service\"}}\t{{.Label \"com.docker.compose.container-number\"}}"
            + "\t{{.State}}\t{{.Label \"com.docker.compose.oneoff\"}}\t{{.Label \"com.docker.compose.project.working_dir\"}}";

    static Container parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Container(fields[0], fields[1], fields[2].isEmpty() ? 0 : Integer.parseInt(fields[2]), fields[3],
                fields[4].equalsIgnoreCase("true"), fields[5]);
    }

    /** Whether it runs a node of the cluster. */
    public boolean isNode() {
        return isMaster() || isWorker();
    }

    public boolean isMaster() {
        return !oneOff && service.equals("master");
    }

    public boolean isWorker() {
        return !oneOff && service.equals("worker");
    }

    public boolean isRunning() {
        return state.equals("running");
    }
}
