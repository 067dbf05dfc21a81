package bigdata.features;

import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What every user of either log amounts to: a row a user, of those in one log only too, for they belong to the balance. */
final class FeatureTable {
    private static final long GENRES = 1L << 32;

    private FeatureTable() {}

    /**
     * Joins both logs.
     *
     * @return userId; of log1 lines, region, type, paid, conflict, and of log2 plays, topGenderId, topGenderIdSongs,
     *     distSongIds, each null when the user is not in that log
     */
    static Dataset<Row> of(Dataset<User> users, Dataset<Play> plays) {
        return perUser(users).join(listening(plays), col("userId").equalTo(col("listener")), "full_outer")
            .withColumn("userId", coalesce(col("userId"), col("listener"))).drop("listener");
    }

    /** A user whose lines differ in anything has no line that counts. */
    private static Dataset<Row> perUser(Dataset<User> users) {
        return users.groupBy("userId").agg(
            count(lit(1)).as("lines"),
            min("region").as("region"),
            min("type").as("type"),
            bool_and(col("paid")).as("paid"),
            min("region").notEqual(max("region"))
                .or(min("type").notEqual(max("type")))
                .or(bool_and(col("paid")).notEqual(bool_or(col("paid")))).as("conflict"));
    }

    /**
     * Counts plays by user and genre, and by user and song, in one pass (grouping sets), then brings both to the user. The
     * favourite genre is the largest {@code plays * 2^32 - genderId}: most plays, then the smallest id, in one number that
     * an aggregation without sorting can hold. From 2^31 plays of a genre by one user on, Spark's ANSI arithmetic fails the
     * job rather than give a wrong answer.
     */
    private static Dataset<Row> listening(Dataset<Play> plays) {
        plays.createOrReplaceTempView("plays");
        Dataset<Row> counted = plays.sparkSession().sql("""
            SELECT userId AS listener, genderId, songId, count(*) AS n
            FROM plays GROUP BY GROUPING SETS ((userId, genderId), (userId, songId))""");
        Column ofGenre = col("songId").isNull();
        Dataset<Row> listening = counted.groupBy("listener").agg(
            sum(when(ofGenre, col("n"))).as("plays"),
            count(col("songId")).as("distSongIds"),
            max(when(ofGenre, col("n").multiply(lit(GENRES)).minus(col("genderId")))).as("top"));
        Column plays2 = plays(col("top"));
        return listening
            .withColumn("topGenderIdSongs", plays2)
            .withColumn("topGenderId", plays2.multiply(lit(GENRES)).minus(col("top")))
            .drop("top");
    }

    /** The plays in {@code plays * 2^32 - genderId}: a genre is at most 2^31 - 1, so adding that never passes the next play. */
    private static Column plays(Column top) {
        return shiftright(top.plus(lit((long) Integer.MAX_VALUE)), 32);
    }
}
