package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void runningApplicationsComeFirstThenTheLatestThatEnded() throws IOException {
        assertThat(printed(sample(), Applications::print)).isEqualTo("""
                ID                       NAME      USER  STATE     CORES  DURATION
                app-20261122141547-0006  generate  ana   RUNNING   1      1 h 2 min
                app-20261122135924-0001  bad.py    root  FINISHED  2      8 s
                app-20261122135857-0000  ok.py     root  FINISHED  2      16 s
                """);
    }

    /** The Master says FINISHED of it: nobody used the button on its page. */
    @Test
    void oneThatWeEndedIsKilledWhateverTheMasterCallsIt() throws IOException {
        KillLog killed = KillLog.in(folder.resolve("logs"));
        assertThat(killed.ids()).isEmpty();
        killed.add("app-20261122135924-0001");
        killed.add("app-20261122141547-0006"); // it runs: whoever told it to end has not seen it end

        assertThat(printed(sample(killed.ids()), Applications::print)).contains(
                "app-20261122141547-0006  generate  ana   RUNNING", "app-20261122135924-0001  bad.py    root  KILLED",
                "app-20261122135857-0000  ok.py     root  FINISHED");
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        JsonNode printed = JSON.readTree(printed(sample(), Applications::printJson));

        assertThat(printed).hasSize(3);
        assertThat(printed.get(0)).isEqualTo(JSON.readTree("""
                {"id": "app-20261122141547-0006", "name": "generate", "user": "ana", "state": "RUNNING", "cores": 1, "seconds": 3725}
                """));
    }

    @Test
    void aClusterThatRanNothingSaysSo() {
        assertThat(printed(new Applications(List.of(), List.of()), Applications::print))
                .isEqualTo("No application has run since the Master started. `bigdata submit APP` runs one.\n");
        assertThat(printed(new Applications(List.of(), List.of()), Applications::printJson)).isEqualTo("[ ]\n");
    }

    @Test
    void anUnknownApplicationIsAnsweredWithThoseThatRun() throws IOException {
        assertThat(new NoSuchApplicationException("app-1", sample())).hasMessage(
                "no application has the id app-1. Running: app-20261122141547-0006 (generate).");
        assertThat(new NoSuchApplicationException("app-20261122135857-0000", sample())).hasMessageStartingWith(
                "app-20261122135857-0000 has ended already: FINISHED.");
    }

    @Test
    void aMasterThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> Applications.ask(Clients.in(folder, URI.create("http://127.0.0.1:1"))))
                .isInstanceOf(MasterPageException.class).hasMessageContaining("http://127.0.0.1:1");
    }

    private static Applications sample() throws IOException {
        return sample(Set.of());
    }

    /** What a Master of Spark 4.2.0 answered, one application set to running. */
    private static Applications sample(Set<String> killed) throws IOException {
        try (InputStream json = ApplicationsTest.class.getResourceAsStream("master.json")) {
            return Applications.of(JSON.readTree(json), killed);
        }
    }

    private static String printed(Applications applications, BiConsumer<Applications, PrintWriter> print) {
        StringWriter text = new StringWriter();
        print.accept(applications, new PrintWriter(text, true));
        return text.toString();
    }
}
