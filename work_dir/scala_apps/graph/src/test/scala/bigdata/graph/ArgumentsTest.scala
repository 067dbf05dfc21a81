package bigdata.graph

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ArgumentsTest {
  @Test
  def twoPathsAreEnough(): Unit =
    assertThat(Arguments.parse(List("/in", "/out"))).isEqualTo(Right(Arguments("/in", "/out")))

  @Test
  def optionsFollowThePaths(): Unit =
    assertThat(Arguments.parse("/in /out --songs 9 --neighbours 3 --together 2 --overwrite".split(' ').toList))
      .isEqualTo(Right(Arguments("/in", "/out", songs = 9, neighbours = 3, together = 2, overwrite = true)))

  @Test
  def whatIsWrongIsSaidInTheOptionsWords(): Unit = {
    assertThat(Arguments.parse(List("/in"))).isEqualTo(Left("two paths are needed: path-input-log2 path-output"))
    assertThat(Arguments.parse(List("/in", "/out", "--songs", "0"))).isEqualTo(Left("--songs wants a number from 1"))
    assertThat(Arguments.parse(List("/in", "/out", "--songs"))).isEqualTo(Left("--songs wants a number from 1"))
    assertThat(Arguments.parse(List("/in", "/out", "--loud"))).isEqualTo(Left("unknown option: --loud"))
  }
}
