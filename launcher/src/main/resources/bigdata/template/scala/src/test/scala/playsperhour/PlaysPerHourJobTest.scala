package playsperhour

import org.apache.spark.sql.{Row, SparkSession}
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.{AfterAll, TestInstance}
import scala.jdk.CollectionConverters._

/** The job on a Spark in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaysPerHourJobTest {
  private val spark = SparkSession
    .builder()
    .master("local[2]")
    .appName("tests")
    .config("spark.ui.enabled", false)
    .config("spark.driver.host", "localhost")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", 2)
    .getOrCreate()
  import spark.implicits._

  @AfterAll
  def stop(): Unit = spark.stop()

  @Test
  def playsAreCountedByHourOfTheDayInOrder(): Unit =
    assertThat(perHour("18-10-2017 23:00:00", "18-10-2017 00:00:25", "19-10-2017 23:59:59"))
      .containsExactly(Row(0, 1L), Row(23, 2L))

  @Test
  def aPlayWithoutARealDateIsLeftOut(): Unit =
    assertThat(perHour("31-02-2017 00:00:00", "yesterday", "")).isEmpty()

  private def perHour(hours: String*) = PlaysPerHourJob.perHour(hours.toDF("hour")).collect().toSeq.asJava
}
