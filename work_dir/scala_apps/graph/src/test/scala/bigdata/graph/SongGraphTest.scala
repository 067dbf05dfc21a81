package bigdata.graph

import java.io.{ByteArrayOutputStream, PrintStream}
import java.nio.charset.StandardCharsets.UTF_8
import java.nio.file.{Files, Path}
import org.apache.spark.sql.AnalysisException
import org.assertj.core.api.Assertions.{assertThat, assertThatThrownBy}
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import scala.jdk.CollectionConverters._

class SongGraphTest(@TempDir temporary: Path) {
  private val folder = temporary // the annotation of a parameter that methods use would land on a field
  private val spark = LocalSpark.session()
  import spark.implicits._

  @Test
  def songsThatTheSameUsersHearAreOneCommunity(): Unit = {
    plays((1 to 6).flatMap(user => Seq(10, 11, 12).map((user, _))) ++ (7 to 9).flatMap(user =>
      Seq(20, 21).map((user, _))
    ))

    val told = run("--together", "2")

    val islands = songs().groupMap(_.island)(_.songId).values.map(_.toSet).toSet
    assertThat(islands).isEqualTo(Set(Set(10, 11, 12), Set(20, 21)))
    assertThat(told).contains("5 of 5 songs are tied, by 4 ties")
    assertThatThrownBy(() => run("--together", "2")).isInstanceOf(classOf[AnalysisException]).hasMessageContaining(
      "exist"
    )
  }

  @Test
  def linesThatAreNoPlaysAreLeftOut(): Unit = {
    val hour = "18-10-2017 00:00:25"
    val wrong =
      Seq(s"$hour;1;99999999999;1;1_1", s"$hour;1;4294967296;1;1_1", s"$hour;1;11;1", "", s"$hour;2;11;1;1_2 ")
    Files.write(folder.resolve("log2.csv"), (wrong :+ s"$hour;1;10;1;1_1" :+ s"$hour;1;12;1;1_1").asJava)

    assertThat(Listening.read(spark, s"$folder/log2.csv").collect().toSet).isEqualTo(Set(
      Heard(1, 10, 1),
      Heard(1, 12, 1)
    ))
  }

  private def plays(heard: Seq[(Int, Int)]): Unit = {
    val lines = heard.map { case (user, song) => s"18-10-2017 00:00:25;$user;$song;${song / 10};1_$user" }
    Files.write(folder.resolve("log2.csv"), ("hour;userId;songId;genderId;deviceId" +: lines).asJava)
    ()
  }

  private def run(options: String*): String = {
    val arguments = Arguments.parse(s"$folder/log2.csv" :: s"$folder/graph" :: options.toList)
    val out = new ByteArrayOutputStream
    SongGraph.run(spark, arguments.fold(sys.error, identity), new PrintStream(out, true, UTF_8))
    out.toString(UTF_8)
  }

  private def songs(): Seq[Standing] = spark.read.parquet(s"$folder/graph/songs").as[Standing].collect().toSeq
}
