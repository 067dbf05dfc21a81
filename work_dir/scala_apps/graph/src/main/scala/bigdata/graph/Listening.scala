package bigdata.graph

import org.apache.spark.sql.{Dataset, SparkSession}
import org.apache.spark.sql.functions._

/** A user heard a song, however often. */
final case class Heard(userId: Int, songId: Int, genderId: Int)

object Listening {
  private val Play = """^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d;(-?\d{1,10});(-?\d{1,10});(-?\d{1,10});\d+_\d+\z"""

  /** Who heard what. Lines that are no plays, the header too, are left out: the main job is who accounts for them. */
  def read(spark: SparkSession, log2: String): Dataset[Heard] = {
    import spark.implicits._
    def field(group: Int, name: String) = regexp_extract($"value", Play, group).try_cast("int").as(name)
    spark.read
      .text(log2)
      .filter($"value".rlike(Play))
      .select(field(1, "userId"), field(2, "songId"), field(3, "genderId"))
      .na
      .drop()
      .distinct()
      .as[Heard]
  }
}
