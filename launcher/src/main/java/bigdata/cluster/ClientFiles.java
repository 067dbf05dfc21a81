package bigdata.cluster;

import bigdata.config.AtomicFile;
import bigdata.config.HadoopConfiguration;
import bigdata.config.Project;
import bigdata.config.SparkProperties;
import bigdata.config.UserFiles;
import bigdata.hdfs.HdfsConfiguration;
import bigdata.node.ClusterManifest;
import bigdata.secrets.Secrets;
import bigdata.spark.Catalog;
import bigdata.spark.SparkClassArchive;
import bigdata.spark.SparkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration folders through which any program of Spark or Hadoop is a client of this cluster. */
record ClientFiles(Path state) {
    /** {@code SPARK_CONF_DIR}. */
    Path spark() {
        return state.resolve("conf").resolve("spark");
    }

    /** {@code HADOOP_CONF_DIR}. */
    Path hadoop() {
        return state.resolve("conf").resolve("hadoop");
    }

    /** Where JupyterLab runs, for the command {@code jupyter}: its port and its page in one line; empty when it is off. */
    private Path jupyter() {
        return state.resolve("conf").resolve("jupyter");
    }

    /** Writes all, with what the user tunes in {@code conf/master}. */
    void write(Project project, ClusterManifest manifest) throws IOException {
        UserFiles user = UserFiles.of(project.home().resolve("conf").resolve("master"));
        Files.createDirectories(spark());
        Files.createDirectories(hadoop());
        HadoopConfiguration core = HdfsConfiguration.clientCore(manifest.topology(), project.data().toRealPath());
        if (manifest.topology().catalog() != 0) {
            core.set("hadoop.token.files", Catalog.token(state));
        }
        user.overlay("core-site.xml", core, HdfsConfiguration.OWNED)
                .write(hadoop().resolve("core-site.xml"));
        user.overlay("hdfs-site.xml", HdfsConfiguration.clientHdfs(manifest.topology(), manifest.replication()),
                        HdfsConfiguration.OWNED)
                .write(hadoop().resolve("hdfs-site.xml"));
        String jvm = new SparkClassArchive(manifest.installation()).jvmOptions() + " " + manifest.sparkJavaOptions();
        SparkProperties ours = SparkSettings.application(Secrets.in(state).spark(), manifest.topology(), manifest.size(),
                manifest.installation(), jvm.strip());
        if (manifest.topology().catalog() != 0) {
            ours.setAll(SparkSettings.catalog(manifest.topology()).entries());
        }
        if (manifest.hasDriversOnMaster()) {
            ours.setAll(SparkSettings.driversAt(manifest.topology().host()).entries());
        }
        new SparkProperties().setAll(user.overlay("spark-defaults.conf", ours.entries(), SparkSettings.OWNED))
                .writePrivate(spark().resolve("spark-defaults.conf"));
        AtomicFile.write(spark().resolve("spark-env.sh"), "# What Spark's own programs cannot read from spark-defaults.conf.\n"
                + (manifest.hasDriversOnMaster() ? "export SPARK_LOCAL_IP=" + manifest.topology().host() + "\n" : "")
                + "export HADOOP_CONF_DIR='" + hadoop() + "'\n" + KERNELS);
        AtomicFile.write(spark().resolve("log4j2.properties"), user.log4j2().isPresent()
                ? Files.readString(user.log4j2().get()) : CONSOLE);
        AtomicFile.write(jupyter(), page(manifest));
    }

    private static String page(ClusterManifest manifest) {
        return manifest.jupyter().on() ? manifest.topology().jupyter() + " " + manifest.jupyter().lab() + "\n" : "";
    }

    /** As {@link bigdata.job.Submission} does it: without a folder of configuration first on its class path, a JVM uses its class archive. */
    private static final String KERNELS = """
            # The JVM of a notebook's kernel is told its properties by name, and starts faster without this folder.
            if [[ -n ${_PYSPARK_DRIVER_CONN_INFO_PATH-} && ${PYSPARK_SUBMIT_ARGS-} == *--properties-file*"$SPARK_CONF_DIR/spark-defaults.conf"* ]]; then
              SPARK_SUBMIT_OPTS="${SPARK_SUBMIT_OPTS-} -Dlog4j2.configurationFile=$SPARK_CONF_DIR/log4j2.properties"
              SPARK_CONF_DIR=$SPARK_CONF_DIR/none
            fi
            """;

    private static final String CONSOLE = """
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            appender.console.type = Console
            appender.console.name = console
            appender.console.target = SYSTEM_ERR
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{HH:mm:ss} %-5p %c{1}: %m%n%ex
            logger.native.name = org.apache.hadoop.util.NativeCodeLoader
            logger.native.level = error
            logger.repl.name = org.apache.spark.repl.Main
            logger.repl.level = warn
            """;
}
