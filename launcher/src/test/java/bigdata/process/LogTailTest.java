package bigdata.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path folder;

    @Test
    void theLastLinesComeOldestFirst() throws IOException {
        assertThat(tail(2, "one\ntwo\nthree\n")).containsExactly("two", "three");
    }

    @Test
    void aShortFileIsGivenWhole() throws IOException {
        assertThat(tail(5, "one\ntwo")).containsExactly("one", "two");
        assertThat(tail(5, "")).isEmpty();
    }

    @Test
    void noFileHasNoLines() throws IOException {
        assertThat(LogTail.of(folder.resolve("gone"), 3)).isEmpty();
        assertThat(LogTail.of(folder, 3)).isEmpty();
    }

    @Test
    void theEndOfALongFileHoldsNoHalfLine() throws IOException {
        String lines = String.join("\n", IntStream.range(0, 10_000).mapToObj(i -> "line " + i).toList());

        assertThat(tail(3, lines)).containsExactly("line 9997", "line 9998", "line 9999");
    }

    @Test
    void ofVeryLongLinesThereAreFewerAndNoneIsCut() throws IOException {
        assertThat(tail(2, "a".repeat(5_000) + "\n" + "b".repeat(500) + "\nend\n")).containsExactly("b".repeat(500), "end");
    }

    @Test
    void theEndOfOneEndlessLineIsBetterThanNothing() throws IOException {
        assertThat(tail(1, "a".repeat(5_000) + "the cause")).singleElement().asString().endsWith("the cause").hasSize(400);
    }

    private List<String> tail(int count, String text) throws IOException {
        return LogTail.of(Files.writeString(folder.resolve("log"), text), count);
    }
}
