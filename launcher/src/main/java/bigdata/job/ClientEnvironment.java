package bigdata.job;

import bigdata.config.ClientPrograms;
import bigdata.config.Installation;
import bigdata.spark.SparkPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything a program needs to be a client of the running cluster.
 *
 * @param programs what it is made of and how it finds the cluster
 * @param masterUrl {@code spark://host:port}
 * @param pages the Master's, and what opens them
 * @param driverAddress where drivers listen; empty leaves it to Spark, which takes the address of this host
 * @param logs the folder for the logs of jobs; made when needed
 */
public record ClientEnvironment(ClientPrograms programs, String masterUrl, SparkPages pages, Optional<String> driverAddress, Path logs) {

    /** Where the programs lie that the cluster is made of. */
    Installation installation() {
        return programs.installation();
    }

    /**
     * Options of spark-submit for an application that may take every core, with as few executors as possible, and whose
     * driver only plans: the optimising compiler would cost a short job more than it gives.
     */
    public List<String> wholeCluster() {
        Capacity capacity = Capacity.ask(pages);
        return List.of("--driver-java-options", "-XX:TieredStopAtLevel=1",
                "--conf", "spark.cores.max=" + capacity.totalCores(),
                "--conf", "spark.executor.cores=" + capacity.leastCores(),
                "--conf", "spark.dynamicAllocation.initialExecutors=" + capacity.executors());
    }
}
