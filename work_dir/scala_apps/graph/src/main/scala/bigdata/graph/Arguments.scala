package bigdata.graph

import scala.annotation.tailrec

/**
 * The command line.
 *
 * @param log2       a file, a folder or a glob of plays
 * @param output     the folder that gets `songs` and `ties`
 * @param songs      how many songs are looked at: those with most listeners
 * @param neighbours with how many others a song is tied at most: its closest
 * @param together   how many users must have heard both songs of a tie
 */
final case class Arguments(
    log2: String,
    output: String,
    songs: Int = 1000,
    neighbours: Int = 8,
    together: Int = 5,
    overwrite: Boolean = false
)

object Arguments {
  val Usage: String =
    """usage: SongGraph path-input-log2 path-output [OPTIONS]
      |  path-input-log2   hour;userId;songId;genderId;deviceId   a file, a folder or a glob
      |  path-output       a new folder for songs and ties, both Parquet
      |  --songs N         how many songs, those with most listeners (default: 1000)
      |  --neighbours N    with how many others a song is tied at most (default: 8)
      |  --together N      how many users must have heard both songs of a tie (default: 5)
      |  --overwrite       replace the output
      |example: spark-submit --class bigdata.graph.SongGraph target/graph-1.0.jar /demo/log2.csv /demo/graph
      |""".stripMargin

  /** The arguments, or what is wrong with them. */
  def parse(args: List[String]): Either[String, Arguments] = args match {
    case log2 :: output :: options if !log2.startsWith("-") && !output.startsWith("-") =>
      parse(Arguments(log2, output), options)
    case _ => Left("two paths are needed: path-input-log2 path-output")
  }

  @tailrec
  private def parse(parsed: Arguments, options: List[String]): Either[String, Arguments] = options match {
    case Nil                                                         => Right(parsed)
    case "--overwrite" :: rest                                       => parse(parsed.copy(overwrite = true), rest)
    case "--songs" :: Positive(number) :: rest                       => parse(parsed.copy(songs = number), rest)
    case "--neighbours" :: Positive(number) :: rest                  => parse(parsed.copy(neighbours = number), rest)
    case "--together" :: Positive(number) :: rest                    => parse(parsed.copy(together = number), rest)
    case (option @ ("--songs" | "--neighbours" | "--together")) :: _ => Left(s"$option wants a number from 1")
    case unknown :: _                                                => Left(s"unknown option: $unknown")
  }

  private object Positive {
    def unapply(text: String): Option[Int] = text.toIntOption.filter(_ > 0)
  }
}
