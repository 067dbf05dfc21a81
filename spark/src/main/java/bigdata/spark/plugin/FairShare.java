package bigdata.spark.plugin;

import java.util.List;
import org.apache.spark.SparkConf;

/**
 * The cores that an application gets which does not say how many it wants: half of those that are there, so that two at once both
 * move. Counted when it starts, because workers come and go; the Master's own {@code spark.deploy.defaultCores} stays what it was
 * when the Master started.
 */
final class FairShare {
    static final String CORES_MAX = "spark.cores.max";

    private FairShare() {}

    /** @param workers all that are there */
    static void apply(SparkConf conf, List<Offer> workers) {
        if (!conf.contains(CORES_MAX)) {
            int half = workers.stream().mapToInt(Offer::cores).sum() / 2;
            int oneExecutor = ExecutorRequest.of(conf).leastCores();
            conf.set(CORES_MAX, String.valueOf(Math.max(half, oneExecutor)));
        }
    }
}
