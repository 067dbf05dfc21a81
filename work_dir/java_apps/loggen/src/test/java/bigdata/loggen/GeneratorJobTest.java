package bigdata.loggen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class GeneratorJobTest {
    /** How {@code data/test_log1.csv} and {@code data/test_log2.csv} were made: their folders' only files. */
    private static final String[] SAMPLE = {"--plays", "15000", "--users", "2000", "--songs", "1000"};
    private static final Path DATA = Path.of("../../../data");
    private static final Pattern WELL_FORMED =
        Pattern.compile("[0-9]{2}-10-2017 [0-9]{2}:[0-9]{2}:[0-9]{2};[0-9]+;[0-9]+;[0-9]+;[123]_[0-9]+");

    @TempDir
    Path folder;
    private SparkSession session;

    @BeforeEach
    void useTheSharedSpark(SparkSession shared) {
        session = shared;
    }

    @Test
    void theSampleLogsAreMadeAgainToTheByte() throws IOException {
        generate(SAMPLE);

        assertThat(part("log1.csv", 0)).hasSameBinaryContentAs(DATA.resolve("test_log1.csv"));
        assertThat(part("log2.csv", 0)).hasSameBinaryContentAs(DATA.resolve("test_log2.csv"));
    }

    @Test
    void anotherSeedMakesOtherLogs() throws IOException {
        generate(Stream.concat(Stream.of(SAMPLE), Stream.of("--seed", "2")).toArray(String[]::new));

        assertThat(Files.mismatch(part("log2.csv", 0), DATA.resolve("test_log2.csv"))).isNotEqualTo(-1);
    }

    @Test
    void everyFileOfALogHasAHeaderAndAFixedNumberOfLines() throws IOException {
        String printed = generate("--plays", "1000001", "--users", "100", "--dirt", "0");

        assertThat(names("log2.csv")).containsExactly("part-00000.csv", "part-00001.csv", "part-00002.csv");
        assertThat(lines("log2.csv", 1)).hasSize(Log.BLOCK + 1).startsWith("hour;userId;songId;genderId;deviceId");
        assertThat(lines("log2.csv", 2)).hasSize(2).element(1).asString().matches(WELL_FORMED);
        assertThat(printed).contains("log2.csv: 1,000,001 lines");
    }

    @Test
    void withoutDirtEveryLineIsWellFormed() throws IOException {
        generate("--plays", "20000", "--users", "100", "--dirt", "0");

        assertThat(lines("log2.csv", 0).stream().skip(1)).allMatch(line -> WELL_FORMED.matcher(line).matches());
    }

    @Test
    void aLogWithoutPlaysIsAHeader() throws IOException {
        generate("--plays", "0", "--users", "1");

        assertThat(lines("log2.csv", 0)).containsExactly("hour;userId;songId;genderId;deviceId");
    }

    @Test
    void existingLogsAreReplacedOnlyWhenAskedAndTheirNeighboursNever() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("log2.csv"), "mine");
        Files.writeString(out.resolve("neighbour"), "mine too");

        assertThatThrownBy(() -> generate("--plays", "10", "--users", "5"))
            .isInstanceOf(JobFailure.class).hasMessageContaining("log2.csv exists");
        assertThat(names("")).containsExactly("log2.csv", "neighbour");
        assertThat(out.resolve("log2.csv")).hasContent("mine");

        generate("--plays", "10", "--users", "5", "--overwrite");
        assertThat(names("")).containsExactly("log1.csv", "log2.csv", "neighbour");
        assertThat(lines("log2.csv", 0)).hasSize(11);
    }

    private String generate(String... options) throws IOException {
        var out = new ByteArrayOutputStream();
        String[] arguments = Stream.concat(Stream.of(options), Stream.of("file:" + folder.resolve("out"))).toArray(String[]::new);
        new GeneratorJob(session, new PrintStream(out, true, StandardCharsets.UTF_8)).run(Arguments.parse(arguments));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path part(String log, int block) {
        return folder.resolve("out").resolve(log).resolve("part-%05d.csv".formatted(block));
    }

    private List<String> lines(String log, int block) throws IOException {
        return Files.readAllLines(part(log, block), StandardCharsets.ISO_8859_1);
    }

    private List<String> names(String log) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out").resolve(log))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".crc")).sorted().toList();
        }
    }
}
