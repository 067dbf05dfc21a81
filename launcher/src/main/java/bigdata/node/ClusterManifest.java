package bigdata.node;

import bigdata.config.AtomicFile;
import bigdata.config.Installation;
import bigdata.config.Topology;
import bigdata.jupyter.JupyterSettings;
import bigdata.spark.ClusterSize;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every node and client of a cluster is told: {@code cluster.json} in the state folder, written when the cluster comes
 * up and kept when it goes down, so that it comes up at the same ports.
 *
 * @param deployment where its nodes live: {@code local} or {@code compose}
 * @param replication copies that clients write of each block
 * @param jupyter whether the master node runs JupyterLab, and where
 */
public record ClusterManifest(String deployment, Topology topology, ClusterSize size, int replication,
        Installation installation, JupyterSettings jupyter) {
    /** The deployments. */
    public static final String LOCAL = "local";
    public static final String COMPOSE = "compose";

    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public ClusterManifest {
        jupyter = jupyter == null ? JupyterSettings.off() : jupyter; // a file of before there was JupyterLab
    }

    public static Optional<ClusterManifest> read(Path state) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(state)), ClusterManifest.class));
        } catch (NoSuchFileException neverUp) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(state), e);
        }
    }

    public void write(Path state) {
        try {
            AtomicFile.write(file(state), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(state), e);
        }
    }

    /** The same cluster with other numbers of workers and copies. */
    public ClusterManifest resized(int workers, int copies) {
        return new ClusterManifest(deployment, topology, new ClusterSize(workers, size.workerCores(), size.workerMemoryMib()), copies,
                installation, jupyter);
    }

    /** Whether drivers run where the master node does; else each runs in a container with an address of its own. */
    public boolean hasDriversOnMaster() {
        return !deployment.equals(COMPOSE);
    }

    /** Where it lies in a state folder. */
    public static Path file(Path state) {
        return state.resolve("cluster.json");
    }
}
