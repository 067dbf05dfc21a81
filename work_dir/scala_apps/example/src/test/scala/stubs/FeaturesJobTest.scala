package stubs

import java.io.{ByteArrayOutputStream, PrintStream}
import java.nio.charset.StandardCharsets.UTF_8
import java.nio.file.{Files, Path}
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat
import org.assertj.core.api.Assertions.{assertThat, catchThrowableOfType}
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import scala.jdk.CollectionConverters._
import scala.util.Using

class FeaturesJobTest(@TempDir temporary: Path) {
  private val folder = temporary // the annotation of a parameter that methods use would land on a field
  private val header = "userId;topGenderId;topGenderIdSongs;distSongIds;region;type;paid\n"
  private val hour = "18-10-2017 00:00:25;"
  private val spark = LocalSpark.session()

  @Test
  def aUserGetsTheFavouriteGenreItsPlaysAndTheNumberOfDifferentSongs(): Unit = {
    log1("10;3;1;false\n9;0;0;true\n")
    log2(s"${hour}9;1;16;1_9\n${hour}9;2;23;1_9\n${hour}9;2;23;2_9\n${hour}10;5;7;1_10\n")

    run()

    assertThat(result()).isEqualTo(header + "9;23;2;2;0;0;true\n10;7;1;1;3;1;false\n")
  }

  @Test
  def amongGenresWithEquallyManyPlaysTheSmallestIdWins(): Unit = {
    log1("9;0;0;true\n")
    log2(s"${hour}9;1;2147483647;1_9\n${hour}9;1;-2147483648;1_9\n${hour}9;1;0;1_9\n")

    run()

    assertThat(result()).isEqualTo(header + "9;-2147483648;1;1;0;0;true\n")
  }

  @Test
  def everyLineIsAccountedFor(): Unit = {
    log1("9;0;0;true\n9;0;0;true\n8;1;1;true\n7;1;1;true\n7;1;1;false\n70;1;1;true\n71;1;1;false\nx\n")
    log2(s"${hour}9;1;1;1_9\n${hour}7;1;1;1_9\n${hour}6;1;1;1_9\n${hour}70;1;1;1_9\n\n")

    val (balances, printed) = run("--max-rejects", "50%")

    assertThat(balances.asJava).containsExactly(
      Balance("log1", 8, 1, 2, 1, 1, 1, 2),
      Balance("log2", 5, 1, 1, 2, 0, 1, 0)
    )
    assertThat(printed).contains(
      "log1: read=8 used=1 filtered=4 rejected=3",
      "log2: read=5 used=1 filtered=3 rejected=1"
    )
  }

  @Test
  def aRejectedLineIsKeptWithItsFileAndReason(): Unit = {
    log1("9;0;0;true\n9;0;0;false\n007;1;1;true\n7;1;1;false\nx;0;0;true\n\u0000\tü\n")
    log2("31-02-2017 00:00:00;9;1;1;1_9\r\n" + "y" * (10 << 20) + "\n" + "\uD83C\uDFB5" * 5000 + "\n")

    run("--max-rejects", "100%")

    val contradiction = "lines of this user contradict each other"
    assertThat(rejects().asJava).containsExactlyInAnyOrder(
      rejected("log1.csv", s"$contradiction;9;0;0;true"),
      rejected("log1.csv", s"$contradiction;9;0;0;false"),
      rejected("log1.csv", s"$contradiction;007;1;1;true"),
      rejected("log1.csv", s"$contradiction;7;1;1;false"),
      rejected("log1.csv", "userId is not a number;x;0;0;true"),
      rejected("log1.csv", "NUL;\u2400\u2409ü"),
      rejected("log2.csv", "hour is not a real date and time;31-02-2017 00:00:00;9;1;1;1_9"),
      rejected("log2.csv", "1 field instead of 5;" + "y" * 1000),
      rejected("log2.csv", "1 field instead of 5;" + "\uD83C\uDFB5" * 1000)
    )
  }

  @Test
  def bomsCrlfAndAMissingLastNewlineAreFine(): Unit = {
    write("log1.csv", "\uFEFF" + s"${Grammar.Log1.header}\n9;0;0;true\n".replace("\n", "\r\n"))
    write("log2.csv", s"\uFEFF${Grammar.Log2.header}\n${hour}9;1;1;1_9")

    run("--max-rejects", "0")

    assertThat(result()).isEqualTo(header + "9;1;1;1;0;0;true\n")
  }

  @Test
  def everySplitOfALogIsReadAndCountedOnce(): Unit = {
    val hadoop = spark.sparkContext.hadoopConfiguration
    log1("9;0;0;true\n")
    write("log2.csv", s"\uFEFF${Grammar.Log2.header}\r\n" + s"${hour}9;1;1;1_9\r\n" * 60 + "bad\n")

    for (bytes <- Seq(64L, 101L, 1000L)) {
      hadoop.setLong(FileInputFormat.SPLIT_MAXSIZE, bytes)
      val (balances, _) =
        try run("--max-rejects", "1", "--overwrite")
        finally hadoop.unset(FileInputFormat.SPLIT_MAXSIZE)

      assertThat(balances(1)).isEqualTo(Balance("log2", 61, 60, 0, 0, 0, 1, 0))
      assertThat(result()).isEqualTo(header + "9;1;60;1;0;0;true\n")
      assertThat(rejects().asJava).containsExactly(rejected("log2.csv", "1 field instead of 5;bad"))
    }
  }

  @Test
  def aGlobTakesSeveralFilesAndNamesOfFilesAreNoGlobs(): Unit = {
    log1("9;0;0;true\n")
    for (name <- Seq("play {1} [a];,.csv", "play 2.csv")) write(name, s"${Grammar.Log2.header}\n${hour}9;1;1;1_9\nx\n")

    run("--max-rejects", "2", "--log2", "play*.csv")

    assertThat(result()).isEqualTo(header + "9;1;2;1;0;0;true\n")
    assertThat(rejects().asJava).containsExactlyInAnyOrder(
      rejected("play {1} [a]%3B,.csv", "1 field instead of 5;x"),
      rejected("play 2.csv", "1 field instead of 5;x")
    )
  }

  @Test
  def aLogOfItsHeaderAloneGivesAnEmptyResult(): Unit = {
    log1("9;0;0;true\n")
    log2("")

    run()

    assertThat(result()).isEqualTo(header)
  }

  @Test
  def tooManyRejectsFailTheJobWithoutAResultButShowTheLines(): Unit = {
    log1("9;0;0;true\n")
    log2(s"${hour}9;1;1;1_9\nbad\n")

    assertThat(failure()).contains("1 of 2 lines of log2 are rejected, more than --max-rejects 1% allows")
    assertThat(folder.resolve("out")).doesNotExist()
    assertThat(rejects().asJava).containsExactly(rejected("log2.csv", "1 field instead of 5;bad"))
    assertNothingHiddenIsLeft()
  }

  @Test
  def anExistingOutputIsRefusedAndReplacedOnlyWhenAsked(): Unit = {
    log1("9;0;0;true\n")
    log2(s"${hour}9;1;1;1_9\n")
    write("out/mine.txt", "mine")

    assertThat(failure()).contains("exists")
    assertThat(folder.resolve("out/mine.txt")).hasContent("mine")

    run("--overwrite")
    assertThat(result()).endsWith("9;1;1;1;0;0;true\n")
    assertThat(folder.resolve("out/mine.txt")).doesNotExist()
    assertNothingHiddenIsLeft()
  }

  @Test
  def anOutputThatWouldReplaceALogIsRefused(): Unit = {
    log1("9;0;0;true\n")
    write("out/log2.csv", s"${Grammar.Log2.header}\n")

    assertThat(failure("--log2", "out/log2.csv", "--overwrite")).contains("overlap")
    assertThat(folder.resolve("out/log2.csv")).exists()
  }

  @Test
  def aLogThatIsMissingEmptyOrOfAnotherKindIsNamed(): Unit = {
    log2("")
    write("zero.csv", "")
    write("half.csv", "userId;reg")
    write("longer.csv", "userId;region;type;paid;\n")
    write("none/_SUCCESS", "")

    for (log <- Seq("nowhere.csv", "zero.csv", "half.csv", "longer.csv", "log2.csv", "none", "x*"))
      assertThat(failure("--log1", log)).startsWith("log1: ").contains(log)
    assertThat(folder.resolve("out")).doesNotExist()
    assertThat(folder.resolve("out.rejects")).doesNotExist()
  }

  private def failure(options: String*): String =
    catchThrowableOfType(classOf[JobFailure], () => run(options: _*): Unit).message

  /** Runs the job on log1.csv and log2.csv, unless the options name others; returns the balances and what it printed. */
  private def run(options: String*): (Seq[Balance], String) = {
    val (logs, rest) = options.grouped(2).toSeq.partition(option => Set("--log1", "--log2")(option.head))
    val files = Map("--log1" -> "log1.csv", "--log2" -> "log2.csv") ++ logs.map(log => log(0) -> log(1))
    val paths = Seq(files("--log1"), files("--log2"), "out").map(name => s"file:${folder.resolve(name)}")
    val printed = new ByteArrayOutputStream
    val balances = Arguments.parse(List("1", "50") ++ paths ++ rest.flatten) match {
      case Right(arguments) => new FeaturesJob(spark, new PrintStream(printed, true, UTF_8)).run(arguments)
      case Left(errors)     => throw new AssertionError(errors)
    }
    (balances, printed.toString(UTF_8))
  }

  private def log1(lines: String): Unit = write("log1.csv", s"${Grammar.Log1.header}\n$lines")
  private def log2(lines: String): Unit = write("log2.csv", s"${Grammar.Log2.header}\n$lines")

  private def write(name: String, content: String): Unit = {
    val file = folder.resolve(name)
    Files.createDirectories(file.getParent)
    Files.writeString(file, content): Unit
  }

  private def result(): String = {
    assertThat(folder.resolve("out/_SUCCESS")).exists()
    Files.readString(folder.resolve("out/part-00000.csv"))
  }

  private def rejects(): Seq[String] =
    list(folder.resolve("out.rejects")).filter(_.toString.endsWith(".csv")).flatMap(Files.readAllLines(_).asScala)

  private def rejected(file: String, rest: String) = s"file:${folder.resolve(file).toString};$rest"

  private def assertNothingHiddenIsLeft(): Unit =
    assertThat(list(folder).map(_.getFileName.toString).filter(_.startsWith(".")).asJava).isEmpty()

  private def list(folder: Path): Seq[Path] = Using.resource(Files.list(folder))(_.iterator.asScala.toSeq)
}
