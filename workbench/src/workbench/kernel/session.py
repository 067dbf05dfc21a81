"""`spark` and `sc`, which are there from the start and connect when they are first used."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell
    from pyspark import SparkContext
    from pyspark.sql import SparkSession


class OnFirstUse:
    """Stands in a notebook for something that is made when it is first asked for anything.

    Parameters
    ----------
    kind : callable
        Returns its class, so that `isinstance` and completion know it without making it.
    make : callable
        Makes it, or returns the one there is.
    """

    def __init__(self, kind: Callable[[], type], make: Callable[[], Any]) -> None:
        self._kind = kind
        self._make = make

    @property
    def __class__(self) -> type:
        return self._kind()

    @__class__.setter
    def __class__(self, _: type) -> None:
        raise TypeError("what is made on first use keeps its class")

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith(("_ipython_", "_repr_")):  # asked of every object that is shown or completed
            raise AttributeError(name)
        return getattr(self._make(), name)

    def __dir__(self) -> list[str]:
        return dir(self._kind())

    def __repr__(self) -> str:
        return f"<{self._kind().__name__} that begins when it is first used>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show it by itself: that is a use."""
        made = self._make()
        return {"text/plain": repr(made), "text/html": made._repr_html_()}


class AtHand:
    """Keeps `spark` and `sc` of a notebook usable.

    Parameters
    ----------
    names : dict
        The notebook's variables.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names
        self._spark = OnFirstUse(_session_class, self._session)
        self._sc = OnFirstUse(_context_class, lambda: self._session().sparkContext)
        names.update(spark=self._spark, sc=self._sc)

    def _session(self) -> SparkSession:
        from pyspark.sql import SparkSession

        session = SparkSession.builder.getOrCreate()
        _tell_errors_once()
        for name, stand_in, real in (("spark", self._spark, session), ("sc", self._sc, session.sparkContext)):
            if self._names.get(name) is stand_in:
                self._names[name] = real
        return session

    def renew(self, *_: object) -> None:
        """Let names that hold a session that was stopped begin a new one."""
        if "pyspark.sql" not in sys.modules:
            return
        _tell_errors_once()
        spark: Any = self._names.get("spark")
        sc: Any = self._names.get("sc")
        if _session_class() is type(spark) and _stopped(spark.sparkContext):
            self._names["spark"] = self._spark
        if _context_class() is type(sc) and _stopped(sc):
            self._names["sc"] = self._sc


def _session_class() -> Any:  # noqa: ANN401
    from pyspark.sql import SparkSession

    return SparkSession


def _context_class() -> Any:  # noqa: ANN401
    from pyspark import SparkContext

    return SparkContext


def _tell_errors_once() -> None:
    """Keep PySpark from printing what a cell shows as its error once more, as a line of JSON."""
    from pyspark.logger import PySparkLogger

    PySparkLogger.getLogger("DataFrameQueryContextLogger").setLevel(logging.CRITICAL)


def _stopped(context: SparkContext) -> bool:
    return context._jsc is None


def install(shell: InteractiveShell) -> None:
    """Put `spark` and `sc` at hand."""
    at_hand = AtHand(shell.user_ns)
    shell.user_ns_hidden.update(spark=None, sc=None)  # `%who` lists what the person made
    shell.events.register("post_run_cell", at_hand.renew)
