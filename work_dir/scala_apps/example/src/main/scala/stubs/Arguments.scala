package stubs

import org.apache.hadoop.fs.Path
import scala.annotation.tailrec
import scala.util.Try

/** The command line, the same in every language: five arguments, then options. */
final case class Arguments(
    range: IdRange,
    log1: Path,
    log2: Path,
    output: Path,
    rejects: Path,
    maxRejects: MaxRejects,
    overwrite: Boolean
)

/** The users that count, both ends included. */
final case class IdRange(min: Int, max: Int)

object Arguments {
  val Usage: String =
    """usage: Example min-range-Id max-range-Id path-input-log1 path-input-log2 path-output-log [OPTIONS]
      |  min-range-Id, max-range-Id   the users that count, both ends included
      |  path-input-log1              userId;region;type;paid                a file, a folder or a glob
      |  path-input-log2              hour;userId;songId;genderId;deviceId   a file, a folder or a glob
      |  path-output-log              a new folder for the result
      |  --rejects DIR                a new folder for the rejected lines (default: the output's name and .rejects)
      |  --max-rejects N|SHARE%       how many lines of each log may be rejected (default: 1%)
      |  --overwrite                  replace the output and the rejects once the new ones are complete
      |example: spark-submit --class stubs.Example target/example-1.0.jar \
      |           1 49999 /tmp/data/test_log1.csv /tmp/data/test_log2.csv /tmp/data/result
      |""".stripMargin

  /** The arguments, or everything that is wrong with them. */
  def parse(args: List[String]): Either[List[String], Arguments] = args match {
    case min :: max :: log1 :: log2 :: output :: rest =>
      val options = Options().and(rest)
      val range = parseRange(min, max)
      val in1 = path("path-input-log1", log1)
      val in2 = path("path-input-log2", log2)
      val out = path("path-output-log", output)
      val most = MaxRejects.parse(options.maxRejects).left.map(List(_))
      val rejects = path("--rejects", options.rejects.getOrElse(output.replaceAll("/+$", "") + ".rejects"))
      val wrong = List(range, in1, in2, out, Either.cond(options.errors.isEmpty, (), options.errors), most, rejects)
      wrong.collect { case Left(errors) => errors }.flatten match {
        case Nil =>
          for (r <- range; a <- in1; b <- in2; o <- out; j <- rejects; m <- most)
            yield Arguments(r, a, b, o, j, m, options.overwrite)
        case errors => Left(errors)
      }
    case tooFew => Left(List(s"five arguments are needed, ${tooFew.size} given"))
  }

  private def parseRange(min: String, max: String): Either[List[String], IdRange] =
    (min.toIntOption, max.toIntOption) match {
      case (Some(low), Some(high)) if low <= high => Right(IdRange(low, high))
      case (Some(low), Some(high))                => Left(List(s"min-range-Id $low is greater than max-range-Id $high"))
      case (low, high) =>
        Left(List(
          Option.when(low.isEmpty)(s"min-range-Id is an int, not $min"),
          Option.when(high.isEmpty)(s"max-range-Id is an int, not $max")
        ).flatten)
    }

  private def path(name: String, text: String): Either[List[String], Path] =
    Try(new Path(text)).toEither.left.map(wrong => List(s"$name: ${wrong.getMessage}"))

  private final case class Options(
      rejects: Option[String] = None,
      maxRejects: String = "1%",
      overwrite: Boolean = false,
      errors: List[String] = Nil
  ) {

    @tailrec
    def and(args: List[String]): Options = args match {
      case Nil                                       => this
      case "--overwrite" :: rest                     => copy(overwrite = true).and(rest)
      case s"--rejects=$folder" :: rest              => copy(rejects = Some(folder)).and(rest)
      case s"--max-rejects=$most" :: rest            => copy(maxRejects = most).and(rest)
      case "--rejects" :: Value(folder) :: rest      => copy(rejects = Some(folder)).and(rest)
      case "--max-rejects" :: Value(most) :: rest    => copy(maxRejects = most).and(rest)
      case s"--${"rejects" | "max-rejects"}" :: rest => wrong(s"${args.head} lacks its value").and(rest)
      case s"-$option" :: rest                       => wrong(s"unknown option: -$option").and(rest)
      case extra :: rest                             => wrong(s"an argument too many: $extra").and(rest)
    }

    private def wrong(error: String) = copy(errors = errors :+ error)
  }

  private object Value {
    def unapply(text: String): Option[String] = Option.unless(text.startsWith("--"))(text)
  }
}
