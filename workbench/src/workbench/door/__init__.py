"""One door: JupyterLab's port and token lead to the pages of Spark and HDFS too.

An extension of the Jupyter server. It knows a few named servers and no way to any other: ``/spark/`` with the
workers and the running applications behind the Master, ``/spark-history/``, ``/hdfs/``, and
``/datanode/HOST:PORT/`` of every live DataNode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .opening import handlers
from .places import Places

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workbench.door"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    server.web_app.add_handlers(".*$", handlers(server.base_url, Places(config=server.config)))
