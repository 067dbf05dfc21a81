package bigdata.spark;

import bigdata.config.Installation;
import bigdata.config.OwnedKeys;
import bigdata.config.SparkProperties;
import bigdata.config.Topology;
import bigdata.hdfs.FileSystemLayout;
import bigdata.hdfs.HdfsConfiguration;
import java.nio.file.Path;

/** The settings of Spark, for its daemons and for every application. */
public final class SparkSettings {
    /** What the cluster decides; a user's file may not set it. */
    public static final OwnedKeys OWNED = OwnedKeys.none()
            .and("spark.master", "the address of this cluster; change `spark.master.port` in conf/cluster.properties")
            .and("spark.deploy.recovery*", "the Master notes workers and applications in the state folder")
            .and("spark.master.rest.enabled", "that interface knows no authentication")
            .and("spark.authenticate*", "a secret of the cluster's own guards every connection")
            .and("spark.network.crypto.*", "connections are always encrypted")
            .and("spark.ui.filters", "the cluster guards the pages")
            .and("spark.org.apache.spark.ui.*", "the cluster guards the pages")
            .and("spark.ui.reverseProxy*", "JupyterLab's door leads to the pages")
            .and("spark.plugins", "ours refuses what no worker can give; give further ones with `--conf` to a job")
            .and("spark.eventLog.dir", "the History Server reads " + FileSystemLayout.EVENTS)
            .and("spark.history.fs.logDirectory", "the History Server reads " + FileSystemLayout.EVENTS)
            .and("spark.connect.authenticate.token", "a secret of the cluster's own, made once")
            .and("spark.connect.grpc.binding.*", "the Spark Connect server listens where only this machine reaches it; change `connect.port`"
                    + " in conf/cluster.properties")
            .and("spark.pyspark.python", "driver and executors share one environment; `python.environment` moves it")
            .and("spark.pyspark.driver.python", "driver and executors share one environment; `python.environment` moves it");

    private SparkSettings() {}

    /** The path under which JupyterLab shows the Master's pages, which lead on to those of workers and applications. */
    public static final String DOOR = "/spark";

    /** What authenticates and encrypts every connection. Written to files of mode 0600 only. */
    static SparkProperties security(String secret) {
        return new SparkProperties()
                .set("spark.authenticate", true)
                .set("spark.authenticate.secret", secret)
                .set("spark.network.crypto.enabled", true)
                .set("spark.network.crypto.authEngineVersion", 2)
                .set("spark.network.crypto.cipher", "AES/GCM/NoPadding")
                .set("spark.network.crypto.saslFallback", false)
                .set("spark.ui.reverseProxy", true)
                .set("spark.ui.reverseProxyUrl", DOOR)
                .set("spark.ui.filters", "org.apache.spark.ui.JWSFilter")
                .set("spark.org.apache.spark.ui.JWSFilter.param.secretKey", PagesKey.of(secret).text())
                .set("spark.ui.killEnabled", true); // behind that filter only
    }

    /** @param recovery where the Master notes its workers and applications, so that they survive its restart */
    static SparkProperties master(String secret, ClusterSize size, Path recovery) {
        return security(secret)
                .set("spark.deploy.recoveryMode", "FILESYSTEM") // a misspelt mode silently means none
                .set("spark.deploy.recoveryDirectory", recovery)
                .set("spark.deploy.recoveryTimeout", "15s") // for workers that do not come back
                .set("spark.master.rest.enabled", false)
                .set("spark.deploy.defaultCores", size.fairCores());
    }

    static SparkProperties worker(String secret, String node) {
        return security(secret)
                .set("spark.decommission.enabled", true)
                .set("spark.worker.idPattern", node + "-%s-%s-%d")
                .set("spark.worker.cleanup.enabled", true)
                .set("spark.worker.cleanup.appDataTtl", 24 * 3600); // seconds
    }

    /** Of one who holds the secret, wants no more than to talk to the Master, and is {@code host}. */
    static SparkProperties member(String secret, Topology topology, String host) {
        return security(secret).set("spark.master", topology.spark()).set("spark.driver.host", host);
    }

    static SparkProperties historyServer(String secret, Topology topology) {
        return security(secret)
                .set("spark.history.fs.logDirectory", topology.hdfs() + FileSystemLayout.EVENTS)
                .set("spark.history.fs.update.interval", "5s")
                .set("spark.history.fs.cleaner.enabled", true)
                .set("spark.history.fs.cleaner.maxAge", "30d")
                .set("spark.history.ui.port", topology.historyServer())
                .set("spark.hadoop.fs.defaultFS", topology.hdfs())
                .set("spark.hadoop.dfs.encrypt.data.transfer", true)
                .set("spark.hadoop.dfs.encrypt.data.transfer.cipher.suites", "AES/CTR/NoPadding")
                .set("spark.hadoop.hadoop.security.crypto.codec.classes.aes.ctr.nopadding", HdfsConfiguration.JAVA_CODEC);
    }

    /** On top of {@link #application}; between clients it holds no executor. */
    static SparkProperties connectServer(String token, String listen, int port) {
        return new SparkProperties()
                .set("spark.connect.authenticate.token", token)
                .set("spark.connect.grpc.binding.address", listen)
                .set("spark.connect.grpc.binding.port", port)
                .set("spark.dynamicAllocation.initialExecutors", 0)
                .set("spark.dynamicAllocation.shuffleTracking.enabled", false); // or those that took over blocks would stay
    }

    /** On top of {@link #application}: where saved tables are known. What proves who asks is in a file that Hadoop's settings name. */
    public static SparkProperties catalog(Topology topology) {
        return new SparkProperties()
                .set("spark.sql.catalogImplementation", "hive")
                .set("spark.hadoop.hive.metastore.uris", "thrift://" + topology.host() + ":" + topology.catalog())
                .set("spark.hadoop.hive.metastore.sasl.enabled", true)
                .set("spark.hadoop.hive.metastore.token.signature", "bigdata"); // as bigdata.spark.catalog.CatalogToken has it
    }

    /** An executor whose worker leaves finishes its tasks and hands its blocks on to others, so that nothing is computed again. */
    private static SparkProperties decommissioning() {
        return new SparkProperties()
                .set("spark.decommission.enabled", true)
                .set("spark.storage.decommission.enabled", true)
                .set("spark.storage.decommission.replicationReattemptInterval", "1s") // the pause before it sees that all are moved
                .set("spark.storage.decommission.rddBlocks.enabled", true)
                .set("spark.storage.decommission.shuffleBlocks.enabled", true);
    }

    /** Where drivers listen that run beside the master node. */
    public static SparkProperties driversAt(String host) {
        return new SparkProperties().set("spark.driver.host", host).set("spark.driver.bindAddress", host);
    }

    /**
     * {@code spark-defaults.conf} of every application, but for the address of its driver.
     *
     * @param installation has the interpreter of driver and executors, and our driver plugin
     * @param jvm options for every driver and executor before those of the application
     */
    public static SparkProperties application(String secret, Topology topology, ClusterSize size, Installation installation,
            String jvm) {
        return security(secret)
                .set("spark.driver.defaultJavaOptions", jvm)
                .set("spark.executor.defaultJavaOptions", jvm)
                .set("spark.master", topology.spark())
                .set("spark.submit.deployMode", "client")
                .set("spark.plugins", "bigdata.spark.plugin.ResourceCheckPlugin")
                .set("spark.driver.extraClassPath", installation.sparkPlugin())
                .set("spark.executor.extraClassPath", installation.sparkPlugin())
                .set("spark.pyspark.python", installation.python())
                .set("spark.pyspark.driver.python", installation.python())
                .set("spark.executor.cores", size.executorCores())
                .set("spark.executor.memory", size.executorMemoryMib() + "m")
                .set("spark.dynamicAllocation.enabled", true)
                .set("spark.dynamicAllocation.shuffleTracking.enabled", true)
                .set("spark.dynamicAllocation.initialExecutors", 1) // starts while the driver does, not a second after its first job
                .set("spark.dynamicAllocation.executorIdleTimeout", "30s")
                .setAll(decommissioning().entries())
                .set("spark.eventLog.enabled", true)
                .set("spark.eventLog.dir", "hdfs://" + FileSystemLayout.EVENTS)
                .set("spark.eventLog.compress", true)
                .set("spark.sql.warehouse.dir", FileSystemLayout.WAREHOUSE)
                .set("spark.executor.logs.rolling.strategy", "size")
                .set("spark.executor.logs.rolling.maxSize", 16 * 1024 * 1024) // bytes
                .set("spark.executor.logs.rolling.maxRetainedFiles", 3);
    }
}
