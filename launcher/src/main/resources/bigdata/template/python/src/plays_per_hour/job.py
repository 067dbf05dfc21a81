"""The job, and its command line."""

import argparse
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, count, hour, lit, try_to_timestamp


def per_hour(plays: DataFrame) -> DataFrame:
    """Count plays by hour of the day. Plays without a real date and time are left out.

    Parameters
    ----------
    plays
        With a column ``hour``, as ``18-10-2017 00:00:25``.

    Returns
    -------
    DataFrame
        ``hourOfDay``, 0 to 23, and ``plays``; one row for each hour in which somebody played, in order.
    """
    hours = plays.select(hour(try_to_timestamp("hour", lit("dd-MM-yyyy HH:mm:ss"))).alias("hourOfDay"))
    return (
        hours.where(col("hourOfDay").isNotNull())
        .groupBy("hourOfDay")
        .agg(count("*").alias("plays"))
        .orderBy("hourOfDay")
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the job and return its exit code; wrong arguments end it with 2 before Spark starts."""
    parser = argparse.ArgumentParser(prog="main.py", description="Count the plays of a log by hour of the day.")
    parser.add_argument("log", help="file, folder or glob with the columns of log2")
    parser.add_argument("output", help="folder to write, which does not exist")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("plays-per-hour").getOrCreate()
    plays = spark.read.csv(options.log, sep=";", header=True)
    per_hour(plays).coalesce(1).write.csv(options.output, sep=";", header=True)
    print(f"{options.log} became {options.output}")
    spark.stop()
    return 0
