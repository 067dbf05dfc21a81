package stubs

import java.io.PrintStream
import org.apache.hadoop.fs.Path
import org.apache.spark.sql.{Column, DataFrame, SparkSession}
import org.apache.spark.sql.functions._
import org.apache.spark.storage.StorageLevel
import scala.util.Using

/** The main job: one pass over each log for the table and the balance, a second for rejects if there are any, the result. */
final class FeaturesJob(spark: SparkSession, out: PrintStream) {
  private val configuration = spark.sparkContext.hadoopConfiguration

  /** Runs the job and returns the balances of log1 and log2, or throws a [[JobFailure]] and leaves no result. */
  def run(arguments: Arguments): Seq[Balance] = {
    val log1 = LogFiles.find(Grammar.Log1, arguments.log1, configuration)
    val log2 = LogFiles.find(Grammar.Log2, arguments.log2, configuration)
    announce(arguments, Seq(log1, log2))
    fitShuffles(log1.bytes + log2.bytes)
    Using.resources(
      new OutputFolder(arguments.output, arguments.overwrite, configuration),
      new OutputFolder(arguments.rejects, arguments.overwrite, configuration)
    )(compute(arguments, log1, log2, _, _))
  }

  private def compute(
      arguments: Arguments,
      log1: LogFiles,
      log2: LogFiles,
      output: OutputFolder,
      rejects: OutputFolder
  ) = {
    val users = Grammar.Log1.parse(log1.lines(spark))
    val plays = Grammar.Log2.parse(log2.lines(spark))
    val table = FeatureTable.of(users, plays, arguments.range).persist(StorageLevel.MEMORY_AND_DISK)
    try {
      val balances = Balance.of(table)
      balances.foreach(out.println)
      if (balances.exists(_.rejected > 0))
        Rejects.of(users, plays, table).write.mode("append").option("lineSep", "\n").text(rejects.staging.toString)
      for (balance <- balances.find(balance => !arguments.maxRejects.allows(balance.rejected, balance.read))) {
        rejects.publish()
        throw JobFailure(
          s"${balance.rejected} of ${balance.read} lines of ${balance.log} are rejected, more than --max-rejects" +
            s" ${arguments.maxRejects} allows; look at ${arguments.rejects}, then correct the log or allow more (with --overwrite)"
        )
      }
      write(table, output.staging)
      rejects.publish()
      output.publish()
      balances
    } finally table.unpersist()
  }

  private def announce(arguments: Arguments, logs: Seq[LogFiles]): Unit = {
    for (log <- logs)
      out.println(
        f"${log.grammar.log}%-8s ${log.path} is ${log.place}: ${log.files.size}%,d files, ${log.bytes}%,d bytes"
      )
    val output = Place.of(arguments.output, configuration)
    val rejects = Place.of(arguments.rejects, configuration)
    out.println(f"${"output"}%-8s ${arguments.output} is $output")
    out.println(f"${"rejects"}%-8s ${arguments.rejects} is $rejects")
    refuseOverlap("the output", output, "the rejects", rejects)
    for (log <- logs; file <- log.files) {
      val place = Place.of(file.getPath, configuration)
      refuseOverlap("the output", output, s"a file of ${log.grammar.log}", place)
      refuseOverlap("the folder of the rejects", rejects, s"a file of ${log.grammar.log}", place)
    }
  }

  private def refuseOverlap(what: String, place: Path, other: String, otherPlace: Path): Unit =
    if (Place.overlap(place, otherPlace))
      throw JobFailure(s"$what, $place, and $other, $otherPlace, overlap; name another place")

  /** Spark's 200 partitions cost seconds for small logs; what a user sets stays. */
  private def fitShuffles(bytes: Long): Unit =
    if (!spark.sparkContext.getConf.contains("spark.sql.shuffle.partitions"))
      spark.conf.set(
        "spark.sql.shuffle.partitions",
        (bytes / (32L << 20)).max(spark.sparkContext.defaultParallelism.toLong)
      )

  private def write(table: DataFrame, folder: Path): Unit =
    table
      .filter(FeatureTable.Used)
      .select("userId", "topGenderId", "topGenderIdSongs", "distSongIds", "region", "type", "paid")
      .coalesce(1)
      .sortWithinPartitions("userId")
      .write
      .mode("append")
      .options(Map("sep" -> ";", "header" -> "true", "lineSep" -> "\n"))
      .csv(folder.toString)
}

/** The rejected lines, `file;reason;line`, as readable text whatever they were. */
object Rejects {
  private val Contradiction = "lines of this user contradict each other"
  private val Controls = ('\u0000' to '\u001F').mkString + '\u007F'
  private val Pictures = ('\u2400' to '\u241F').mkString + '\u2421'

  def of(users: DataFrame, plays: DataFrame, table: DataFrame): DataFrame = {
    val conflicting = table.filter(FeatureTable.Conflict).select("userId")
    val contradicting = users.join(conflicting, Seq("userId"), "left_semi").withColumn("reason", lit(Contradiction))
    Seq(users.filter(col("reason").isNotNull), plays.filter(col("reason").isNotNull), contradicting)
      .map(_.select(concat_ws(";", replace(col("file"), lit(";"), lit("%3B")), col("reason"), readable(col("text")))))
      .reduce(_ union _)
  }

  /** Cut to 1,000 characters, U+FFFD for what is not UTF-8, control characters by their pictures: one line stays one line. */
  private def readable(text: Column): Column =
    translate(regexp_extract(text, "(?s)^.{0,1000}", 0), Controls, Pictures)
}
