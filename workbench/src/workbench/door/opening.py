"""Which path leads where."""

from __future__ import annotations

import re
from typing import Any

from .hdfs import DataNodeHandler, NameNodeHandler
from .places import LiveDataNodes, Places
from .spark import HistoryHandler, MasterHandler
from .start import StartHandler
from .tiles import IconHandler, TilesHandler

Rule = tuple[str, type, dict[str, Any]]


def handlers(base: str, places: Places) -> list[Rule]:
    """Return tornado's rules for every path of the door below ``base``, which ends with a slash."""
    door = {"base": base, "places": places, "live": LiveDataNodes(places.namenode)}
    named: list[Rule] = [
        (r"spark(?:/.*)?", MasterHandler, door),
        (r"spark-history(?:/.*)?", HistoryHandler, door),
        (r"hdfs(?:/.*)?", NameNodeHandler, door),
        (r"datanode/[^/]+(?:/.*)?", DataNodeHandler, door),
        (r"start", StartHandler, {"places": places}),
        (r"server-proxy/servers-info", TilesHandler, {}),
        (r"server-proxy/icon/([a-z]+)", IconHandler, {}),
    ]
    return [(re.escape(base) + path, handler, settings) for path, handler, settings in named]
