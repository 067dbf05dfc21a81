package bigdata.graph

import org.apache.spark.graphx.{Edge, Graph}
import org.apache.spark.graphx.lib.LabelPropagation
import org.apache.spark.rdd.RDD

/**
 * Where a song stands in the graph.
 *
 * @param rank      PageRank: high for a song that many songs lead to; 1 on average
 * @param community the same number for songs that are tied closely to each other: the id of one of them
 * @param island    the same number for songs between which there is any way at all: the smallest id among them
 */
final case class Standing(songId: Int, rank: Double, community: Int, island: Int)

object Communities {
  private val RankRounds = 20
  private val LabelRounds = 10

  /** The standing of every song that has a tie. */
  def of(ties: RDD[Tie]): RDD[Standing] = {
    val graph = Graph.fromEdges(ties.flatMap(bothWays), defaultValue = ()).cache()
    val communities = LabelPropagation.run(graph, LabelRounds).vertices
    val islands = graph.connectedComponents().vertices
    graph
      .staticPageRank(RankRounds)
      .vertices
      .innerJoin(communities)((_, rank, community) => (rank, community))
      .innerJoin(islands) { case (song, (rank, community), island) =>
        Standing(song.toInt, rank, community.toInt, island.toInt)
      }
      .values
  }

  /** A tie has no direction, an edge of GraphX has one. */
  private def bothWays(tie: Tie): Seq[Edge[Double]] = Seq(
    Edge(tie.songId.toLong, tie.otherId.toLong, tie.closeness),
    Edge(tie.otherId.toLong, tie.songId.toLong, tie.closeness)
  )
}
