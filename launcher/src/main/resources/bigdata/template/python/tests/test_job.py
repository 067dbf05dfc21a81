"""The job on whatever Spark is there: the cluster in ``bigdata shell``, else one in this process."""

import sys
import unittest
from pathlib import Path

from pyspark.sql import Row, SparkSession

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from plays_per_hour.job import per_hour


class PlaysPerHourTest(unittest.TestCase):
    """What the job promises."""

    @classmethod
    def setUpClass(cls) -> None:
        """Start Spark once."""
        cls.spark = SparkSession.builder.appName("tests of plays-per-hour").getOrCreate()

    @classmethod
    def tearDownClass(cls) -> None:
        """Give the cluster its cores back."""
        cls.spark.stop()

    def test_plays_are_counted_by_hour_of_the_day_in_order(self) -> None:
        rows = self.count("18-10-2017 23:00:00", "18-10-2017 00:00:25", "19-10-2017 23:59:59")
        self.assertEqual(rows, [Row(hourOfDay=0, plays=1), Row(hourOfDay=23, plays=2)])

    def test_a_play_without_a_real_date_is_left_out(self) -> None:
        self.assertEqual(self.count("31-02-2017 00:00:00", "yesterday", ""), [])

    def test_the_sample_log_is_counted_on_the_cluster(self) -> None:
        if self.spark.sparkContext.master.startswith("local"):
            self.skipTest("no cluster: run it in bigdata shell")
        log = self.spark.read.csv("/tmp/data/test_log2.csv", sep=";", header=True)
        rows = per_hour(log).collect()
        self.assertEqual([row.hourOfDay for row in rows], list(range(24)))
        self.assertGreater(sum(row.plays for row in rows), 0.99 * log.count())  # some lines are malformed

    def count(self, *hours: str) -> list[Row]:
        """Return the job's rows for plays at these times."""
        return per_hour(self.spark.createDataFrame([(hour,) for hour in hours], "hour string")).collect()
