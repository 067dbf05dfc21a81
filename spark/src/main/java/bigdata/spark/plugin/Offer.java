package bigdata.spark.plugin;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.deploy.master.WorkerInfo;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What one worker has in all, free or not.
 *
 * @param id begins with the name of its node
 * @param resources how many of each resource that is neither memory nor cores, GPUs for one
 */
record Offer(String id, String host, int port, int cores, long memoryMb, Map<String, Long> resources) {
    /** Nodes of the master's machine and of containers are numbered, Spark's own have no name; a node that joined has another one. */
    private static final Pattern NUMBERED = Pattern.compile("worker-([0-9]+-)?[0-9]{14}-.*");

    Offer {
        resources = Map.copyOf(resources);
    }

    static Offer of(WorkerInfo worker) {
        Map<String, Long> resources = new HashMap<>();
        CollectionConverters.asJava(worker.resources()).forEach((name, what) -> resources.put(name, (long) what.addresses().size()));
        return new Offer(worker.id(), worker.host(), worker.port(), worker.cores(), worker.memory(), resources);
    }

    boolean isOfAnotherMachine() {
        return !NUMBERED.matcher(id).matches();
    }

    boolean holds(ExecutorRequest request) {
        return memoryMb >= request.memoryMb() && cores >= request.leastCores()
                && request.resources().entrySet().stream().allMatch(asked -> has(asked.getKey()) >= asked.getValue());
    }

    long has(String resource) {
        return resources.getOrDefault(resource, 0L);
    }
}
