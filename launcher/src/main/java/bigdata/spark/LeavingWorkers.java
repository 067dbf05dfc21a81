package bigdata.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The Spark Workers of some nodes, on their way out of the cluster.
 *
 * @param alive ids of those that still take work
 * @param executors how many run on the others
 */
public record LeavingWorkers(List<String> alive, int executors) {
    /** A decommissioned worker's executors are no longer counted by the Master, so the worker itself is asked. */
    public static LeavingWorkers of(SparkPages pages, List<String> nodes) throws IOException {
        List<String> alive = new ArrayList<>();
        int executors = 0;
        for (JsonNode worker : pages.state().path("workers")) {
            String id = worker.path("id").asText();
            if (nodes.contains(MasterJson.node(id))) {
                switch (worker.path("state").asText()) {
                    case "ALIVE" -> alive.add(id);
                    case "DECOMMISSIONED" -> executors += executors(pages, worker.path("webuiaddress").asText());
                    default -> { } // dead, and its executors with it
                }
            }
        }
        return new LeavingWorkers(alive, executors);
    }

    private static int executors(SparkPages pages, String page) throws IOException {
        try {
            return pages.json(URI.create(page + "/json/")).path("executors").size();
        } catch (ConnectException gone) {
            return 0;
        }
    }

    /** Whether the Master has decommissioned the worker of {@code node}, and no other took its place. */
    public static boolean isDecommissioned(SparkPages pages, String node) throws IOException {
        boolean decommissioned = false;
        for (JsonNode worker : pages.state().path("workers")) {
            if (MasterJson.node(worker.path("id").asText()).equals(node)) {
                String state = worker.path("state").asText();
                if (state.equals("ALIVE")) {
                    return false;
                }
                decommissioned |= state.equals("DECOMMISSIONED");
            }
        }
        return decommissioned;
    }
}
