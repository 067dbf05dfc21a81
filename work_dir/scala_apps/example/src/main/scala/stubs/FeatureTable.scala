package stubs

import org.apache.spark.sql.{Column, DataFrame}
import org.apache.spark.sql.functions._

/**
 * What every user of either log amounts to, a row each. Lines that belong to no user in the range share the row without a
 * `userId`: so every line is in the table, and the balance needs no second look at the logs.
 *
 * `lines1`, `malformed1`, `region`, `type`, `paid`, `conflict` are of log1, `lines2`, `malformed2`, `topGenderId`,
 * `topGenderIdSongs`, `distSongIds` of log2; all are null when the user is not in that log.
 */
object FeatureTable {
  private val inRange = col("userId").isNotNull
  private val inLog1 = col("lines1").isNotNull
  private val inLog2 = col("lines2").isNotNull

  /** Whether the lines of log1 of this user contradict each other. */
  val Conflict: Column = inRange && coalesce(col("conflict"), lit(false))

  /** Whether the user has a row in the result. */
  val Used: Column = inRange && inLog1 && inLog2 && !Conflict

  def of(users: DataFrame, plays: DataFrame, range: IdRange): DataFrame = {
    def within(lines: DataFrame) =
      lines.withColumn("userId", when(col("userId").between(range.min, range.max), col("userId")))
    val left = perUser(within(users))
    val right = listening(within(plays)).withColumnRenamed("userId", "listener")
    left
      .join(right, col("userId") <=> col("listener"), "full_outer")
      .withColumn("userId", coalesce(col("userId"), col("listener")))
      .drop("listener")
  }

  private def perUser(users: DataFrame): DataFrame =
    users
      .groupBy("userId")
      .agg(
        count(lit(1)).as("lines1"),
        count("reason").as("malformed1"),
        min("region").as("region"),
        min("type").as("type"),
        min("paid").as("paid"),
        Seq("region", "type", "paid").map(field => min(field) =!= max(field)).reduce(_ || _).as("conflict")
      )

  /**
   * Counts plays by user and genre, and by user and song, in one pass, then brings both to the user. The favourite genre has
   * the largest `plays * 2^32 - genderId`: most plays, then the smallest id.
   */
  private def listening(plays: DataFrame): DataFrame = {
    val (user, genre, song) = (col("userId"), col("genderId"), col("songId"))
    val number = col("plays")
    plays
      .groupingSets(Seq(Seq(user, genre), Seq(user, song)), user, genre, song)
      .agg(count(lit(1)).as("plays"), count("reason").as("malformed"), (grouping("songId") === 1).as("ofGenre"))
      .groupBy("userId")
      .agg(
        sum(when(col("ofGenre"), number)).as("lines2"),
        sum(when(col("ofGenre"), col("malformed"))).as("malformed2"),
        max_by(genre, when(col("ofGenre"), number * lit(1L << 32) - genre)).as("topGenderId"),
        max(when(col("ofGenre"), number)).as("topGenderIdSongs"),
        count_if(!col("ofGenre")).as("distSongIds")
      )
  }
}
