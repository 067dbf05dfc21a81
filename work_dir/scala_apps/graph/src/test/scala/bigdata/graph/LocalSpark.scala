package bigdata.graph

import org.apache.spark.sql.SparkSession

/** A Spark in this process, started once for all tests. */
object LocalSpark {
  private lazy val shared: SparkSession = SparkSession
    .builder()
    .master("local[1]")
    .appName("tests")
    .config("spark.sql.shuffle.partitions", 1) // there is next to nothing to shuffle
    .config("spark.ui.enabled", false)
    .config("spark.driver.host", "localhost")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .getOrCreate()

  def session(): SparkSession = shared.newSession()
}
