package bigdata.graph

import java.io.PrintStream
import org.apache.hadoop.fs.Path
import org.apache.spark.sql.{AnalysisException, SaveMode, SparkSession}
import scala.util.Using

/** `spark-submit --class bigdata.graph.SongGraph graph-1.0.jar ARGUMENTS`: which songs are heard by the same people. */
object SongGraph {

  /** Exits with 2 and a word on usage before Spark starts when the arguments are wrong, with 1 when the job failed. */
  def main(args: Array[String]): Unit =
    if (args.contains("--help")) print(Arguments.Usage)
    else
      Arguments.parse(args.toList) match {
        case Right(arguments) => submit(arguments)
        case Left(error)      => exit(2, s"$error\n${Arguments.Usage}")
      }

  private def submit(arguments: Arguments): Unit =
    try Using.resource(SparkSession.builder().appName("graph").getOrCreate())(run(_, arguments, Console.out))
    catch { case wrong: AnalysisException => exit(1, s"graph: ${wrong.getMessage}") }

  /** Writes `songs` and `ties` below the output. */
  def run(spark: SparkSession, arguments: Arguments, out: PrintStream): Unit = {
    import spark.implicits._
    val mode = if (arguments.overwrite) SaveMode.Overwrite else SaveMode.ErrorIfExists
    val songsFolder = new Path(arguments.output, "songs")
    val tiesFolder = new Path(arguments.output, "ties")
    out.println(s"plays: ${place(spark, new Path(arguments.log2))}")
    out.println(s"songs: ${place(spark, songsFolder)}")
    out.println(s"ties:  ${place(spark, tiesFolder)}")

    fitShuffles(spark)
    val heard = Listening.read(spark, arguments.log2).cache()
    val songs = Ties.songs(heard, arguments.songs).cache()
    Ties.between(songs, heard, arguments.together, arguments.neighbours).write.mode(mode).parquet(tiesFolder.toString)
    val ties = spark.read.parquet(tiesFolder.toString).as[Tie]
    songs
      .join(Communities.of(ties.rdd).toDF(), "songId")
      .coalesce(1)
      .write
      .mode(mode)
      .parquet(songsFolder.toString)

    val tied = spark.read.parquet(songsFolder.toString)
    val communities = tied.select("community").distinct().count()
    out.println(
      s"${tied.count()} of ${songs.count()} songs are tied, by ${ties.count()} ties, in $communities communities"
    )
  }

  /** Songs are few and rounds are many: each round of the graph's algorithms takes a task for every partition. */
  private def fitShuffles(spark: SparkSession): Unit =
    if (!spark.sparkContext.getConf.contains("spark.sql.shuffle.partitions"))
      spark.conf.set("spark.sql.shuffle.partitions", 2L * spark.sparkContext.defaultParallelism)

  private def place(spark: SparkSession, path: Path): Path =
    path.getFileSystem(spark.sparkContext.hadoopConfiguration).makeQualified(path)

  private def exit(code: Int, message: String): Unit = {
    Console.err.println(message)
    sys.exit(code)
  }
}
