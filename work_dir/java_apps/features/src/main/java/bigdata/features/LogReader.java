package bigdata.features;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads one log. Rejected lines go straight to files in the staging folder of the rejects: no second look at the log.
 *
 * @param <T> what a line holds
 */
final class LogReader<T extends OfUser> {
    private final JavaSparkContext spark;
    private final Input input;
    private final Grammar<T> grammar;
    private final Path rejects;
    private final Broadcast<SerializableConfiguration> configuration;
    private final CollectionAccumulator<SplitTally> reports;
    private int splits;

    LogReader(JavaSparkContext spark, Input input, Grammar<T> grammar, Path rejects) {
        this.spark = spark;
        this.input = input;
        this.grammar = grammar;
        this.rejects = rejects;
        this.configuration = SerializableConfiguration.broadcast(spark.sc(), spark.hadoopConfiguration());
        this.reports = spark.sc().collectionAccumulator(grammar.log() + " splits");
    }

    /** The well-formed lines of users in the range. The tallies are complete once an action has read all of it. */
    JavaRDD<T> read(IdRange range) {
        JavaNewHadoopRDD<LongWritable, Text> lines = lines();
        splits = lines.getNumPartitions();
        var task = new Task<>(grammar, rejects.toString(), configuration);
        var counted = reports;
        return lines.mapPartitionsWithInputSplit(
            (split, records) -> new ParsedLines<>(new SplitLines(split, records), task, range, counted), false);
    }

    /** What became of every line, once it was read. */
    Collection<SplitTally> tallies() {
        Collection<SplitTally> tallies = SplitTally.ofEachSplit(reports.value());
        if (tallies.size() != splits) {
            throw new IllegalStateException(tallies.size() + " of " + splits + " splits of " + grammar.log() + " were read");
        }
        return tallies;
    }

    /** Rejects every well-formed line of these users, with the reason; returns the names of the files of rejected lines. */
    List<String> reject(Set<Integer> users, String reason) {
        if (users.isEmpty()) {
            return List.of();
        }
        var task = new Task<>(grammar, rejects.toString(), configuration);
        var rejected = spark.broadcast(users);
        return lines().mapPartitionsWithInputSplit((split, records) -> {
            SplitLines lines = new SplitLines(split, records);
            Grammar.Parser<T> parser = task.grammar().parser();
            try (RejectsFile file = task.rejectsFile("duplicates")) {
                while (lines.next()) {
                    if (isOf(rejected.value(), lines, parser)) {
                        file.add(lines.file(), reason, lines.bytes(), lines.length());
                    }
                }
                return file.name() == null ? List.<String>of().iterator() : List.of(file.name()).iterator();
            }
        }, false).collect();
    }

    private static boolean isOf(Set<Integer> users, SplitLines lines, Grammar.Parser<? extends OfUser> parser) {
        try {
            return users.contains(parser.parse(lines.bytes(), lines.length()).getUserId());
        } catch (MalformedLine alreadyRejected) {
            return false;
        }
    }

    private JavaNewHadoopRDD<LongWritable, Text> lines() {
        Configuration files = ChosenFiles.configuration(spark.hadoopConfiguration(), input, spark.defaultParallelism());
        return (JavaNewHadoopRDD<LongWritable, Text>)
            spark.newAPIHadoopRDD(files, ChosenFiles.class, LongWritable.class, Text.class);
    }

    /** What a task needs. */
    record Task<T>(Grammar<T> grammar, String rejects, Broadcast<SerializableConfiguration> configuration)
            implements Serializable {
        RejectsFile rejectsFile(String kind) {
            TaskContext context = TaskContext.get();
            String name = "%s-%s-%05d-%d.csv".formatted(grammar.log(), kind, context.partitionId(), context.taskAttemptId());
            return new RejectsFile(new Path(rejects, name), configuration.value().value());
        }
    }
}
