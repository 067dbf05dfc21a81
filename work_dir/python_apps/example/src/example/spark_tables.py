"""Read features and write predictions through Spark, on whatever file system the cluster has."""

import uuid
from types import TracebackType
from typing import Any, Self

import pandas as pd

from example.errors import ExampleError
from example.features import COLUMNS, TARGET

PREDICTION_SCHEMA = "userId int, probability double, predicted boolean, paid boolean, part string"


class SparkTables:
    """A Spark session and the tables it reads and writes; a context manager that ends the session.

    Master, memory and file system come from Spark's configuration: ``spark-submit``, or ``SPARK_CONF_DIR`` when the
    application is started with plain Python.
    """

    def __init__(self, name: str = "example: who pays") -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError:  # a plain Python beside a Spark that SPARK_HOME names
            import findspark

            findspark.init()
            from pyspark.sql import SparkSession
        self._spark = SparkSession.builder.appName(name).getOrCreate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the session and give its executors back; a second call does nothing."""
        self._spark.stop()

    def resolve(self, path: str) -> str:
        """Return the full address of a path: ``/x`` is ``hdfs://master:9000/x`` on a cluster."""
        return str(self._file(path)[1].toString())

    def refuse_existing(self, path: str) -> None:
        """Raise when something is at the path.

        Raises
        ------
        ExampleError
            When it exists.
        """
        files, place = self._file(path)
        if files.exists(place):
            raise ExampleError(f"{place.toString()} exists. Choose another path or replace it with --overwrite.")

    def read_features(self, path: str) -> pd.DataFrame:
        """Read the result of the features job.

        Parameters
        ----------
        path : str
            A folder with CSV files, or one file: separated by ``;``, with the header of `COLUMNS`.

        Returns
        -------
        DataFrame, shape (n_users, 7)

        Raises
        ------
        ExampleError
            When the path is missing, unreadable, or holds something else.
        """
        from pyspark.errors import PySparkException

        files, place = self._file(path)
        if not files.exists(place):
            raise ExampleError(f"There is no {place.toString()}. Write the features first, or check the path.")
        schema = ", ".join(f"{name} {'boolean' if name == TARGET else 'int'}" for name in COLUMNS)
        try:
            table: pd.DataFrame = (
                self._spark.read.schema(schema)
                .options(header=True, sep=";", enforceSchema=False, mode="FAILFAST")
                .csv(path)
                .toPandas()
            )
        except PySparkException as failure:
            reason = _reason(failure)
            raise ExampleError(
                f"{place.toString()} cannot be read as features with the header {';'.join(COLUMNS)}: {reason}"
            ) from failure
        if table.empty:
            raise ExampleError(f"{place.toString()} has no users. Look at the balance that the features job printed.")
        return table

    def write_predictions(self, predictions: pd.DataFrame, path: str) -> None:
        """Write predictions as a folder with one CSV file; what was there is replaced only when it is complete.

        Parameters
        ----------
        predictions : DataFrame, shape (n_users, 5)
            The columns of `PREDICTION_SCHEMA`.
        """
        files, place = self._file(path)
        unfinished = f"{place.getParent().toString().rstrip('/')}/.{place.getName()}.{uuid.uuid4().hex[:8]}"
        _, temporary = self._file(unfinished)
        try:
            table = self._spark.createDataFrame(predictions, PREDICTION_SCHEMA)
            table.repartition(1).sortWithinPartitions("userId").write.options(header=True, sep=";").csv(unfinished)
            files.delete(place, True)
            if not files.rename(temporary, place):
                raise ExampleError(f"The predictions could not be moved to {place.toString()}. Check its permissions.")
        finally:
            files.delete(temporary, True)

    def _file(self, path: str) -> tuple[Any, Any]:
        """Return Hadoop's file system of the path, and the path with scheme and host."""
        context: Any = self._spark.sparkContext
        place = context._jvm.org.apache.hadoop.fs.Path(path)
        files = place.getFileSystem(context._jsc.hadoopConfiguration())
        return files, files.makeQualified(place)


def _reason(failure: Exception) -> str:
    """Return the first line of Spark's own explanation."""
    return str(failure).strip().splitlines()[0]
