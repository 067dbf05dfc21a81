package bigdata.job;

import bigdata.spark.SparkPages;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the workers that are there now offer; they come and go, and those of other machines are of any size.
 *
 * @param workerCores of each worker
 */
record Capacity(List<Integer> workerCores) {
    Capacity {
        workerCores = List.copyOf(workerCores);
    }

    /** @throws MasterPageException when the Master does not answer */
    static Capacity ask(SparkPages pages) {
        try {
            return of(pages.state());
        } catch (IOException e) {
            throw new MasterPageException(pages.master(), e);
        }
    }

    static Capacity of(JsonNode master) {
        return new Capacity(StreamSupport.stream(master.path("workers").spliterator(), false)
                .filter(worker -> worker.path("state").asText().equals("ALIVE")).map(worker -> worker.path("cores").asInt()).toList());
    }

    /** At least 1, which an application may ask for while no worker is there. */
    int totalCores() {
        return Math.max(1, workerCores.stream().mapToInt(Integer::intValue).sum());
    }

    /** Of the smallest worker: executors of that size fit on every one. */
    int leastCores() {
        return workerCores.stream().mapToInt(Integer::intValue).min().orElse(1);
    }

    /** How many of {@link #leastCores} all workers have room for. */
    int executors() {
        return Math.max(1, workerCores.stream().mapToInt(cores -> cores / leastCores()).sum());
    }
}
