package bigdata.node;

import bigdata.config.AtomicFile;
import bigdata.config.Installation;
import bigdata.config.Topology;
import bigdata.jupyter.JupyterSettings;
import bigdata.spark.ClusterSize;
import bigdata.spark.ConnectSettings;
import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param deployment where its nodes live: {@code local} or {@code compose}; {@link #JOINED} in the state of a worker whose master is
 *     on another machine
 * @param replication copies that clients write of each block
 * @param jupyter whether the master node runs JupyterLab, and where
 * @param connect whether it runs a Spark Connect server, and where
 * @param sparkJavaOptions options of every driver's and executor's JVM before those of the application; may be empty
 * @param user HDFS's superuser: who runs the NameNode
 */
public record ClusterManifest(String deployment, Topology topology, ClusterSize size, int replication,
        Installation installation, JupyterSettings jupyter, ConnectSettings connect, String sparkJavaOptions, String user) {
    /** The {@code deployment} of a worker that joined a cluster of another machine. */
    public static final String JOINED = "joined";

    /** The deployments. */
    public static final String LOCAL = "local";
    public static final String COMPOSE = "compose";

    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public ClusterManifest {
        user = user == null ? System.getProperty("user.name") : user; // written by a version that knew no other
        jupyter = jupyter == null ? JupyterSettings.off() : jupyter; // a file of before there was JupyterLab
        connect = connect == null ? ConnectSettings.off() : connect; // or Spark Connect
        sparkJavaOptions = sparkJavaOptions == null ? "" : sparkJavaOptions; // or options
    }

    /** A cluster of whoever calls this. */
    public ClusterManifest(String deployment, Topology topology, ClusterSize size, int replication, Installation installation,
            JupyterSettings jupyter, ConnectSettings connect, String sparkJavaOptions) {
        this(deployment, topology, size, replication, installation, jupyter, connect, sparkJavaOptions, null);
    }

    /** Whether this is the state of a worker that joined, and not of the cluster itself. */
    @JsonIgnore
    public boolean isJoined() {
        return deployment.equals(JOINED);
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
                installation, jupyter, connect, sparkJavaOptions, user);
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
