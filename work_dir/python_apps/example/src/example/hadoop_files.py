"""Read and write files of the cluster through Hadoop's own ``FileSystem``, without starting a Spark application.

Features and predictions are small tables that this process holds in memory anyway, so they travel as bytes: executors
and SQL would take longer to start than the bytes to arrive. All bytes of one call must fit into this process. A result
that is too big for that is none for pandas either, and belongs into a Spark application.
"""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from subprocess import TimeoutExpired
from types import TracebackType
from typing import Any, Self

from example.errors import ExampleError

CHUNK = 1 << 20
"""Bytes that go to or come from the Java side in one call."""
STOP_SECONDS = 10.0
"""How long a virtual machine of our own may take to end before it is killed."""


class HadoopFiles:
    """The file systems of Hadoop's configuration; a context manager that gives up the connection to the Java side.

    The Java side is the virtual machine of ``spark-submit`` that runs this process, or else one started here. It takes
    ``core-site.xml`` and ``hdfs-site.xml`` from ``HADOOP_CONF_DIR`` and ``spark.hadoop.*`` from Spark's configuration.
    A plain path is one of the default file system.

    Raises
    ------
    ExampleError
        From every method, when Hadoop refuses or fails.
    """

    def __init__(self) -> None:
        self._gateway = _connect()
        with _told("Hadoop's configuration cannot be loaded"):
            self._hadoop = self._gateway.jvm.org.apache.hadoop
            self._configuration = self._hadoop.conf.Configuration()
            for setting in self._gateway.jvm.org.apache.spark.SparkConf().getAllWithPrefix("spark.hadoop."):
                self._configuration.set(setting._1(), setting._2())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        machine = self._gateway.proc
        if machine is None:
            self._gateway.close(keep_callback_server=True)
            return
        self._gateway.shutdown()
        machine.stdin.close()  # which is what the virtual machine waits for
        try:
            machine.wait(STOP_SECONDS)
        except TimeoutExpired:
            machine.kill()
            machine.wait()

    def resolve(self, path: str) -> str:
        """Return the full address of a path: ``/x`` is ``hdfs://master:9000/x`` on a cluster."""
        return str(self._locate(path)[1].toString())

    def refuse_existing(self, path: str) -> None:
        """Raise when something is at the path."""
        files, place = self._locate(path)
        with _told(f"{path} cannot be looked at"):
            if files.exists(place):
                raise ExampleError(f"{place.toString()} exists. Choose another path or replace it with --overwrite.")

    def read(self, path: str) -> list[bytes]:
        """Return the content of each file that the path means, in the order of their names.

        Parameters
        ----------
        path : str
            A file, a folder or a glob of them. In a folder, names that begin with ``_`` or ``.`` are no data, and
            neither are folders.
        """
        files, place = self._locate(path)
        with _told(f"{place.toString()} cannot be read"):
            found = files.globStatus(place)
            if not found:
                raise ExampleError(f"There is no {place.toString()}. Check the path, or write it first.")
            return [self._content(files, file) for status in found for file in _data_files(files, status)]

    def write_folder(self, path: str, contents: Mapping[str, bytes], *, overwrite: bool) -> None:
        """Write a folder of files and ``_SUCCESS``; what was there is replaced only when the new one is complete.

        Parameters
        ----------
        path : str
            The folder. It is filled beside this place, since a rename works only within one mounted file system.
        contents : mapping of str to bytes
            The content of each file by name.
        overwrite : bool
            Replace what is there; refuse it otherwise.
        """
        files, place = self._locate(path)
        if place.isRoot():
            raise ExampleError(f"{place.toString()} is a whole file system. Choose a folder in it.")
        staged, old = (self._beside(place, suffix) for suffix in ("new", "old"))
        with _told(f"{place.toString()} cannot be written"):
            try:
                files.mkdirs(staged)
                for name, content in {**contents, "_SUCCESS": b""}.items():
                    self._fill(files, self._hadoop.fs.Path(staged, name), content)
                if not overwrite:
                    self.refuse_existing(path)
                _replace(files, staged, place, old)
            finally:
                files.delete(staged, True)

    def _locate(self, path: str) -> tuple[Any, Any]:
        """Return Hadoop's file system of the path, and the path with scheme and host."""
        with _told(f"{path} is not a path that can be used"):
            place = self._hadoop.fs.Path(path)
            files = place.getFileSystem(self._configuration)
            return files, files.makeQualified(place)

    def _beside(self, place: Any, suffix: str) -> Any:
        return self._hadoop.fs.Path(place.getParent(), f".{place.getName()}.{uuid.uuid4().hex[:8]}.{suffix}")

    @staticmethod
    def _content(files: Any, file: Any) -> bytes:
        stream = files.open(file)
        try:
            return b"".join(iter(lambda: bytes(stream.readNBytes(CHUNK)), b""))
        finally:
            stream.close()

    @staticmethod
    def _fill(files: Any, file: Any, content: bytes) -> None:
        stream = files.create(file)
        try:
            for start in range(0, len(content), CHUNK):
                stream.write(content[start : start + CHUNK])
        finally:
            stream.close()


def _connect() -> Any:
    """Return py4j's gateway to the virtual machine of ``spark-submit``, or to a new one."""
    try:
        try:
            from pyspark.java_gateway import launch_gateway
        except ImportError:  # a plain Python beside a Spark that SPARK_HOME names
            import findspark

            findspark.init()
            from pyspark.java_gateway import launch_gateway
        from pyspark.errors import PySparkException
    except (ImportError, ValueError) as failure:
        raise ExampleError(f"There is no Spark for Python: {failure}. Install pyspark or set SPARK_HOME.") from failure
    try:
        return launch_gateway()
    except (PySparkException, OSError) as failure:
        raise ExampleError(
            "Java did not start; its own words are above. Is it installed, and is JAVA_HOME right?"
        ) from failure


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn what the Java side throws into a sentence."""
    from py4j.protocol import Py4JError, Py4JJavaError

    try:
        yield
    except Py4JJavaError as failure:
        thrown = failure.java_exception
        reason = str(thrown.getMessage() or thrown.toString()).strip().splitlines()[0]
        raise ExampleError(f"{what}: {reason}") from failure
    except Py4JError as failure:
        raise ExampleError(f"{what}: the Java side ended. {failure}") from failure


def _data_files(files: Any, status: Any) -> list[Any]:
    """Return the paths of what a status from a glob stands for: itself, or the data files of a folder, by name."""
    if not status.isDirectory():
        return [status.getPath()]
    inside = [each.getPath() for each in files.listStatus(status.getPath()) if each.isFile()]
    return sorted((file for file in inside if file.getName()[0] not in "_."), key=lambda file: str(file.getName()))


def _replace(files: Any, staged: Any, place: Any, old: Any) -> None:
    """Move what is at the place aside, the staged folder into it, and back if that fails."""
    replaced = files.exists(place)
    if replaced:
        _rename(files, place, old)
    try:
        _rename(files, staged, place)
    except BaseException:
        if replaced:
            _rename(files, old, place)
        raise
    if replaced:
        files.delete(old, True)


def _rename(files: Any, origin: Any, target: Any) -> None:
    if not files.rename(origin, target):
        raise ExampleError(f"{origin.toString()} could not be moved to {target.toString()}. Check its permissions.")
