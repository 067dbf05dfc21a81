package stubs

import java.nio.charset.StandardCharsets.UTF_8
import java.util.{Arrays, List => JavaList}
import org.apache.hadoop.conf.Configuration
import org.apache.hadoop.fs.{FileStatus, FileSystem, Path}
import org.apache.hadoop.io.{LongWritable, Text}
import org.apache.hadoop.mapreduce.JobContext
import org.apache.hadoop.mapreduce.lib.input.{FileInputFormat, FileSplit, TextInputFormat}
import org.apache.spark.rdd.NewHadoopRDD
import org.apache.spark.sql.{Dataset, SparkSession}
import scala.jdk.CollectionConverters._
import scala.util.Using

/** A line of a log without its end, `\n` or `\r\n`, and the file that it stands in. */
final case class Line(file: String, bytes: Array[Byte])

/** The files of one log, each known to begin with the log's header. */
final case class LogFiles(grammar: Grammar, path: Path, place: Path, files: Seq[FileStatus]) {
  def bytes: Long = files.map(_.getLen).sum

  /** Every line but the headers: those stand where their file begins. */
  def lines(spark: SparkSession): Dataset[Line] = {
    import spark.implicits._
    spark.sparkContext
      .newAPIHadoopRDD(configuration(spark), classOf[ChosenFiles], classOf[LongWritable], classOf[Text])
      .asInstanceOf[NewHadoopRDD[LongWritable, Text]]
      .mapPartitionsWithInputSplit { (split, records) =>
        val file = split.asInstanceOf[FileSplit].getPath.toString
        records.collect { case (offset, text) if offset.get > 0 => Line(file, LogFiles.withoutReturn(text)) }
      }
      .toDS()
  }

  /** Reads in about two splits for each core, or as a user sets it. */
  private def configuration(spark: SparkSession): Configuration = {
    val configuration = new Configuration(spark.sparkContext.hadoopConfiguration)
    val share = bytes / (2L * spark.sparkContext.defaultParallelism)
    configuration.set(ChosenFiles.Key, files.map(_.getPath).mkString("\n"))
    configuration.set("textinputformat.record.delimiter", "\n") // a lone \r ends no line
    configuration.setIfUnset(FileInputFormat.SPLIT_MAXSIZE, share.max(4L << 20).min(128L << 20).toString)
    configuration
  }
}

object LogFiles {
  private val Bom = "\uFEFF"

  /**
   * Finds the files of a file, folder or glob, or fails. As everywhere in Hadoop, a folder's names that begin with `_` or
   * `.` are not data.
   */
  def find(grammar: Grammar, path: Path, configuration: Configuration): LogFiles = {
    val fileSystem = path.getFileSystem(configuration)
    val files = matches(grammar, path, fileSystem).flatMap {
      case folder if folder.isDirectory => filesOf(grammar, folder.getPath, fileSystem)
      case file                         => Seq(file)
    }
    files.foreach(checkHeader(grammar, _, fileSystem))
    LogFiles(grammar, path, Place.of(path, configuration), files)
  }

  private def matches(grammar: Grammar, path: Path, fileSystem: FileSystem): Seq[FileStatus] =
    if (fileSystem.exists(path)) Seq(fileSystem.getFileStatus(path))
    else
      Option(fileSystem.globStatus(path)).map(_.toSeq).filter(_.nonEmpty) match {
        case Some(found) => found.filterNot(hidden)
        case None        => throw JobFailure(s"${grammar.log}: ${fileSystem.makeQualified(path)} does not exist")
      }

  private def filesOf(grammar: Grammar, folder: Path, fileSystem: FileSystem): Seq[FileStatus] = {
    val files = fileSystem.listStatus(folder).toSeq.filterNot(hidden)
    for (inner <- files.find(_.isDirectory))
      throw JobFailure(
        s"${grammar.log}: ${inner.getPath} is a folder within a folder; name the files or folders to read by a glob"
      )
    if (files.isEmpty) throw JobFailure(s"${grammar.log}: the folder $folder has no files")
    files
  }

  private def hidden(status: FileStatus): Boolean = status.getPath.getName.matches("[_.].*")

  private def checkHeader(grammar: Grammar, file: FileStatus, fileSystem: FileSystem): Unit = {
    def refuse(why: String) =
      throw JobFailure(s"${grammar.log}: ${file.getPath} $why; its first line must be ${grammar.header}")
    if (file.getLen == 0) refuse("is empty")
    val start = new Array[Byte](file.getLen.min(s"$Bom${grammar.header}\r\n".getBytes(UTF_8).length.toLong).toInt)
    Using.resource(fileSystem.open(file.getPath))(_.readFully(0, start))
    new String(start, UTF_8).stripPrefix(Bom).stripPrefix(grammar.header) match {
      case rest if rest.matches("(?s)\r?\n.*")      => ()
      case "" | "\r" if start.length == file.getLen => ()
      case _                                        => refuse("has the wrong header")
    }
  }

  private def withoutReturn(text: Text): Array[Byte] = {
    val last = text.getLength - 1
    if (last >= 0 && text.getBytes()(last) == '\r') Arrays.copyOf(text.getBytes, last) else text.copyBytes()
  }
}

/** Hadoop's lines of text, of exactly the files that were checked: names are not taken for globs again. */
final class ChosenFiles extends TextInputFormat {
  override protected def listStatus(job: JobContext): JavaList[FileStatus] =
    job.getConfiguration.getRaw(ChosenFiles.Key).linesIterator.map { name =>
      val path = new Path(name)
      path.getFileSystem(job.getConfiguration).getFileStatus(path)
    }.toSeq.asJava
}

object ChosenFiles {
  private[stubs] val Key = "stubs.example.files"
}
