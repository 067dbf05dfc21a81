package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bigdata.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigExceptionTest {
    private static final Machine MACHINE = new Machine(2, 8 * 1024);

    @TempDir
    private Path home;

    @Test
    void everythingThatIsWrongInEverySourceComesAtOnce() throws IOException {
        file("workers=many", "wroker.memory=2g", "namenode.port=9000", "spark.master.port=9000");

        ConfigException refused = refused(Map.of("BIGDATA_REPLIKATION", "2", "BIGDATA_BIND", "0.0.0.0"),
                Map.of("worker.cores", "0", "history", "1"));

        assertThat(refused.exitStatus()).isEqualTo(ExitStatus.USAGE);
        assertThat(refused).hasMessage("""
                7 settings cannot be used:
                  wroker.memory (conf/cluster.properties:2): there is no such key; did you mean worker.memory?
                  BIGDATA_REPLIKATION (environment BIGDATA_REPLIKATION): there is no such key; did you mean BIGDATA_REPLICATION?
                  history (flag --history): there is no such key; known are bind, catalog, connect, connect.port, history.port, jupyter, jupyter.port, \
                namenode.http.port, namenode.port, python.environment, replication, spark.java.options, spark.master.port, \
                spark.master.ui.port, \
                worker.cores, worker.memory, workers
                  workers = many (conf/cluster.properties:1): allowed is a whole number from 0 to 999
                  worker.cores = 0 (flag --worker-cores): allowed is a whole number from 1 to 1024, or auto
                  bind = 0.0.0.0 (environment BIGDATA_BIND): allowed is one IPv4 address or host name of this machine \
                (0.0.0.0 is none that a client could connect to)
                  spark.master.port = 9000 (conf/cluster.properties:4): namenode.port is the same port; \
                every service needs its own""");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"workers,0", "workers,-1", "workers,+1", "workers,1.5", "workers,1000", "workers,99999999999", "workers,auto",
        "workers,''", "workers,١", "worker.cores,two", "worker.cores,''", "worker.memory,4", "worker.memory,4x",
        "worker.memory,1.5g", "worker.memory,511m", "worker.memory,9999999t", "worker.memory,-4g", "replication,0",
        "replication,all", "bind,''", "bind,0.0.0.0", "bind,256.1.1.1", "bind,1.2.3", "bind,1.2.3.4.", "bind,::1",
        "bind,a b", "bind,-a", "bind,a_b", "bind,http://a", "bind,a:80", "python.environment,''", "python.environment,~/env",
        "namenode.port,0", "namenode.port,65536", "namenode.http.port,http", "spark.master.port,-1",
        "spark.master.ui.port,80 80", "history.port,''", "spark.java.options,-ea -Xmx4g", "jupyter,yes", "jupyter,ON", "jupyter.port,-1"})
    void aBadValueIsToldWithWhatIsAllowed(String key, String value) {
        assertThat(refused(Map.of(), Map.of(key, value)).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.advice()).startsWith("allowed is ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.255.0.1", "localhost", "Node-1", "a.b.example", "3com", "x1.y2"})
    void anAddressOrHostNameCanBeBoundTo(String address) {
        assertThat(EffectiveConfig.load(project(Map.of()), Map.of("bind", address), MACHINE).config().bind())
                .isEqualTo(address);
    }

    @Test
    void moreCopiesThanWorkersAreRefused() {
        assertThat(refused(Map.of(), Map.of("workers", "2", "replication", "3")).problems())
                .containsExactly(new Problem("replication", "3", "flag --replication",
                        "allowed is at most 2, the number of workers: every copy needs a worker of its own"));
    }

    @Test
    void moreMemoryThanTheMachineHasIsRefused() {
        assertThat(refused(Map.of(), Map.of("workers", "2", "worker.memory", "5g")).problems())
                .containsExactly(new Problem("worker.memory", "5g", "flag --worker-memory",
                        "this machine has 8g: allowed is at most 4096m for each of 2 workers"));
    }

    @Test
    void allOfTheMemoryIsAllowed() {
        assertThat(EffectiveConfig.load(project(Map.of()), Map.of("workers", "2", "worker.memory", "4g"), MACHINE)
                .config().workerMemoryMib()).isEqualTo(4096);
    }

    @Test
    void moreWorkersThanFitWithTheLeastMemoryAreRefused() {
        assertThat(refused(Map.of(), Map.of("workers", "9")).problems())
                .containsExactly(new Problem("workers", "9", "flag --workers",
                        "this machine has 8g, enough for 8 workers of 1g; take fewer, or set worker.memory"));
    }

    @Test
    void aKeyGivenTwiceInTheFileIsRefused() throws IOException {
        file("workers=1", "", "workers=2");

        assertThat(refused(Map.of(), Map.of()).problems()).containsExactly(
                new Problem("workers", "2", "conf/cluster.properties:3", "also set in conf/cluster.properties:1; keep one"));
    }

    @Test
    void noWorkersHereTakesAnAddressThatOtherMachinesReach() {
        assertThat(refused(Map.of(), Map.of("workers", "0")).problems())
                .containsExactly(new Problem("workers", "0", "flag --workers",
                        "allowed is 0 only where workers of other machines can join: set bind to an address that they reach, or take 1"));
    }

    @Test
    void aFileThatCannotBeReadIsToldBesideWhatElseIsWrong() throws IOException {
        file("bind=\\uXYZ");

        assertThat(refused(Map.of("BIGDATA_WORKERS", "0"), Map.of()).problems())
                .extracting(Problem::key)
                .containsExactly("cluster.properties", "workers");
    }

    @Test
    void theValueOfAnUnknownKeyIsNotRepeated() {
        assertThat(refused(Map.of("BIGDATA_PASSWORD", "hunter2"), Map.of()))
                .hasMessageContaining("BIGDATA_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    private ConfigException refused(Map<String, String> environment, Map<String, String> flags) {
        return catchThrowableOfType(ConfigException.class,
                () -> EffectiveConfig.load(project(environment), flags, MACHINE));
    }

    private Project project(Map<String, String> environment) {
        return Project.at(home, environment);
    }

    private void file(String... lines) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.write(home.resolve("conf/cluster.properties"), List.of(lines));
    }
}
