package bigdata.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class FeaturesJobTest {
    private static final String HEADER1 = "userId;region;type;paid\n";
    private static final String HEADER2 = "hour;userId;songId;genderId;deviceId\n";
    private static final String HEADER = "userId;topGenderId;topGenderIdSongs;distSongIds;region;type;paid\n";
    private static final String HOUR = "18-10-2017 00:00:25;";

    @TempDir
    Path folder;
    private SparkSession session;
    private String printed;

    @BeforeEach
    void useTheSharedSpark(SparkSession shared) {
        session = shared.newSession();
    }

    @Test
    void aUserGetsTheFavouriteGenreItsPlaysAndTheNumberOfDifferentSongs() throws IOException {
        log1("10;3;1;false\n9;0;0;true\n");
        log2(HOUR + "9;1;16;1_9\n" + HOUR + "9;2;23;1_9\n" + HOUR + "9;2;23;2_9\n" + HOUR + "10;5;7;1_10\n");

        run();

        assertThat(result()).isEqualTo(HEADER + "9;23;2;2;0;0;true\n10;7;1;1;3;1;false\n");
    }

    @Test
    void amongGenresWithEquallyManyPlaysTheSmallestIdWins() throws IOException {
        log1("9;0;0;true\n");
        log2(HOUR + "9;1;2147483647;1_9\n" + HOUR + "9;1;-2147483648;1_9\n" + HOUR + "9;1;0;1_9\n");

        run();

        assertThat(result()).isEqualTo(HEADER + "9;-2147483648;1;1;0;0;true\n");
    }

    @Test
    void everyLineIsAccountedFor() throws IOException {
        log1("9;0;0;true\n9;0;0;true\n8;1;1;true\n7;1;1;true\n7;1;1;false\n70;1;1;true\nx\n");
        log2(HOUR + "9;1;1;1_9\n" + HOUR + "7;1;1;1_9\n" + HOUR + "6;1;1;1_9\n" + HOUR + "70;1;1;1_9\n\n");

        List<Balance> balances = run("--max-rejects", "50%");

        assertThat(balances).containsExactly(
            new Balance("log1", 7, 1, 1, 1, 1, 1, 2),
            new Balance("log2", 5, 1, 1, 2, 0, 1, 0));
        assertThat(printed).contains("log1: read=7 used=1 filtered=3 rejected=3", "log2: read=5 used=1 filtered=3 rejected=1");
    }

    @Test
    void aRejectedLineIsKeptWithItsFileAndReason() throws IOException {
        log1("9;0;0;true\n9;0;0;false\n007;1;1;true\n7;1;1;false\nx;0;0;true\n\0\n");
        log2("31-02-2017 00:00:00;9;1;1;1_9\r\n" + "y".repeat(10 << 20) + "\n");

        run("--max-rejects", "100%");

        String contradiction = "lines of this user contradict each other;";
        assertThat(rejects()).containsExactlyInAnyOrder(
            rejected("log1.csv", contradiction + "9;0;0;true"),
            rejected("log1.csv", contradiction + "9;0;0;false"),
            rejected("log1.csv", contradiction + "007;1;1;true"),
            rejected("log1.csv", contradiction + "7;1;1;false"),
            rejected("log1.csv", "userId is not a number;x;0;0;true"),
            rejected("log1.csv", "NUL;\u2400"),
            rejected("log2.csv", "hour is not a real date and time;31-02-2017 00:00:00;9;1;1;1_9"),
            rejected("log2.csv", "1 field instead of 5;" + "y".repeat(1_000)));
    }

    @Test
    void bomsCrlfAndAMissingLastNewlineAreFine() throws IOException {
        write("log1.csv", "\uFEFF" + (HEADER1 + "9;0;0;true\n").replace("\n", "\r\n"));
        write("log2.csv", "\uFEFF" + HEADER2 + HOUR + "9;1;1;1_9");

        run("--max-rejects", "0");

        assertThat(result()).isEqualTo(HEADER + "9;1;1;1;0;0;true\n");
    }

    @Test
    void theResultIsTheSameHoweverTheLogsAndTheWorkAreCut() throws IOException {
        List<String> users = IntStream.range(0, 500).mapToObj(id -> id + ";" + id % 7 + ";" + id % 3 + ";true\n").toList();
        List<String> plays = IntStream.range(0, 5_000)
            .mapToObj(i -> HOUR + i * 31 % 600 + ";" + i % 97 + ";" + i % 11 + ";1_1\n").toList();
        log1(String.join("", users));
        log2(String.join("", plays));
        session.conf().set("spark.sql.shuffle.partitions", 1);
        run();
        String whole = result();
        Files.createDirectory(folder.resolve("parts"));
        for (int part = 0; part < 7; part++) {
            int mine = part;
            write("parts/" + part + ".csv", HEADER2 + IntStream.range(0, plays.size()).filter(i -> i % 7 == mine)
                .mapToObj(plays::get).collect(Collectors.joining()));
        }
        session.conf().set("spark.sql.shuffle.partitions", 13);

        for (String cut : List.of("parts", "parts/[0-6].csv")) {
            run("log1.csv", cut, "--overwrite");
            assertThat(result()).isEqualTo(whole);
        }
    }

    @Test
    void everySplitOfALogIsReadAndCountedOnce() throws IOException {
        log1("9;0;0;true\n");
        write("log2.csv", "\uFEFF" + HEADER2.replace("\n", "\r\n") + (HOUR + "9;1;1;1_9\r\n").repeat(60) + "bad\n");
        Configuration hadoop = session.sparkContext().hadoopConfiguration();

        for (int bytes : new int[] {64, 101, 1_000}) {
            hadoop.setLong(FileInputFormat.SPLIT_MAXSIZE, bytes);
            try {
                assertThat(run("--overwrite", "--max-rejects", "1")).contains(new Balance("log2", 61, 60, 0, 0, 0, 1, 0));
            } finally {
                hadoop.unset(FileInputFormat.SPLIT_MAXSIZE);
            }
            assertThat(result()).isEqualTo(HEADER + "9;1;60;1;0;0;true\n");
            assertThat(rejects()).containsExactly(rejected("log2.csv", "1 field instead of 5;bad"));
        }
    }

    @Test
    void aLogOfItsHeaderAloneGivesAnEmptyResult() throws IOException {
        log1("9;0;0;true\n");
        log2("");

        run();

        assertThat(result()).isEqualTo(HEADER);
    }

    @Test
    void tooManyRejectsFailTheJobWithoutAResultButShowTheLines() throws IOException {
        log1("9;0;0;true\n");
        log2(HOUR + "9;1;1;1_9\nbad\n");

        assertThatThrownBy(this::run).isInstanceOf(JobFailure.class)
            .hasMessageContaining("1 of 2 lines of log2 are rejected, more than --max-rejects 1% allows");

        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(rejects()).containsExactly(rejected("log2.csv", "1 field instead of 5;bad"));
        assertNothingHiddenIsLeft();
    }

    @Test
    void anExistingOutputIsRefusedAndReplacedOnlyWhenAsked() throws IOException {
        log1("9;0;0;true\n");
        log2(HOUR + "9;1;1;1_9\n");
        Files.createDirectory(folder.resolve("out"));
        write("out/mine.txt", "mine");

        assertThatThrownBy(this::run).isInstanceOf(JobFailure.class).hasMessageContaining("exists");
        assertThat(folder.resolve("out/mine.txt")).hasContent("mine");

        run("--overwrite");
        assertThat(result()).endsWith("9;1;1;1;0;0;true\n");
        assertThat(folder.resolve("out/mine.txt")).doesNotExist();
        assertNothingHiddenIsLeft();
    }

    @Test
    void anOutputThatWouldReplaceALogIsRefused() throws IOException {
        log1("9;0;0;true\n");
        log2(HOUR + "9;1;1;1_9\n");
        Files.createDirectory(folder.resolve("out"));
        Files.move(folder.resolve("log2.csv"), folder.resolve("out/log2.csv"));

        assertThatThrownBy(() -> run("log1.csv", "out/log2.csv", "--overwrite"))
            .isInstanceOf(JobFailure.class).hasMessageContaining("overlap");
        assertThat(folder.resolve("out/log2.csv")).exists();
    }

    @Test
    void aLogThatIsMissingEmptyOrOfAnotherKindIsNamed() throws IOException {
        log1("9;0;0;true\n");
        log2("");
        write("zero.csv", "");
        write("half.csv", "userId;reg");
        write("longer.csv", "userId;region;type;paid;\n");
        Files.createDirectory(folder.resolve("none"));
        write("none/_SUCCESS", "");

        for (String log : List.of("nowhere.csv", "zero.csv", "half.csv", "longer.csv", "log2.csv", "none", "x*")) {
            assertThatThrownBy(() -> run(log, "log2.csv")).isInstanceOf(JobFailure.class)
                .hasMessageStartingWith("log1: ").hasMessageContaining(log);
        }
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("out.rejects")).doesNotExist();
    }

    private List<Balance> run(String... options) throws IOException {
        return options.length > 0 && !options[0].startsWith("--")
            ? run(Stream.of(options).skip(2).toList(), options[0], options[1])
            : run(List.of(options), "log1.csv", "log2.csv");
    }

    private List<Balance> run(List<String> options, String log1, String log2) throws IOException {
        var out = new ByteArrayOutputStream();
        var arguments = Stream.concat(
            Stream.of("1", "50", uri(log1), uri(log2), uri("out")), options.stream()).toArray(String[]::new);
        try {
            return new FeaturesJob(session, new PrintStream(out, true, StandardCharsets.UTF_8)).run(Arguments.parse(arguments));
        } finally {
            printed = out.toString(StandardCharsets.UTF_8);
        }
    }

    private String uri(String name) {
        return "file:" + folder.resolve(name);
    }

    private void log1(String lines) throws IOException {
        write("log1.csv", HEADER1 + lines);
    }

    private void log2(String lines) throws IOException {
        write("log2.csv", HEADER2 + lines);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private String result() throws IOException {
        assertThat(folder.resolve("out/_SUCCESS")).exists();
        return String.join("", contents("out"));
    }

    private List<String> rejects() throws IOException {
        return contents("out.rejects").stream().flatMap(String::lines).toList();
    }

    private String rejected(String file, String rest) {
        return "file:" + folder.resolve(file) + ";" + rest;
    }

    private List<String> contents(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".csv")).sorted().toList()) {
                contents.add(Files.readString(file));
            }
            return contents;
        }
    }

    private void assertNothingHiddenIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
        }
    }
}
