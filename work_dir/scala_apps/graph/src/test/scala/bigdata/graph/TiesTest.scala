package bigdata.graph

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import scala.jdk.CollectionConverters._

class TiesTest {
  private val spark = LocalSpark.session()
  import spark.implicits._

  @Test
  def aTieKnowsHowManyHeardBothAndHowCloseThatIs(): Unit =
    assertThat(ties(together = 2)((1, 10), (1, 11), (2, 10), (2, 11), (3, 11), (4, 11)).asJava)
      .containsExactly(Tie(10, 11, 2, 2 / math.sqrt(2.0 * 4)))

  @Test
  def tooFewCommonUsersTieNothing(): Unit =
    assertThat(ends(ties(together = 2)((1, 10), (1, 11), (2, 10), (2, 12), (3, 10), (3, 12)))).isEqualTo(Set((10, 12)))

  @Test
  def onlyTheClosestOthersOfASongAreTiedToIt(): Unit = {
    val heard = (1 to 3).map((_, 10)) ++ (1 to 3).map((_, 11)) ++ (1 to 2).map((_, 12))
    assertThat(ends(ties(neighbours = 1)(heard: _*))).isEqualTo(Set((10, 11), (10, 12)))
  }

  @Test
  def onlySongsWithMostListenersCount(): Unit = {
    val heard = Seq((1, 12), (2, 12), (1, 11), (1, 10)).map { case (user, song) => Heard(user, song, 7) }.toDS()
    assertThat(Ties.songs(heard, 2).collect().toSeq.asJava).containsExactly(Song(12, 7, 2), Song(10, 7, 1))
  }

  private def ties(together: Int = 1, neighbours: Int = 8)(heard: (Int, Int)*): Seq[Tie] = {
    val pairs = heard.map { case (user, song) => Heard(user, song, 1) }.toDS()
    Ties.between(Ties.songs(pairs, 100), pairs, together, neighbours).collect().toSeq
  }

  private def ends(ties: Seq[Tie]): Set[(Int, Int)] = ties.map(tie => (tie.songId, tie.otherId)).toSet
}
