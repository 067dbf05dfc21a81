package stubs

import org.apache.spark.sql.{Column, DataFrame, Dataset}
import org.apache.spark.sql.functions._

/** What a field of a log may hold, to the byte: a text that is not of the kind has a flaw, any other has a value. */
sealed trait Kind {

  /** What is wrong with the text, null when nothing is. */
  def flaw(text: Column): Column
  def value(text: Column): Column = text
}

object Kind {

  /** `-?[0-9]{1,10}` within 32 bits. */
  case object Number extends Kind {
    def flaw(text: Column): Column =
      when(text.rlike("""^-?[0-9]{11,}\z"""), "has more than 10 digits")
        .when(!text.rlike("""^-?[0-9]+\z"""), "is not a number")
        .when(value(text).isNull, "is out of the range of an int")
    override def value(text: Column): Column = text.try_cast("int")
  }

  /** Exactly `true` or `false`. */
  case object Flag extends Kind {
    def flaw(text: Column): Column = when(!text.isin("true", "false"), "is not true or false")
    override def value(text: Column): Column = text === "true"
  }

  /** `dd-MM-yyyy HH:mm:ss` of the Gregorian calendar, years 0001 to 9999, no leap seconds, no 24:00:00. */
  case object Moment extends Kind {
    def flaw(text: Column): Column =
      when(!text.rlike("""^[0-9]{2}-[0-9]{2}-[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}\z"""), "is not dd-MM-yyyy HH:mm:ss")
        .when(
          !text.rlike("-(?!0000)[0-9]{4} ([01].|2[0-3]):[0-5].:[0-5].") || day(text).isNull,
          "is not a real date and time"
        )

    private def day(text: Column): Column =
      concat_ws("-", substring(text, 7, 4), substring(text, 4, 2), substring(text, 1, 2)).try_cast("date")
  }

  /** Digits, `_`, digits. */
  case object Device extends Kind {
    def flaw(text: Column): Column = when(!text.rlike("""^[0-9]+_[0-9]+\z"""), "is not digits, _, digits")
  }
}

/** A log: its name, and the names and kinds of its fields. */
final case class Grammar(log: String, fields: (String, Kind)*) {

  /** The first line of every file of the log. */
  val header: String = fields.map { case (name, _) => name }.mkString(";")

  /** For each line its `file`, its `text`, why it is rejected (`reason`, else null), and its fields, null when rejected. */
  def parse(lines: Dataset[Line]): DataFrame = {
    val texts = fields.indices.map(col("texts")(_))
    val flaws = for (((name, kind), text) <- fields.zip(texts)) yield concat(lit(name + " "), kind.flaw(text))
    val values = for (((name, kind), text) <- fields.zip(texts))
      yield when(col("reason").isNull, kind.value(text)).as(name)
    lines
      .withColumn("text", col("bytes").cast("string"))
      .withColumn("texts", split(col("text"), ";", fields.size + 1))
      .withColumn("reason", coalesce(flawOfWhole +: flaws: _*))
      .select(Seq("file", "text", "reason").map(col) ++ values: _*)
  }

  /** What is wrong with the line as a whole says more than what is wrong with one of its fields. */
  private def flawOfWhole: Column = {
    val text = col("text")
    val found = length(text) - length(replace(text, lit(";"))) + 1
    when(text === "", "empty line")
      .when(!is_valid_utf8(text), "not UTF-8")
      .when(text.contains("\u0000"), "NUL")
      .when(
        size(col("texts")) =!= fields.size,
        concat(found, when(found === 1, " field").otherwise(" fields"), lit(s" instead of ${fields.size}"))
      )
  }
}

object Grammar {
  import Kind._

  val Log1: Grammar = Grammar("log1", "userId" -> Number, "region" -> Number, "type" -> Number, "paid" -> Flag)
  val Log2: Grammar =
    Grammar(
      "log2",
      "hour" -> Moment,
      "userId" -> Number,
      "songId" -> Number,
      "genderId" -> Number,
      "deviceId" -> Device
    )
}
