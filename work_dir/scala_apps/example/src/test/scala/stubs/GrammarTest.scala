package stubs

import java.nio.charset.StandardCharsets.UTF_8
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class GrammarTest {
  private val spark = LocalSpark.session()
  import spark.implicits._

  @Test
  def aWellFormedLineOfLog1HasItsFields(): Unit = {
    val lines = Seq("27103;7;-2;true", "-2147483648;2147483647;0000000007;false", "-0000000007;-0;0;false")

    assertThat(
      Grammar.Log1.parse(lines.map(line).toDS()).drop("file", "text", "reason").as[(Int, Int, Int, Boolean)].collect()
    )
      .containsExactly((27103, 7, -2, true), (-2147483648, 2147483647, 7, false), (-7, 0, 0, false))
  }

  @Test
  def everyMomentOfTheCalendarIsWellFormed(): Unit = {
    val moments = Seq("29-02-2016 23:59:59", "29-02-2000 00:00:00", "01-01-0001 00:00:00", "31-12-9999 19:09:09")

    assertThat(reasons(Grammar.Log2, moments.map(_ + ";1;2;3;00_999999999999"))).containsOnly(None)
  }

  @Test
  def aMalformedLineOfLog1IsRejectedWithItsReason(): Unit = check(Grammar.Log1)(
    "27103;0;0" -> "3 fields instead of 4",
    "27103;0;0;true;" -> "5 fields instead of 4",
    ";" * 100 -> "101 fields instead of 4",
    "27103" -> "1 field instead of 4",
    "user;0;0;true" -> "userId is not a number",
    ";0;0;true" -> "userId is not a number",
    "-;0;0;true" -> "userId is not a number",
    "+1;0;0;true" -> "userId is not a number",
    " 1;0;0;true" -> "userId is not a number",
    "1;1.5;0;true" -> "region is not a number",
    "1;0;\u0661;true" -> "type is not a number",
    "1;0;\"1\";true" -> "type is not a number",
    "00000000001;0;0;true" -> "userId has more than 10 digits",
    "2147483648;0;0;true" -> "userId is out of the range of an int",
    "-2147483649;0;0;true" -> "userId is out of the range of an int",
    "1;0;0;True" -> "paid is not true or false",
    "1;0;0;" -> "paid is not true or false",
    "1;0;0;true\r" -> "paid is not true or false",
    "1;0;0;falsey" -> "paid is not true or false"
  )

  @Test
  def aMalformedLineOfLog2IsRejectedWithItsReason(): Unit = check(Grammar.Log2)(
    "18-10-2017 00:00:25;1;2;3" -> "4 fields instead of 5",
    "2017-10-18 00:00:25;1;2;3;1_1" -> "hour is not dd-MM-yyyy HH:mm:ss",
    "18-10-2017 00:00:25Z;1;2;3;1_1" -> "hour is not dd-MM-yyyy HH:mm:ss",
    "18-10-2017 00:00;1;2;3;1_1" -> "hour is not dd-MM-yyyy HH:mm:ss",
    "29-02-2017 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "29-02-1900 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "31-04-2017 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "01-13-2017 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "00-01-2017 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "01-00-2017 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "01-01-0000 00:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "01-01-2017 24:00:00;1;2;3;1_1" -> "hour is not a real date and time",
    "01-01-2017 23:60:00;1;2;3;1_1" -> "hour is not a real date and time",
    "01-01-2017 23:59:60;1;2;3;1_1" -> "hour is not a real date and time",
    "18-10-2017 00:00:25;x;2;3;1_1" -> "userId is not a number",
    "18-10-2017 00:00:25;1;2147483648;3;1_1" -> "songId is out of the range of an int",
    "18-10-2017 00:00:25;1;2;;1_1" -> "genderId is not a number",
    "18-10-2017 00:00:25;1;2;3;" -> "deviceId is not digits, _, digits",
    "18-10-2017 00:00:25;1;2;3;_1" -> "deviceId is not digits, _, digits",
    "18-10-2017 00:00:25;1;2;3;1_" -> "deviceId is not digits, _, digits",
    "18-10-2017 00:00:25;1;2;3;1_1_1" -> "deviceId is not digits, _, digits"
  )

  @Test
  def aLineThatIsNoTextIsRejectedForThat(): Unit = {
    val notUtf8 = Line("log", Array('1', ';', 0xc3, ';', 0).map(_.toByte))

    assertThat(Grammar.Log1.parse((notUtf8 +: Seq("", "1;0;0\u0000;true").map(line)).toDS()).select("reason").as[
      String
    ].collect())
      .containsExactly("not UTF-8", "empty line", "NUL")
  }

  private def check(grammar: Grammar)(expected: (String, String)*): Unit =
    assertThat(reasons(grammar, expected.map { case (text, _) => text }).zip(expected).collect {
      case (found, (text, reason)) if !found.contains(reason) => s"$text: $found instead of $reason"
    }).isEmpty()

  private def reasons(grammar: Grammar, lines: Seq[String]): Array[Option[String]] =
    grammar.parse(lines.map(line).toDS()).select("reason").as[Option[String]].collect()

  private def line(text: String) = Line("log", text.getBytes(UTF_8))
}
