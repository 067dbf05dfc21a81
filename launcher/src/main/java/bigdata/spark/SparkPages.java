package bigdata.spark;

import bigdata.config.Topology;
import bigdata.readiness.Http;
import bigdata.secrets.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Spark's pages as programs of the cluster read them.
 *
 * @param master the Master's web address
 * @param key opens them
 */
public record SparkPages(URI master, PagesKey key) {
    /** @param secret the cluster's, which whoever joins has from its file */
    public static SparkPages of(Topology topology, String secret) {
        return new SparkPages(topology.sparkMasterUi("/"), PagesKey.of(secret));
    }

    /** Of the cluster whose state is {@code state}. */
    public static SparkPages of(Topology topology, Path state) {
        return of(topology, Secrets.in(state).spark());
    }

    /** All that the Master tells of workers and applications. */
    public JsonNode state() throws IOException {
        return json(master.resolve("/json/"));
    }

    /** What is told at {@code page}, of the Master or a Worker. */
    JsonNode json(URI page) throws IOException {
        return Http.json(page, key.header());
    }
}
