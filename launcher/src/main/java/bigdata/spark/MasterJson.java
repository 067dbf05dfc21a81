package bigdata.spark;

import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Spark Master tells of itself at {@code /json/}.
 *
 * @param status {@code ALIVE} when it takes applications
 * @param workers the workers that it counts on
 * @param runningApplications applications that have not ended
 */
public record MasterJson(String status, List<Worker> workers, int runningApplications) {
    /** {@link SparkSettings#worker}: node, time of its start, host, port. */
    private static final Pattern ID = Pattern.compile("(.+)-[0-9]{14}-.+-[0-9]+");

    /** A registered worker that is alive; {@code memoryMib} and cores are what it offers in all and what is taken. */
    public record Worker(String id, String host, int port, int cores, int coresUsed, int memoryMib, int memoryUsedMib) {
        /** The name of its node, with which we let its id begin. */
        public String node() {
            return MasterJson.node(id);
        }
    }

    static String node(String workerId) {
        Matcher id = ID.matcher(workerId);
        return id.matches() ? id.group(1) : workerId;
    }

    public static MasterJson read(SparkPages pages) throws IOException {
        JsonNode state = pages.state();
        List<Worker> workers = new ArrayList<>();
        for (JsonNode worker : state.path("workers")) {
            if (worker.path("state").asText().equals("ALIVE")) {
                workers.add(new Worker(worker.path("id").asText(), worker.path("host").asText(), worker.path("port").asInt(), worker.path("cores").asInt(),
                        worker.path("coresused").asInt(), worker.path("memory").asInt(), worker.path("memoryused").asInt()));
            }
        }
        return new MasterJson(state.path("status").asText(), workers, state.path("activeapps").size());
    }

    /** Ready when the Master answers and takes applications. */
    public static Probe alive(SparkPages pages) {
        return () -> {
            try {
                String status = read(pages).status();
                return status.equals("ALIVE") ? Readiness.ready("") : Readiness.notReady("the Spark Master is " + status);
            } catch (IOException e) {
                return Readiness.notReady("the Spark Master does not answer: " + e.getMessage());
            }
        };
    }

    /** Ready when at least {@code count} workers are registered and alive. */
    public static Probe aliveWorkers(SparkPages pages, int count) {
        return () -> {
            try {
                int alive = read(pages).workers().size();
                return alive >= count ? Readiness.ready("")
                        : Readiness.notReady(alive + " of " + count + " Spark Workers registered");
            } catch (IOException e) {
                return Readiness.notReady("the Spark Master does not answer: " + e.getMessage());
            }
        };
    }

    /** Ready when the worker of node {@code node} is registered and alive. */
    static Probe worker(SparkPages pages, String node) {
        return () -> {
            try {
                return read(pages).workers().stream().anyMatch(worker -> worker.node().equals(node))
                        ? Readiness.ready("") : Readiness.notReady("the Spark Master does not know it as alive");
            } catch (IOException e) {
                return Readiness.notReady("the Spark Master does not answer: " + e.getMessage());
            }
        };
    }
}
