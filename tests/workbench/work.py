"""An application with something on every page: `once`, or until it is killed."""

import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.appName(f"work {sys.argv[1]}").getOrCreate()
numbers = spark.range(10_000).selectExpr("id", "id % 7 as day").cache()
while True:
    numbers.groupBy("day").count().orderBy("day").write.mode("overwrite").parquet(f"/looked-at/{sys.argv[1]}")
    print("worked", flush=True)
    if sys.argv[1] == "once":
        break
    spark.sparkContext.parallelize(range(2), 2).foreach(lambda _: __import__("time").sleep(2))
