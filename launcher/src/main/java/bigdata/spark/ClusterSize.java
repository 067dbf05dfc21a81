package bigdata.spark;

/**
 * How much the workers offer, and what one application takes of it unless it asks otherwise: half, so that two at once both
 * move.
 *
 * @param workers worker nodes
 * @param workerCores cores that each offers
 * @param workerMemoryMib memory that each offers to executors, in MiB
 */
public record ClusterSize(int workers, int workerCores, int workerMemoryMib) {
    public int totalCores() {
        return workers * workerCores;
    }

    /** The cores that an application gets that does not say how many it wants. */
    public int fairCores() {
        return Math.max(1, totalCores() / 2);
    }

    /** Small enough that two applications fit on one worker. */
    public int executorCores() {
        return Math.max(1, workerCores / 2);
    }

    /** The executor's share of a worker's memory by its share of the cores. */
    public int executorMemoryMib() {
        return Math.max(512, workerMemoryMib * executorCores() / Math.max(2, workerCores));
    }
}
