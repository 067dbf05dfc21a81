package bigdata.config;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What this cluster shall be: the values of {@code conf/cluster.properties}, flags and environment, with every default filled in.
 *
 * @param workers worker nodes, at least 1
 * @param workerCores cores that one worker offers to executors, at least 1
 * @param workerMemoryMib memory that one worker offers to executors, in MiB
 * @param replication copies that clients write of every block, 1 to {@code workers}
 * @param bind the address or host name that every service listens on, but for JupyterLab
 * @param jupyter whether the master node runs JupyterLab
 * @param pythonEnvironment the Python environment's folder, absolute; may not exist yet
 * @param ports the ports asked for
 */
public record ClusterConfig(
        int workers,
        int workerCores,
        int workerMemoryMib,
        int replication,
        String bind,
        boolean jupyter,
        Path pythonEnvironment,
        Ports ports) {

    public ClusterConfig {
        require(workers >= 1, "a cluster has at least 1 worker, not " + workers);
        require(workerCores >= 1, "a worker has at least 1 core, not " + workerCores);
        require(workerMemoryMib >= 1, "a worker has memory, not " + workerMemoryMib + " MiB");
        require(replication >= 1 && replication <= workers,
                "replication is 1 to the number of workers (" + workers + "), not " + replication);
        require(!bind.isBlank(), "services listen on an address");
        require(pythonEnvironment.isAbsolute(), "not an absolute folder: " + pythonEnvironment);
        Objects.requireNonNull(ports, "ports");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
