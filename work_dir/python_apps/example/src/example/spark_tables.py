"""Read features and write predictions through Spark, on whatever file system the cluster has."""

import uuid
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import pandas as pd

from example.errors import ExampleError
from example.features import COLUMNS, TARGET

LINE = r"(?:-?[0-9]{1,10};){6}(?:true|false)"
SHOWN = 100
"""Characters of a wrong line that a message shows."""
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
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        files, place = self._file(path)
        address = str(place.toString())
        if not files.exists(place):
            raise ExampleError(f"There is no {address}. Write the features first, or check the path.")
        try:
            lines = [row.value for row in self._spark.read.text(path).collect()]
        except (PySparkException, Py4JError) as failure:
            reason = str(failure).strip().splitlines()[0]
            raise ExampleError(f"{address} cannot be read: {reason}") from failure
        return parse(lines, address)

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


def parse(lines: Sequence[str], address: str) -> pd.DataFrame:
    """Return the table that lines of CSV hold, in their order; each file of several has a header of its own.

    Raises
    ------
    ExampleError
        When there is no header, no user, or a line that the features job does not write; it tells the first one.
    """
    header = ";".join(COLUMNS)
    text = pd.Series(lines, dtype="str")
    rows = text[text != header]
    if len(rows) == len(text):
        raise ExampleError(f"{address} has no header {header}. Is it the result of the features job?")
    wrong = rows[~rows.str.fullmatch(LINE)]
    if not wrong.empty:
        raise ExampleError(f"{address} has a line that is not of features: {wrong.iloc[0][:SHOWN]!r}. Write it again.")
    if rows.empty:
        raise ExampleError(f"{address} has no users. Look at the balance that the features job printed.")
    fields = rows.str.split(";", expand=True).set_axis(list(COLUMNS), axis=1).reset_index(drop=True)
    numbers = [name for name in COLUMNS if name != TARGET]
    return fields.astype(dict.fromkeys(numbers, "int64")).assign(**{TARGET: fields[TARGET] == "true"})
