package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveConfigTest {
    private static final Machine MACHINE = new Machine(8, 16 * 1024);

    /** Three values of every key, the first and the last not its default on {@link #MACHINE}. */
    private static final Map<Key<?>, List<String>> SAMPLES = Map.ofEntries(
            Map.entry(Keys.WORKERS, List.of("2", "3", "4")),
            Map.entry(Keys.WORKER_CORES, List.of("5", "6", "7")),
            Map.entry(Keys.WORKER_MEMORY, List.of("2g", "3g", "1536m")),
            Map.entry(Keys.REPLICATION, List.of("2", "4", "5")),
            Map.entry(Keys.BIND, List.of("10.0.0.1", "localhost", "master.example")),
            Map.entry(Keys.JUPYTER, List.of("off", "on", "off")),
            Map.entry(Keys.CONNECT, List.of("on", "off", "on")),
            Map.entry(Keys.CATALOG, List.of("on", "off", "on")),
            Map.entry(Keys.PYTHON_ENVIRONMENT, List.of("/a", "/b", "/c")),
            Map.entry(Keys.SPARK_JAVA_OPTIONS, List.of("-Xss2m", "-ea -esa", "-XX:TieredStopAtLevel=1")),
            Map.entry(Keys.NAMENODE_PORT, List.of("9000", "9001", "9002")),
            Map.entry(Keys.NAMENODE_HTTP_PORT, List.of("9870", "9871", "9872")),
            Map.entry(Keys.SPARK_MASTER_PORT, List.of("7077", "7078", "7079")),
            Map.entry(Keys.SPARK_MASTER_UI_PORT, List.of("8080", "8081", "8082")),
            Map.entry(Keys.HISTORY_PORT, List.of("18080", "18081", "18082")),
            Map.entry(Keys.JUPYTER_PORT, List.of("8888", "8889", "8890")),
            Map.entry(Keys.CONNECT_PORT, List.of("15002", "15003", "15004")));

    @TempDir
    private Path home;

    @Test
    void everyDefaultIsPinned() {
        ClusterConfig config = EffectiveConfig.load(project(Map.of()), Map.of(), MACHINE).config();

        assertThat(config).isEqualTo(new ClusterConfig(1, 8, 8192, 1, "127.0.0.1", true, false, false, home.resolve(".bigdata/python"), "",
                new Ports(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
                        OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty())));
    }

    @Test
    void everyKeyIsListedWithItsDefaultInOrder() {
        assertThat(EffectiveConfig.load(project(Map.of()), Map.of(), MACHINE).settings())
                .extracting(Setting::key, Setting::value, Setting::source)
                .containsExactly(
                        row("workers", "1"), row("worker.cores", "8"), row("worker.memory", "8g"), row("replication", "1"),
                        row("bind", "127.0.0.1"), row("jupyter", "on"), row("connect", "off"), row("catalog", "off"), row("python.environment", home.resolve(".bigdata/python").toString()),
                        row("spark.java.options", "auto"),
                        row("namenode.port", "auto"), row("namenode.http.port", "auto"), row("spark.master.port", "auto"),
                        row("spark.master.ui.port", "auto"), row("history.port", "auto"), row("jupyter.port", "auto"),
                        row("connect.port", "auto"));
    }

    @Test
    void noWorkersHereIsAClusterForThoseOfOtherMachines() throws ConfigException {
        ClusterConfig config = EffectiveConfig.load(
                project(Map.of()), Map.of("workers", "0", "bind", "192.0.2.1", "replication", "2"), new Machine(8, 16384)).config();

        assertThat(List.of(config.workers(), config.workerCores(), config.replication())).containsExactly(0, 8, 2);
    }

    @ParameterizedTest(name = "{0} workers on {1} cores and {2} MiB: {3} cores, {4} MiB, {5} copies")
    @CsvSource({"1,2,8192,2,4096,1", "2,2,8192,1,2048,2", "3,8,16384,2,2730,3", "5,2,16384,1,1638,3", "2,1,2048,1,1024,2"})
    void workersShareTheMachine(int workers, int cores, long memoryMib, int eachCores, int eachMib, int copies) {
        ClusterConfig config = EffectiveConfig.load(
                project(Map.of()), Map.of("workers", Integer.toString(workers)), new Machine(cores, memoryMib)).config();

        assertThat(config.workerCores()).isEqualTo(eachCores);
        assertThat(config.workerMemoryMib()).isEqualTo(eachMib);
        assertThat(config.replication()).isEqualTo(copies);
    }

    static List<Key<?>> keys() {
        return Keys.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void theFileWinsOverTheDefault(Key<?> key) throws IOException {
        file("# a comment", roomFor(key), key.name() + " = " + SAMPLES.get(key).get(0));

        assertThat(setting(key, Map.of(), Map.of())).isEqualTo(
                new Setting(key.name(), SAMPLES.get(key).get(0), "conf/cluster.properties:3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void theEnvironmentWinsOverTheFile(Key<?> key) throws IOException {
        file(roomFor(key), key.name() + "=" + SAMPLES.get(key).get(0));

        assertThat(setting(key, Map.of(key.variable(), SAMPLES.get(key).get(1)), Map.of())).isEqualTo(
                new Setting(key.name(), SAMPLES.get(key).get(1), "environment " + key.variable()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void aFlagWinsOverAll(Key<?> key) throws IOException {
        file(roomFor(key), key.name() + "=" + SAMPLES.get(key).get(0));

        assertThat(setting(key, Map.of(key.variable(), SAMPLES.get(key).get(1)), Map.of(key.name(), SAMPLES.get(key).get(2))))
                .isEqualTo(new Setting(key.name(), SAMPLES.get(key).get(2), "flag " + key.flag()));
    }

    @Test
    void everyValueReachesTheRecord() {
        ClusterConfig config = EffectiveConfig.load(project(Map.of()), Map.ofEntries(
                Map.entry("workers", "4"), Map.entry("worker.cores", "3"), Map.entry("worker.memory", "1536M"),
                Map.entry("replication", "2"), Map.entry("bind", "10.0.0.1"), Map.entry("python.environment", "venvs/../env"),
                Map.entry("namenode.port", "1"), Map.entry("namenode.http.port", "2"), Map.entry("spark.master.port", "3"),
                Map.entry("spark.master.ui.port", "4"), Map.entry("history.port", "65535"), Map.entry("jupyter", "off"), Map.entry("jupyter.port", "5"),
                Map.entry("connect", "on"), Map.entry("catalog", "on"), Map.entry("connect.port", "6"), Map.entry("spark.java.options", " -ea ")), MACHINE).config();

        assertThat(config).isEqualTo(new ClusterConfig(4, 3, 1536, 2, "10.0.0.1", false, true, true, home.resolve("env"), "-ea",
                new Ports(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3), OptionalInt.of(4), OptionalInt.of(65535),
                        OptionalInt.of(5), OptionalInt.of(6))));
    }

    @Test
    void autoOnTheCommandLineTakesTheDefaultBack() throws IOException {
        file("worker.memory=2g");

        assertThat(setting(Keys.WORKER_MEMORY, Map.of(), Map.of("worker.memory", "auto")))
                .isEqualTo(new Setting("worker.memory", "8g", "flag --worker-memory"));
    }

    @Test
    void anEmptyVariableCountsAsNone() {
        assertThat(setting(Keys.WORKERS, Map.of("BIGDATA_WORKERS", ""), Map.of()).source()).isEqualTo("default");
    }

    @Test
    void variablesOfOthersAndOfTheProjectItselfAreNoKeys() {
        Map<String, String> environment = Map.of("PATH", "/bin", "BIGDATA_STATE", home.resolve("s").toString(),
                "BIGDATA_HOME", "/h", "BIGDATA_REQUIRE_DOCKER", "1", "BIGDATA_UID", "1000", "BIGDATA_JAVA_OPTS", "-Xmx1g",
                "BIGDATA_TEST_ANYTHING", "x");

        assertThat(EffectiveConfig.load(project(environment), Map.of(), MACHINE).config().pythonEnvironment())
                .isEqualTo(home.resolve("s/python"));
    }

    /** More than one copy needs more than one worker. */
    private static String roomFor(Key<?> key) {
        return key == Keys.REPLICATION ? "workers=9" : "";
    }

    private Setting setting(Key<?> key, Map<String, String> environment, Map<String, String> flags) {
        return EffectiveConfig.load(project(environment), flags, MACHINE).settings().stream()
                .filter(setting -> setting.key().equals(key.name()))
                .findFirst()
                .orElseThrow();
    }

    private Project project(Map<String, String> environment) {
        return Project.at(home, environment);
    }

    private void file(String... lines) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.write(home.resolve("conf/cluster.properties"), List.of(lines));
    }

    private static Tuple row(String key, String value) {
        return Tuple.tuple(key, value, "default");
    }
}
