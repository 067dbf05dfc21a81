package bigdata.job;

import bigdata.config.Installation;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything a program needs to be a client of the running cluster.
 *
 * @param javaHome the JDK that clients run on
 * @param sparkHome Spark's distribution
 * @param python the interpreter of driver and executors
 * @param sparkConf {@code SPARK_CONF_DIR}: {@code spark-defaults.conf} (0600, names the master and holds the secret) and
 *     {@code log4j2.properties}
 * @param hadoopConf {@code HADOOP_CONF_DIR}: {@code core-site.xml}, {@code hdfs-site.xml}
 * @param hadoopLib the folder of Hadoop's jars
 * @param binFolder the folder of the field's commands that Spark and Python do not bring, {@code hdfs} for one
 * @param masterUrl {@code spark://host:port}
 * @param masterUi the Master's web address
 * @param driverAddress where drivers listen; empty leaves it to Spark, which takes the address of this host
 * @param logs the folder for the logs of jobs; made when needed
 * @param home the project's top folder
 */
public record ClientEnvironment(Path javaHome, Path sparkHome, Path python, Path sparkConf, Path hadoopConf, Path hadoopLib,
        Path binFolder, String masterUrl, URI masterUi, Optional<String> driverAddress, Path logs, Path home) {

    /** The variables by which Spark's, Hadoop's and Python's own programs find the cluster; {@code PATH} is not among them. */
    public Map<String, String> variables() {
        return Map.of(
                "JAVA_HOME", javaHome.toString(),
                "SPARK_HOME", sparkHome.toString(),
                "SPARK_CONF_DIR", sparkConf.toString(),
                "HADOOP_CONF_DIR", hadoopConf.toString(),
                "BIGDATA_HADOOP_LIB", hadoopLib.toString(),
                "PYSPARK_PYTHON", python.toString(),
                "PYSPARK_DRIVER_PYTHON", python.toString());
    }

    /** Where the programs lie that the cluster is made of. */
    Installation installation() {
        return new Installation(home, javaHome, sparkHome, python);
    }

    /**
     * Options of spark-submit for an application that may take every core, with as few executors as possible, and whose
     * driver only plans: the optimising compiler would cost a short job more than it gives.
     */
    public List<String> wholeCluster() {
        Capacity capacity = Capacity.ask(masterUi);
        return List.of("--driver-java-options", "-XX:TieredStopAtLevel=1",
                "--conf", "spark.cores.max=" + capacity.totalCores(),
                "--conf", "spark.executor.cores=" + capacity.leastCores(),
                "--conf", "spark.dynamicAllocation.initialExecutors=" + capacity.executors());
    }

    /** {@code PATH} with the cluster's programs before those of {@code inherited}, which may be null. */
    public String path(String inherited) {
        String ours = List.of(binFolder, python.getParent(), sparkHome.resolve("bin"), javaHome.resolve("bin"), home).stream()
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return inherited == null || inherited.isEmpty() ? ours : ours + File.pathSeparator + inherited;
    }
}
