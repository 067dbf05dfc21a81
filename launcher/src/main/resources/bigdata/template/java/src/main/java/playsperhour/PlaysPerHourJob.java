package playsperhour;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_to_timestamp;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@code bigdata submit --class playsperhour.PlaysPerHourJob plays-per-hour-1.0.jar LOG OUTPUT}: a log's plays by hour of the day. */
public final class PlaysPerHourJob {
    private PlaysPerHourJob() {}

    /** Exits with 2 before Spark starts when the arguments are wrong. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: PlaysPerHourJob LOG OUTPUT");
            System.exit(2);
        }
        try (SparkSession spark = SparkSession.builder().appName("plays-per-hour").getOrCreate()) {
            Dataset<Row> plays = spark.read().option("sep", ";").option("header", true).csv(args[0]);
            perHour(plays).coalesce(1).write().option("sep", ";").option("header", true).csv(args[1]);
            System.out.println(args[0] + " became " + args[1]);
        }
    }

    /**
     * Counts plays by hour of the day. Plays without a real date and time are left out.
     *
     * @param plays with a column {@code hour}, as {@code 18-10-2017 00:00:25}
     * @return {@code hourOfDay}, 0 to 23, and {@code plays}; one row for each hour in which somebody played, in order
     */
    static Dataset<Row> perHour(Dataset<Row> plays) {
        return plays.select(hour(try_to_timestamp(col("hour"), lit("dd-MM-yyyy HH:mm:ss"))).as("hourOfDay"))
                .where(col("hourOfDay").isNotNull())
                .groupBy("hourOfDay").agg(count("*").as("plays"))
                .orderBy("hourOfDay");
    }
}
