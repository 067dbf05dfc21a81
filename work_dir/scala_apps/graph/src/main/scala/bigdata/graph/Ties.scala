package bigdata.graph

import org.apache.spark.sql.{Dataset, SparkSession}
import org.apache.spark.sql.expressions.Window
import org.apache.spark.sql.functions._

/** A song and how many users heard it. */
final case class Song(songId: Int, genderId: Int, listeners: Long)

/**
 * Two songs, the one with the smaller id first.
 *
 * @param together  users who heard both
 * @param closeness `together` over the geometric mean of both songs' listeners: 0 to 1, and fame alone gains nothing
 */
final case class Tie(songId: Int, otherId: Int, together: Long, closeness: Double)

object Ties {

  /** Whoever heard more of the songs than this likes everything, and says little of which go together. */
  private val MostOfOneUser = 200

  /** The songs with most listeners; of equals the smaller id. */
  def songs(heard: Dataset[Heard], number: Int): Dataset[Song] = {
    import heard.sparkSession.implicits._
    heard
      .groupBy($"songId")
      .agg(min($"genderId").as("genderId"), countDistinct($"userId").as("listeners"))
      .orderBy($"listeners".desc, $"songId")
      .limit(number)
      .as[Song]
  }

  /** Each song's closest others, at most `neighbours` of them; a tie that both ends want is there once. */
  def between(songs: Dataset[Song], heard: Dataset[Heard], together: Int, neighbours: Int): Dataset[Tie] = {
    import songs.sparkSession.implicits._
    val pairs = closePairs(songs, heard, together)
    val both = pairs.union(pairs.select($"otherId", $"songId", $"together", $"closeness"))
    val closestFirst = Window.partitionBy($"songId").orderBy($"closeness".desc, $"otherId")
    both
      .withColumn("place", row_number().over(closestFirst))
      .filter($"place" <= neighbours)
      .select(
        least($"songId", $"otherId").as("songId"),
        greatest($"songId", $"otherId").as("otherId"),
        $"together",
        $"closeness"
      )
      .distinct()
      .as[Tie]
  }

  private def closePairs(songs: Dataset[Song], heard: Dataset[Heard], together: Int) = {
    val spark: SparkSession = songs.sparkSession
    import spark.implicits._
    val ofUser = heard
      .join(broadcast(songs.select($"songId")), "songId")
      .groupBy($"userId")
      .agg(sort_array(collect_set($"songId")).as("songs"))
      .filter(size($"songs") <= MostOfOneUser)
      .as[(Int, Seq[Int])]
    val counted = ofUser
      .flatMap { case (_, songs) => songs.combinations(2).collect { case Seq(one, other) => (one, other) } }
      .toDF("songId", "otherId")
      .groupBy("songId", "otherId")
      .agg(count(lit(1)).as("together"))
      .filter($"together" >= together)
    val listeners = songs.select($"songId", $"listeners")
    counted
      .join(broadcast(listeners), "songId")
      .join(broadcast(listeners.toDF("otherId", "listenersOfOther")), "otherId")
      .withColumn("closeness", $"together" / sqrt($"listeners" * $"listenersOfOther"))
      .select("songId", "otherId", "together", "closeness")
  }
}
