package bigdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.ExitStatus;
import bigdata.config.Keys;
import bigdata.config.Project;
import bigdata.secrets.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigShowTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @Test
    void itPrintsEveryValueAndItsSource() {
        assertThat(run(Map.of("BIGDATA_WORKER_CORES", "3"), "config", "show", "--worker-memory", "512m"))
                .isEqualTo(ExitStatus.SUCCESS);

        assertThat(out.toString().lines()).hasSize(1 + Keys.ALL.size());
        assertThat(out.toString())
                .containsPattern("(?m)^KEY +VALUE +FROM$")
                .containsPattern("(?m)^workers +1 +default$")
                .containsPattern("(?m)^worker.cores +3 +environment BIGDATA_WORKER_CORES$")
                .containsPattern("(?m)^worker.memory +512m +flag --worker-memory$");
    }

    @Test
    void everyKeyIsAFlag() {
        run(Map.of(), "config", "show", "--help");

        assertThat(Keys.ALL).allSatisfy(key -> assertThat(out.toString()).contains(key.flag() + (key.isSwitch() ? "[=" : "=")));
        assertThat(out.toString()).contains("Example: ");
    }

    @Test
    void jsonHoldsTheSame() throws IOException {
        run(Map.of(), "config", "show", "--json", "--bind=localhost");

        JsonNode settings = new ObjectMapper().readTree(out.toString());
        assertThat(settings).hasSize(Keys.ALL.size());
        assertThat(settings).filteredOn(setting -> setting.path("key").asText().equals("bind")).singleElement()
                .isEqualTo(new ObjectMapper().readTree(
                        "{\"key\":\"bind\",\"value\":\"localhost\",\"source\":\"flag --bind\"}"));
    }

    @Test
    void noSecretIsInIt() {
        String secret = Secrets.in(home.resolve(".bigdata")).spark();

        run(Map.of(), "config", "show");
        run(Map.of(), "config", "show", "--json");

        assertThat(out.toString()).contains("workers").doesNotContain(secret);
    }

    @Test
    void aBadValueEndsItWithCode2() {
        assertThat(run(Map.of("BIGDATA_WORKERS", "all"), "config", "show")).isEqualTo(ExitStatus.USAGE);

        assertThat(err.toString()).contains("workers = all (environment BIGDATA_WORKERS)");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMisspeltFlagEndsItWithCode2AndTheRightName() {
        assertThat(run(Map.of(), "config", "show", "--workres", "2")).isEqualTo(ExitStatus.USAGE);

        assertThat(err.toString()).contains("--workers");
    }

    @Test
    void aloneItTellsWhatFollows() {
        assertThat(run(Map.of(), "config")).isEqualTo(ExitStatus.SUCCESS);

        assertThat(out.toString()).contains("show");
    }

    private ExitStatus run(Map<String, String> environment, String... args) {
        return Main.run(Project.at(home, environment), new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
