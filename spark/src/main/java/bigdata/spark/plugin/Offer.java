package bigdata.spark.plugin;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.deploy.master.WorkerInfo;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What one worker has in all, free or not.
 *
 * @param resources how many of each resource that is neither memory nor cores, GPUs for one
 */
record Offer(String host, int port, int cores, long memoryMb, Map<String, Long> resources) {
    Offer {
        resources = Map.copyOf(resources);
    }

    static Offer of(WorkerInfo worker) {
        Map<String, Long> resources = new HashMap<>();
        CollectionConverters.asJava(worker.resources()).forEach((name, what) -> resources.put(name, (long) what.addresses().size()));
        return new Offer(worker.host(), worker.port(), worker.cores(), worker.memory(), resources);
    }

    boolean holds(ExecutorRequest request) {
        return memoryMb >= request.memoryMb() && cores >= request.leastCores()
                && request.resources().entrySet().stream().allMatch(asked -> has(asked.getKey()) >= asked.getValue());
    }

    long has(String resource) {
        return resources.getOrDefault(resource, 0L);
    }
}
