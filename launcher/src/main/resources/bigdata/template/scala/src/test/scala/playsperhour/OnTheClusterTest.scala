package playsperhour

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.{Tag, Test}
import scala.jdk.CollectionConverters._
import scala.sys.process._

/** The built jar on the cluster that is up. README.md says how to run it; `mvn package` alone leaves it out. */
@Tag("cluster")
class OnTheClusterTest {

  @Test
  def theSampleLogIsCountedByHour(): Unit = {
    val output = s"/tmp/plays-per-hour-${ProcessHandle.current().pid()}"
    try {
      bigdata("submit", "--class", "playsperhour.PlaysPerHourJob", "target/plays-per-hour-1.0.jar", "/tmp/data/test_log2.csv", output)
      val lines = bigdata("fs", "-cat", s"$output/part-*").linesIterator.toSeq
      assertThat(lines.asJava).startsWith("hourOfDay;plays").hasSizeBetween(2, 25)
    } finally bigdata("fs", "-rm", "-r", "-f", "-skipTrash", output)
  }

  /** Runs a command, which is on PATH in `bigdata shell` and in containers, and returns what it printed; fails when it does. */
  private def bigdata(words: String*): String = ("bigdata" +: words).!!
}
