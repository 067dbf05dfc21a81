package bigdata.cluster;

import bigdata.config.Keys;
import bigdata.config.Project;
import java.util.Optional;

/**
 * The memory of a worker's container, as {@code compose.yaml} limits it and tells the master.
 *
 * @param mib MiB
 */
record WorkerLimit(int mib) {
    private static final String VARIABLE = "BIGDATA_WORKER_LIMIT";
    /** MiB that DataNode, Spark Worker and their node take, beside executors. */
    private static final int DAEMONS = 768;

    /** Empty when nobody tells, or in words that only the engine understands. */
    static Optional<WorkerLimit> of(Project project) {
        return Optional.ofNullable(project.environment().get(VARIABLE))
                .flatMap(text -> Keys.WORKER_MEMORY.parse(text, project)).map(WorkerLimit::new);
    }

    /** MiB for executors where nobody says how much they get. */
    int half() {
        return mib / 2;
    }

    /** @throws NoRoomForExecutorsException when {@code executors} MiB and the daemons do not fit */
    void check(int executors) {
        if (executors + DAEMONS > mib) {
            throw new NoRoomForExecutorsException("a worker's container may use " + mib + " MiB (" + VARIABLE + "), too few for the "
                    + executors + " MiB of its executors (" + Keys.WORKER_MEMORY.name() + ") and the " + DAEMONS
                    + " MiB of its daemons; raise the one or lower the other");
        }
    }
}
