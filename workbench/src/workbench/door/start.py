"""The start page: what runs where, in one picture."""

from __future__ import annotations

from pathlib import Path

import jinja2
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import authenticated

from .cluster import read
from .places import Places

PAGE = "start.html.j2"


class StartHandler(JupyterHandler):
    """A page that says which machine runs what, and leads there."""

    def initialize(self, places: Places) -> None:
        """Take what tornado has from the rule of the path."""
        self.places = places

    @authenticated
    async def get(self) -> None:
        """Answer with how the cluster does now."""
        templates = jinja2.Environment(loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True)
        self.finish(templates.get_template(PAGE).render(base=self.base_url, cluster=await read(self.places)))
