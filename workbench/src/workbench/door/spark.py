"""The pages of Spark."""

from __future__ import annotations

import re
from typing import ClassVar

from .passes import header
from .relay import RelayHandler

#: Links from the root of the server.
FROM_THE_ROOT = re.compile(rb"""((?:href|src|action)=["'])(/(?!/)[^"']*)""")


class SparkHandler(RelayHandler):
    """A page of Spark, which opens to the cluster's key and mostly knows under which path it is shown."""

    changed: ClassVar[tuple[str, ...]] = ("text/html",)

    def credentials(self) -> dict[str, str]:
        """Return a pass made with it."""
        return header(self.places.key)

    def change(self, body: bytes) -> bytes:
        """Put the path of the door before links that lack it."""
        return FROM_THE_ROOT.sub(self.link, body)

    def link(self, found: re.Match[bytes]) -> bytes:
        """Return one of them as it should be."""
        prefix = self.prefix.encode()
        inside = found[2] == prefix or found[2].startswith(prefix + b"/")
        return found[0] if inside else found[1] + prefix + found[2]


class MasterHandler(SparkHandler):
    """The Master. It is a reverse proxy itself, for its workers and the running applications."""

    server = "The Spark Master"

    def leads(self) -> tuple[str, str]:
        """Lead to the Master."""
        return self.places.spark, f"{self.base}spark"


class HistoryHandler(SparkHandler):
    """The History Server. What follows ``history`` in a path is an application to its scripts."""

    server = "The History Server"

    def leads(self) -> tuple[str, str]:
        """Lead to it."""
        return self.places.history, f"{self.base}spark-history"
