package bigdata.config;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes any program of Spark, Hadoop or Python a client of this cluster, wherever it is started: in `bigdata submit`, a shell,
 * a notebook.
 *
 * @param installation whose programs they are
 * @param sparkConf {@code SPARK_CONF_DIR}: {@code spark-defaults.conf} (0600, names the master and holds the secret) and
 *     {@code log4j2.properties}
 * @param hadoopConf {@code HADOOP_CONF_DIR}: {@code core-site.xml}, {@code hdfs-site.xml}
 */
public record ClientPrograms(Installation installation, Path sparkConf, Path hadoopConf) {
    /** Those of the cluster whose state is {@code state}. */
    public static ClientPrograms of(Installation installation, Path state) {
        Path folder = state.resolve("conf");
        return new ClientPrograms(installation, folder.resolve("spark"), folder.resolve("hadoop"));
    }

    /** The folder of commands that Spark and Python do not bring, {@code hdfs} for one, or that must know of the cluster. */
    public Path binFolder() {
        return installation.home().resolve("hadoop").resolve("bin");
    }

    /** The variables by which programs find the cluster; {@code PATH} is not among them. */
    public Map<String, String> variables() {
        return Map.of(
                "JAVA_HOME", installation.javaHome().toString(),
                "SPARK_HOME", installation.sparkHome().toString(),
                "SPARK_CONF_DIR", sparkConf.toString(),
                "HADOOP_CONF_DIR", hadoopConf.toString(),
                "BIGDATA_HADOOP_LIB", installation.hadoopLib().toString(),
                "PYSPARK_PYTHON", installation.python().toString(),
                "PYSPARK_DRIVER_PYTHON", installation.python().toString());
    }

    /** {@code PATH} with the cluster's programs before those of {@code inherited}, which may be null. */
    public String path(String inherited) {
        String ours = List.of(binFolder(), installation.python().getParent(), installation.sparkHome().resolve("bin"),
                        installation.javaHome().resolve("bin"), installation.home()).stream()
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return inherited == null || inherited.isEmpty() ? ours : ours + File.pathSeparator + inherited;
    }
}
