package bigdata.config;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What this cluster shall be: the values of {@code conf/cluster.properties}, flags and environment, with every default filled in.
 *
 * @param workers worker nodes; 0 when all are on other machines
 * @param workerCores cores that one worker offers to executors, at least 1
 * @param workerMemoryMib memory that one worker offers to executors, in MiB
 * @param replication copies that clients write of every block, at least 1
 * @param bind the address or host name that every service listens on, but for JupyterLab and Spark Connect
 * @param jupyter whether the master node runs JupyterLab
 * @param connect whether the master node runs a Spark Connect server
 * @param catalog whether all programs share one catalog of saved tables
 * @param pythonEnvironment the Python environment's folder, absolute; may not exist yet
 * @param sparkJavaOptions options of every driver's and executor's JVM before those of the application; may be empty
 * @param ports the ports asked for
 */
public record ClusterConfig(
        int workers,
        int workerCores,
        int workerMemoryMib,
        int replication,
        String bind,
        boolean jupyter,
        boolean connect,
        boolean catalog,
        Path pythonEnvironment,
        String sparkJavaOptions,
        Ports ports) {

    public ClusterConfig {
        require(workers >= 0, "not a number of workers: " + workers);
        require(workerCores >= 1, "a worker has at least 1 core, not " + workerCores);
        require(workerMemoryMib >= 1, "a worker has memory, not " + workerMemoryMib + " MiB");
        require(replication >= 1, "at least one copy of a block is written, not " + replication);
        require(!bind.isBlank(), "services listen on an address");
        require(pythonEnvironment.isAbsolute(), "not an absolute folder: " + pythonEnvironment);
        Objects.requireNonNull(sparkJavaOptions, "options");
        Objects.requireNonNull(ports, "ports");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
