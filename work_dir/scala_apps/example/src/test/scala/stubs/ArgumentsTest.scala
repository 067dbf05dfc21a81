package stubs

import org.apache.hadoop.fs.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ArgumentsTest {
  @Test
  def optionsHaveDefaults(): Unit = {
    val arguments = parse("1", "9", "a", "b", "out/")

    assertThat(arguments).isEqualTo(Right(Arguments(
      IdRange(1, 9),
      new Path("a"),
      new Path("b"),
      new Path("out"),
      new Path("out.rejects"),
      MaxRejects.Share(1),
      overwrite = false
    )))
  }

  @Test
  def optionsAreTakenInBothSpellings(): Unit =
    for (options <- Seq(Seq("--rejects", "bad", "--max-rejects", "7"), Seq("--rejects=bad", "--max-rejects=7"))) {
      val arguments = parse(Seq("1", "9", "a", "b", "out", "--overwrite") ++ options: _*)

      assertThat(arguments.map(a => (a.rejects, a.maxRejects, a.overwrite)))
        .isEqualTo(Right((new Path("bad"), MaxRejects.Lines(7), true)))
    }

  @Test
  def negativeIdsAreNoOptions(): Unit =
    assertThat(parse("-5", "-3", "a", "b", "out").map(_.range)).isEqualTo(Right(IdRange(-5, -3)))

  @Test
  def allErrorsAreToldAtOnce(): Unit =
    assertThat(parse("one", "2147483648", "", "b", "out", "--max-rejects", "-1", "c", "--overwrit", "--rejects"))
      .isEqualTo(Left(List(
        "min-range-Id is an int, not one",
        "max-range-Id is an int, not 2147483648",
        "path-input-log1: Can not create a Path from an empty string",
        "an argument too many: c",
        "unknown option: --overwrit",
        "--rejects lacks its value",
        "--max-rejects is a number of lines (500) or a share of them (1%), not -1"
      )))

  @Test
  def anOptionIsNoValueOfAnother(): Unit =
    assertThat(parse("1", "2", "a", "b", "out", "--rejects", "--overwrite")).isEqualTo(
      Left(List("--rejects lacks its value"))
    )

  @Test
  def aRangeFromMoreToLessIsRefused(): Unit =
    assertThat(parse("2", "1", "a", "b", "out"))
      .isEqualTo(Left(List("min-range-Id 2 is greater than max-range-Id 1")))

  @Test
  def fewerThanFiveArgumentsAreRefused(): Unit =
    assertThat(parse("1", "2", "a", "b")).isEqualTo(Left(List("five arguments are needed, 4 given")))

  @Test
  def rejectsAreAllowedByNumberOrByShare(): Unit = {
    val allowed = Seq(("1%", 1L, 100L), ("0.5%", 1L, 200L), ("3", 3L, 3L), ("0", 0L, 0L), ("100%", 7L, 7L))
    val refused = Seq(("1%", 2L, 199L), ("3", 4L, 1000L), ("0%", 1L, 1000L))

    assertThat(
      (allowed ++ refused).filter { case (text, rejected, read) => most(text).allows(rejected, read) }
    ).isEqualTo(allowed)
  }

  @Test
  def otherAmountsOfRejectsAreRefused(): Unit =
    assertThat(Seq("101%", "100.5%", "-1", "1.5", "%", "many", "", "7").filter(MaxRejects.parse(_).isRight)).isEqualTo(
      Seq("7")
    )

  private def most(text: String): MaxRejects =
    MaxRejects.parse(text).fold(error => throw new AssertionError(error), identity)

  private def parse(args: String*): Either[List[String], Arguments] = Arguments.parse(args.toList)
}
