package stubs

import java.io.FileNotFoundException
import java.util.UUID
import org.apache.hadoop.conf.Configuration
import org.apache.hadoop.fs.Path
import scala.annotation.tailrec
import scala.util.control.NonFatal

/** A folder that appears whole or not at all: it is filled beside its place, under a hidden name, and then renamed. */
final class OutputFolder(path: Path, overwrite: Boolean, configuration: Configuration) extends AutoCloseable {
  private val fileSystem = path.getFileSystem(configuration)
  private val target = fileSystem.makeQualified(path)

  /** Where to write; the folder exists. */
  val staging: Path = beside("new")
  refuseExisting()
  fileSystem.mkdirs(staging)

  /** Puts the staged folder in its place, with `_SUCCESS`. What stood there before is deleted only then. */
  def publish(): Unit = {
    nameParts()
    fileSystem.create(new Path(staging, "_SUCCESS"), true).close()
    refuseExisting()
    val old = Option.when(fileSystem.exists(target))(beside("old"))
    old.foreach(rename(target, _))
    try rename(staging, target)
    catch { case NonFatal(failure) => old.foreach(rename(_, target)); throw failure }
    old.foreach(fileSystem.delete(_, true))
  }

  /** Deletes what was staged and not published. */
  override def close(): Unit = fileSystem.delete(staging, true): Unit

  /** Spark's names differ from run to run, and a task without lines may leave an empty file. */
  private def nameParts(): Unit = {
    val (parts, empty) = fileSystem.globStatus(new Path(staging, "part-*")).sortBy(_.getPath).partition(_.getLen > 0)
    empty.foreach(part => fileSystem.delete(part.getPath, false))
    for ((part, number) <- parts.zipWithIndex) rename(part.getPath, new Path(staging, f"part-$number%05d.csv"))
  }

  private def refuseExisting(): Unit =
    if (!overwrite && fileSystem.exists(target))
      throw JobFailure(s"$target exists; name another output, or replace it with --overwrite")

  private def beside(suffix: String) = new Path(target.getParent, s".${target.getName}.${UUID.randomUUID()}.$suffix")

  private def rename(from: Path, to: Path): Unit =
    if (!fileSystem.rename(from, to)) throw JobFailure(s"could not rename $from to $to")
}

/** Where a path really is, behind the default file system and every mount table. */
object Place {

  /** The resolved path; what does not exist yet (an output, a glob) is resolved as far as its nearest existing parent. */
  def of(path: Path, configuration: Configuration): Path = {
    val fileSystem = path.getFileSystem(configuration)

    @tailrec
    def resolve(existing: Path, below: List[String]): Path =
      if (fileSystem.exists(existing)) below.foldLeft(fileSystem.resolvePath(existing))(new Path(_, _))
      else if (existing.getParent == null) throw new FileNotFoundException(s"$path has no existing parent")
      else resolve(existing.getParent, existing.getName :: below)

    resolve(fileSystem.makeQualified(path), Nil)
  }

  /** Whether one of two resolved places is the other or lies within it. */
  def overlap(one: Path, other: Path): Boolean = s"$one/".startsWith(s"$other/") || s"$other/".startsWith(s"$one/")
}
