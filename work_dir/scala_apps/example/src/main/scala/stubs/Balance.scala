package stubs

import org.apache.spark.sql.{Column, DataFrame}
import org.apache.spark.sql.functions._

/**
 * What became of the lines of a log: read = used + filtered + rejected.
 *
 * @param used        lines that a row of the result stands on
 * @param outside     filtered: users outside the range
 * @param unmatched   filtered: users that the other log does not have
 * @param repeated    filtered: repetitions of a line of log1 that was counted once
 * @param malformed   rejected: not of the grammar
 * @param conflicting rejected: lines of log1 that contradict each other
 */
final case class Balance(
    log: String,
    read: Long,
    used: Long,
    outside: Long,
    unmatched: Long,
    repeated: Long,
    malformed: Long,
    conflicting: Long
) {
  def filtered: Long = outside + unmatched + repeated
  def rejected: Long = malformed + conflicting

  /** One line, for people and programs alike. */
  override def toString: String =
    s"$log: read=$read used=$used filtered=$filtered rejected=$rejected (filtered: outside the range $outside, not in the" +
      s" other log $unmatched, repeated $repeated; rejected: malformed $malformed, conflicting $conflicting)"
}

object Balance {
  import FeatureTable.{Conflict, Used}

  /** The balances of log1 and log2. */
  def of(table: DataFrame): Seq[Balance] = {
    import table.sparkSession.implicits._
    val (log1, log2) = table.agg(ofLog1.as("_1"), ofLog2.as("_2")).as[(Balance, Balance)].first()
    for (balance <- Seq(log1, log2))
      assert(balance.read == balance.used + balance.filtered + balance.rejected, s"the lines do not add up: $balance")
    Seq(log1, log2)
  }

  private val noUser = col("userId").isNull

  private def ofLog1: Column = {
    val lines = col("lines1")
    val single = !noUser && !Conflict && lines.isNotNull
    struct(
      lit("log1").as("log"),
      total(lines).as("read"),
      count_if(Used).as("used"),
      total(when(noUser, lines - col("malformed1"))).as("outside"),
      count_if(single && !Used).as("unmatched"),
      total(when(single, lines - 1)).as("repeated"),
      total(col("malformed1")).as("malformed"),
      total(when(Conflict, lines)).as("conflicting")
    )
  }

  private def ofLog2: Column = {
    val lines = col("lines2")
    struct(
      lit("log2").as("log"),
      total(lines).as("read"),
      total(when(Used, lines)).as("used"),
      total(when(noUser, lines - col("malformed2"))).as("outside"),
      total(when(!noUser && !Used, lines)).as("unmatched"),
      lit(0L).as("repeated"),
      total(col("malformed2")).as("malformed"),
      lit(0L).as("conflicting")
    )
  }

  private def total(column: Column): Column = coalesce(sum(column), lit(0L))
}
