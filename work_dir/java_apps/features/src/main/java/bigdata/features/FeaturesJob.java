package bigdata.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The main job: one pass over each log, the balance, the rejects, and only then the result. */
final class FeaturesJob {
    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
    private static final long BYTES_A_PARTITION = 32L << 20;
    private static final String CONTRADICTION = "lines of this user contradict each other";
    private static final Column IN_LOG1 = col("lines").isNotNull();
    private static final Column IN_LOG2 = col("plays").isNotNull();
    private static final Column CONFLICT = coalesce(col("conflict"), lit(false));
    private static final Column USED = IN_LOG1.and(IN_LOG2).and(not(CONFLICT));

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final Configuration configuration;
    private final PrintStream out;

    FeaturesJob(SparkSession session, PrintStream out) {
        this.session = session;
        this.spark = new JavaSparkContext(session.sparkContext());
        this.configuration = spark.hadoopConfiguration();
        this.out = out;
    }

    /**
     * Runs the job and returns the balances of log1 and log2.
     *
     * @throws JobFailure when the job cannot go on; there is no result then, and rejects only if there were too many
     */
    List<Balance> run(Arguments arguments) throws IOException {
        Input log1 = Input.find(Grammar.LOG1, arguments.log1(), configuration);
        Input log2 = Input.find(Grammar.LOG2, arguments.log2(), configuration);
        announce(arguments, log1, log2);
        try (OutputFolder output = new OutputFolder(arguments.output(), arguments.overwrite(), configuration);
                OutputFolder rejects = new OutputFolder(arguments.rejects(), arguments.overwrite(), configuration)) {
            rejects.create();
            fitShuffles(log1.bytes() + log2.bytes());
            var users = new LogReader<>(spark, log1, Grammar.LOG1, rejects.staging());
            var plays = new LogReader<>(spark, log2, Grammar.LOG2, rejects.staging());
            Dataset<Row> table = FeatureTable.of(
                session.createDataset(users.read(arguments.range()).rdd(), Encoders.bean(User.class)),
                session.createDataset(plays.read(arguments.range()).rdd(), Encoders.bean(Play.class)))
                .persist(StorageLevel.MEMORY_AND_DISK());
            try {
                Reckoning reckoning = reckon(table, users, plays);
                reckoning.balances().forEach(out::println);
                keepRejects(rejects, users.reject(reckoning.conflicting(), CONTRADICTION), users, plays);
                refuseTooMany(reckoning.balances(), rejects, arguments);
                write(table, output.staging());
                rejects.publish();
                output.publish();
                return reckoning.balances();
            } finally {
                table.unpersist();
            }
        }
    }

    private void announce(Arguments arguments, Input log1, Input log2) throws IOException {
        for (Input input : List.of(log1, log2)) {
            out.printf("%-8s %s is %s: %,d files, %,d bytes%n", input.grammar().log(), input.given(), input.place(),
                input.files().size(), input.bytes());
        }
        Path output = Place.of(arguments.output(), configuration);
        Path rejects = Place.of(arguments.rejects(), configuration);
        out.printf("%-8s %s is %s%n", "output", arguments.output(), output);
        out.printf("%-8s %s is %s%n", "rejects", arguments.rejects(), rejects);
        refuseOverlap("the output", output, "the rejects", rejects);
        for (Input input : List.of(log1, log2)) {
            for (Path file : input.files()) {
                Path place = Place.of(file, configuration);
                refuseOverlap("the output", output, "a file of " + input.grammar().log(), place);
                refuseOverlap("the folder of the rejects", rejects, "a file of " + input.grammar().log(), place);
            }
        }
    }

    private static void refuseOverlap(String what, Path place, String other, Path otherPlace) {
        if (Place.overlap(place, otherPlace)) {
            throw new JobFailure("%s, %s, and %s, %s, overlap; name another place".formatted(what, place, other, otherPlace));
        }
    }

    /** Spark's 200 partitions cost seconds for small logs; what a user sets stays. */
    private void fitShuffles(long bytes) {
        if (!spark.getConf().contains(SHUFFLE_PARTITIONS)) {
            long partitions = Math.max(spark.defaultParallelism(), bytes / BYTES_A_PARTITION);
            session.conf().set(SHUFFLE_PARTITIONS, partitions);
        }
    }

    /** The one action that reads the logs; the table is kept for the result. */
    private static Reckoning reckon(Dataset<Row> table, LogReader<User> users, LogReader<Play> plays) {
        Column single = not(CONFLICT);
        Row sums = table.agg(
            count_if(USED),
            count_if(IN_LOG1.and(single).and(not(IN_LOG2))),
            sum(when(IN_LOG1.and(single), col("lines").minus(1))),
            sum(when(CONFLICT, col("lines"))),
            sum(when(USED, col("plays"))),
            sum(when(not(USED), col("plays"))),
            collect_list(when(CONFLICT, col("userId")))).first();
        return new Reckoning(List.of(
            Balance.ofReading("log1", users.tallies())
                .withJoin(number(sums, 0), number(sums, 1), number(sums, 2), number(sums, 3)),
            Balance.ofReading("log2", plays.tallies()).withJoin(number(sums, 4), number(sums, 5), 0, 0)),
            new HashSet<>(sums.getList(6)));
    }

    private static long number(Row sums, int column) {
        return sums.isNullAt(column) ? 0 : sums.getLong(column);
    }

    private record Reckoning(List<Balance> balances, Set<Integer> conflicting) {}

    /** Deletes what tasks left that ran twice or died: only files of tasks that counted are rejects. */
    private void keepRejects(OutputFolder rejects, List<String> conflicts, LogReader<User> users, LogReader<Play> plays)
            throws IOException {
        Set<String> kept = new HashSet<>(conflicts);
        Stream.concat(users.tallies().stream(), plays.tallies().stream())
            .map(SplitTally::rejects).filter(Objects::nonNull).forEach(kept::add);
        FileSystem fileSystem = rejects.staging().getFileSystem(configuration);
        for (FileStatus file : fileSystem.listStatus(rejects.staging())) {
            if (!kept.contains(file.getPath().getName())) {
                fileSystem.delete(file.getPath(), false);
            }
        }
    }

    private static void refuseTooMany(List<Balance> balances, OutputFolder rejects, Arguments arguments) throws IOException {
        for (Balance balance : balances) {
            if (!arguments.maxRejects().allows(balance.rejected(), balance.read())) {
                rejects.publish();
                throw new JobFailure(("%d of %d lines of %s are rejected, more than --max-rejects %s allows; look at %s, then"
                    + " correct the log or allow more (with --overwrite)").formatted(balance.rejected(), balance.read(),
                    balance.log(), arguments.maxRejects(), arguments.rejects()));
            }
        }
    }

    private void write(Dataset<Row> table, Path folder) throws IOException {
        table.filter(USED)
            .select("userId", "topGenderId", "topGenderIdSongs", "distSongIds", "region", "type", "paid")
            .coalesce(1).sortWithinPartitions("userId")
            .write().option("sep", ";").option("header", true).option("lineSep", "\n").csv(folder.toString());
        FileSystem fileSystem = folder.getFileSystem(configuration);
        for (FileStatus part : fileSystem.globStatus(new Path(folder, "part-*"))) {
            fileSystem.rename(part.getPath(), new Path(folder, "part-00000.csv"));
        }
    }
}
