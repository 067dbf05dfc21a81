package bigdata.spark;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.Installation;
import bigdata.config.SparkProperties;
import bigdata.config.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkSettingsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Topology TOPOLOGY = new Topology("127.0.0.1", 20001, 20002, 20003, 20004, 20005, 20006, 20007, 20008);
    private static final ClusterSize SIZE = new ClusterSize(2, 4, 8192);

    static List<SparkProperties> all() {
        return List.of(SparkSettings.master(SECRET, SIZE, Path.of("/state")), SparkSettings.worker(SECRET, "worker-1"),
                SparkSettings.historyServer(SECRET, TOPOLOGY), application());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyConnectionIsAuthenticatedAndEncrypted(SparkProperties properties) {
        assertThat(properties.entries())
                .containsEntry("spark.authenticate", "true")
                .containsEntry("spark.authenticate.secret", SECRET)
                .containsEntry("spark.network.crypto.enabled", "true")
                .containsEntry("spark.network.crypto.authEngineVersion", "2")
                .containsEntry("spark.network.crypto.cipher", "AES/GCM/NoPadding")
                .containsEntry("spark.network.crypto.saslFallback", "false");
    }

    @ParameterizedTest
    @MethodSource("all")
    void pagesThatCouldEndAnApplicationAnswerOnlyWhoHasTheKey(SparkProperties properties) {
        assertThat(properties.entries()).containsEntry("spark.ui.filters", "org.apache.spark.ui.JWSFilter")
                .containsEntry("spark.org.apache.spark.ui.JWSFilter.param.secretKey", PagesKey.of(SECRET).text());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSecretIsInNoText(SparkProperties properties) {
        assertThat(properties.toString()).contains("spark.authenticate.secret").doesNotContain(SECRET, PagesKey.of(SECRET).text());
    }

    @Test
    void theMasterTakesNothingThroughItsInterfaceWithoutAuthentication() {
        assertThat(SparkSettings.master(SECRET, SIZE, Path.of("/state")).entries())
                .containsEntry("spark.master.rest.enabled", "false")
                .containsEntry("spark.deploy.defaultCores", "4");
    }

    @Test
    void anApplicationFindsTheClusterAndTakesHalfOfIt() {
        Map<String, String> entries = application().entries();

        assertThat(entries)
                .containsEntry("spark.master", "spark://127.0.0.1:20003")
                .containsEntry("spark.submit.deployMode", "client")
                .doesNotContainKey("spark.cores.max") // FairShare of the plugin counts the workers that are there
                .containsEntry("spark.executor.cores", "2")
                .containsEntry("spark.executor.memory", "4096m")
                .containsEntry("spark.pyspark.python", "/env/bin/python")
                .containsEntry("spark.pyspark.driver.python", "/env/bin/python")
                .containsEntry("spark.driver.extraClassPath", "/project/spark/target/spark-1.0.0.jar");
    }

    @Test
    void anExecutorWhoseWorkerLeavesHandsItsBlocksOn() {
        assertThat(SparkSettings.worker(SECRET, "worker-1").entries()).containsEntry("spark.decommission.enabled", "true");
        assertThat(application().entries())
                .containsEntry("spark.decommission.enabled", "true")
                .containsEntry("spark.storage.decommission.enabled", "true")
                .containsEntry("spark.storage.decommission.shuffleBlocks.enabled", "true");
    }

    @Test
    void theHistoryServerReadsWhereApplicationsWrite() {
        String written = application().entries().get("spark.eventLog.dir");

        assertThat(SparkSettings.historyServer(SECRET, TOPOLOGY).entries())
                .containsEntry("spark.history.fs.logDirectory", written.replace("hdfs://", TOPOLOGY.hdfs()))
                .containsEntry("spark.history.ui.port", "20005");
    }

    @Test
    void aWorkerIsKnownByTheNameOfItsNode() {
        assertThat(SparkSettings.worker(SECRET, "worker-7").entries().get("spark.worker.idPattern")).startsWith("worker-7-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark.master", "spark.master.rest.enabled", "spark.authenticate", "spark.authenticate.secret",
            "spark.network.crypto.cipher", "spark.ui.filters", "spark.plugins", "spark.eventLog.dir", "spark.pyspark.python"})
    void aUserMaySetNothingThatWouldBreakOrOpenTheCluster(String key) {
        assertThat(SparkSettings.OWNED.insteadOf(key)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark.executor.memory", "spark.sql.shuffle.partitions", "spark.serializer"})
    void aUserMayTuneTheRest(String key) {
        assertThat(SparkSettings.OWNED.insteadOf(key)).isEmpty();
    }

    private static SparkProperties application() {
        return SparkSettings.application(SECRET, TOPOLOGY, SIZE,
                new Installation(Path.of("/project"), Path.of("/java"), Path.of("/spark"), Path.of("/env/bin/python")), "");
    }
}
