package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = Keys.ALL.stream().<String>map(Key::name).toList();

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({"worker,workers", "wrokers,workers", "worker.mem,worker.memory", "worker.core,worker.cores",
        "replicaton,replication", "namenode.prot,namenode.port", "bnid,bind"})
    void aSlipIsUnderstood(String given, String meant) {
        assertThat(Nearest.to(given, KNOWN)).contains(meant);
    }

    @Test
    void somethingElseMeansNothing() {
        assertThat(Nearest.to("dashboard", KNOWN)).isEmpty();
    }
}
