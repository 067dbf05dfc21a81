package bigdata.graph

import org.assertj.core.api.Assertions.{assertThat, within}
import org.junit.jupiter.api.Test

class CommunitiesTest {
  private val star = Seq((10, 11), (10, 12), (10, 13))
  private val pair = Seq((20, 21))
  private lazy val standings = standingsOf(star ++ pair)

  @Test
  def songsWithoutAnyWayBetweenThemAreOnDifferentIslands(): Unit = {
    assertThat(groups(_.island)).isEqualTo(Set(Set(10, 11, 12, 13), Set(20, 21)))
    assertThat(standings.map(_.island).toSet).isEqualTo(Set(10, 20))
  }

  @Test
  def aCommunityIsNeverLargerThanItsIsland(): Unit =
    assertThat(standings.groupMap(_.community)(_.island).values.forall(_.distinct.size == 1)).isTrue

  @Test
  def theSongThatAllOthersLeadToRanksHighest(): Unit = {
    assertThat(standings.maxBy(_.rank).songId).isEqualTo(10)
    assertThat(standings.map(_.rank).sum).isCloseTo(6.0, within(Double.box(1e-3)))
  }

  private def groups(by: Standing => Int): Set[Set[Int]] = standings.groupMap(by)(_.songId).values.map(_.toSet).toSet

  private def standingsOf(ends: Seq[(Int, Int)]): Seq[Standing] = {
    val ties = ends.map { case (one, other) => Tie(one, other, 5, 0.5) }
    Communities.of(LocalSpark.session().sparkContext.parallelize(ties, 1)).collect().toSeq
  }
}
