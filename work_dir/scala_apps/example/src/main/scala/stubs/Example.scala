package stubs

import org.apache.spark.sql.SparkSession
import scala.util.Using

/** `spark-submit --class stubs.Example example-1.0.jar ARGUMENTS`: the features of every user. */
object Example {

  /** Exits with 2 and a word on usage before Spark starts when the arguments are wrong, with 1 when the job failed. */
  def main(args: Array[String]): Unit =
    if (args.contains("--help")) print(Arguments.Usage)
    else
      Arguments.parse(args.toList) match {
        case Right(arguments) => run(arguments)
        case Left(errors)     => exit(2, errors.mkString("", "\n", "\n" + Arguments.Usage))
      }

  private def run(arguments: Arguments): Unit =
    try Using.resource(start())(new FeaturesJob(_, Console.out).run(arguments))
    catch { case JobFailure(message) => exit(1, s"example: $message") }

  private def start(): SparkSession =
    SparkSession
      .builder()
      .appName("example")
      .config("spark.sql.ansi.enabled", true) // arithmetic that overflows fails the job
      .getOrCreate()

  private def exit(code: Int, message: String): Unit = {
    Console.err.println(message)
    sys.exit(code)
  }
}

/** The job cannot go on, in a way that a person can act on: the message is all that they see. */
final case class JobFailure(message: String) extends RuntimeException(message)
