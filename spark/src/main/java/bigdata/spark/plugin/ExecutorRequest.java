package bigdata.spark.plugin;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.resource.ExecutorResourceRequest;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfile$;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * What an application asks of one worker for each executor, as the standalone Master counts it.
 *
 * @param memoryMb {@code spark.executor.memory}; overhead, off-heap and Python memory do not count there
 * @param cores {@code spark.executor.cores}; empty means as many as the worker has left, at least one
 * @param coresMax {@code spark.cores.max}; an executor is never larger than what is left of it
 * @param taskCpus {@code spark.task.cpus}; an executor with fewer cores runs no task
 * @param resources amounts of {@code spark.executor.resource.*}
 */
record ExecutorRequest(long memoryMb, OptionalInt cores, OptionalInt coresMax, int taskCpus, Map<String, Long> resources) {
    ExecutorRequest {
        resources = Map.copyOf(resources);
    }

    /** The request of the default resource profile, which every application starts with, dynamic allocation or not. */
    static ExecutorRequest of(SparkConf conf) {
        ResourceProfile profile = ResourceProfile$.MODULE$.getOrCreateDefaultProfile(conf);
        Map<String, Long> resources = new TreeMap<>();
        for (ExecutorResourceRequest asked : CollectionConverters.asJava(profile.getCustomExecutorResources()).values()) {
            resources.put(asked.resourceName(), asked.amount());
        }
        return new ExecutorRequest(
                (Long) OptionConverters.toJava(profile.getExecutorMemory()).orElseThrow(),
                integer(conf, "spark.executor.cores"), integer(conf, FairShare.CORES_MAX),
                conf.getInt("spark.task.cpus", 1), resources);
    }

    private static OptionalInt integer(SparkConf conf, String key) {
        return conf.contains(key) ? OptionalInt.of(conf.getInt(key, 0)) : OptionalInt.empty();
    }

    /** The cores that a worker must have free for an executor that can run a task. */
    int leastCores() {
        return cores.orElse(taskCpus);
    }
}
