package playsperhour

import org.apache.spark.sql.{DataFrame, SparkSession}
import org.apache.spark.sql.functions._
import scala.util.Using

/** `bigdata submit --class playsperhour.PlaysPerHourJob plays-per-hour-1.0.jar LOG OUTPUT`: a log's plays by hour of the day. */
object PlaysPerHourJob {

  /** Exits with 2 before Spark starts when the arguments are wrong. */
  def main(args: Array[String]): Unit =
    args match {
      case Array(log, output) => Using.resource(SparkSession.builder().appName("plays-per-hour").getOrCreate())(run(_, log, output))
      case _ =>
        Console.err.println("usage: PlaysPerHourJob LOG OUTPUT")
        sys.exit(2)
    }

  private def run(spark: SparkSession, log: String, output: String): Unit = {
    val csv = Map("sep" -> ";", "header" -> "true")
    perHour(spark.read.options(csv).csv(log)).coalesce(1).write.options(csv).csv(output)
    println(s"$log became $output")
  }

  /**
   * Counts plays by hour of the day. Plays without a real date and time are left out.
   *
   * @param plays with a column `hour`, as `18-10-2017 00:00:25`
   * @return `hourOfDay`, 0 to 23, and `plays`; one row for each hour in which somebody played, in order
   */
  def perHour(plays: DataFrame): DataFrame =
    plays
      .select(hour(try_to_timestamp(col("hour"), lit("dd-MM-yyyy HH:mm:ss"))).as("hourOfDay"))
      .where(col("hourOfDay").isNotNull)
      .groupBy("hourOfDay")
      .agg(count("*").as("plays"))
      .orderBy("hourOfDay")
}
