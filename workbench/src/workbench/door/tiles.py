"""The tiles of JupyterLab's launcher, told to the front end of jupyter-server-proxy in its own words.

Its server part stays off: it would open every port of this machine.
"""

from __future__ import annotations

from pathlib import Path

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado.web import HTTPError, authenticated

CATEGORY = "Cluster"
#: Title and path by the name of the icon.
TILES = {
    "start": ("What runs where", "start"),
    "spark": ("Spark Master", "spark/"),
    "history": ("Spark History", "spark-history/"),
    "hdfs": ("HDFS", "hdfs/"),
}


class TilesHandler(APIHandler):
    """Which tiles there are."""

    @authenticated
    def get(self) -> None:
        """Answer with a tile for every page that opens in a tab of the browser."""
        self.finish({"server_processes": [self.tile(name, *tile) for name, tile in TILES.items()]})

    def tile(self, name: str, title: str, path: str) -> dict[str, object]:
        """Describe one."""
        icon = f"{self.base_url}server-proxy/icon/{name}"
        entry = {"enabled": True, "title": title, "path_info": path, "category": CATEGORY, "icon_url": icon}
        return {"name": name, "launcher_entry": entry, "new_browser_tab": True}


class IconHandler(JupyterHandler):
    """Their pictures."""

    @authenticated
    def get(self, name: str) -> None:
        """Answer with one."""
        if name not in TILES:
            raise HTTPError(404)
        self.set_header("Content-Type", "image/svg+xml")
        self.finish((Path(__file__).parent / "icons" / f"{name}.svg").read_bytes())
