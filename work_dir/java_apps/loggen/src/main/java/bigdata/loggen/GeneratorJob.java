package bigdata.loggen;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Writes both logs, a task a block, and puts them in their places when all blocks are there. */
final class GeneratorJob {
    private final JavaSparkContext spark;
    private final PrintStream out;

    GeneratorJob(SparkSession session, PrintStream out) {
        this.spark = new JavaSparkContext(session.sparkContext());
        this.out = out;
    }

    /** @throws JobFailure when a log exists or cannot be put in its place; the folder is then as it was */
    void run(Arguments arguments) throws IOException {
        Configuration configuration = spark.hadoopConfiguration();
        World world = arguments.world();
        Catalogue catalogue = new Catalogue(world.songs());
        Population population = new Population(world, catalogue);
        Rhythm rhythm = new Rhythm(world.start(), world.days());
        List<Log> logs = List.of(new UserLog(world, population), new PlayLog(world, population, catalogue, rhythm));
        try (Publication publication = new Publication(arguments.output(), arguments.overwrite(), configuration)) {
            for (Log log : logs) {
                Path place = new Path(arguments.output(), log.folder());
                out.printf("%s is %s%n", place, publication.place(log.folder()));
                publication.refuseExisting(log.folder());
            }
            List<BlockFile.Written> written = write(logs, publication.staging());
            publication.publish(logs.stream().map(Log::folder).toList());
            logs.forEach(log -> summarize(log, written));
        }
    }

    private List<BlockFile.Written> write(List<Log> logs, Path staging) {
        List<Block> blocks = new ArrayList<>();
        for (int log = 0; log < logs.size(); log++) {
            for (int block = 0; block < logs.get(log).blocks(); block++) {
                blocks.add(new Block(log, block));
            }
        }
        var everything = spark.broadcast(new ArrayList<>(logs));
        var configuration = SerializableConfiguration.broadcast(spark.sc(), spark.hadoopConfiguration());
        String folder = staging.toString();
        return spark.parallelize(blocks, blocks.size()).map(block -> BlockFile.write(everything.value().get(block.log()),
            block.index(), folder, TaskContext.get().taskAttemptId(), configuration.value().value())).collect();
    }

    private void summarize(Log log, List<BlockFile.Written> written) {
        List<BlockFile.Written> ofLog = written.stream().filter(block -> block.folder().equals(log.folder())).toList();
        out.printf("%s: %,d lines, %,d bytes in %,d files%n", log.folder(),
            ofLog.stream().mapToLong(BlockFile.Written::lines).sum(),
            ofLog.stream().mapToLong(BlockFile.Written::bytes).sum(), ofLog.size());
    }

    /** A task: a block of a log. */
    private record Block(int log, int index) implements Serializable {}
}
