"""The pages of Spark."""

from __future__ import annotations

import re
from typing import ClassVar

from .relay import RelayHandler

#: Links that Spark writes without the path of its reverse proxy.
FROM_THE_ROOT = re.compile(rb"""((?:href|src|action)=["'])/(?!/|spark/)""")


class MasterHandler(RelayHandler):
    """The Master. It is a reverse proxy itself, for its workers and the running applications."""

    server = "The Spark Master"
    changed: ClassVar[tuple[str, ...]] = ("text/html",)

    def leads(self) -> tuple[str, str]:
        """Lead to the Master."""
        return self.places.spark, f"{self.base}spark"

    def change(self, body: bytes) -> bytes:
        """Put the path of the door before links that lack it."""
        return FROM_THE_ROOT.sub(rb"\1" + self.prefix.encode() + b"/", body)


class HistoryHandler(RelayHandler):
    """The History Server, which asks for nothing but the path under which it is seen."""

    server = "The History Server"

    def leads(self) -> tuple[str, str]:
        """Lead to it."""
        return self.places.history, f"{self.base}history"
