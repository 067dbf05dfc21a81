"""The pages of HDFS: those of the NameNode, and those of every live DataNode, from which files come."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit

import aiohttp
from tornado.web import HTTPError

from .relay import RelayHandler

#: What their pages ask from the root of the server.
FROM_THE_ROOT = re.compile(rb"""(["'])/(static|jmx|conf|startupProgress|webhdfs/v1|logs)\b""")
#: How the NameNode's page makes a DataNode's address.
DATANODE_LINK = (b'"http://" + dnHost + ":" + port', b'"../datanode/" + dnHost + ":" + port + "/"')
#: Where it tells a browser to read or write a file itself.
TO_A_DATANODE = re.compile(rb'("Location"\s*:\s*")http://([^/"]+)/')


class HdfsHandler(RelayHandler):
    """What the NameNode and DataNodes have in common."""

    changed: ClassVar[tuple[str, ...]] = (
        "text/html",
        "text/javascript",
        "application/javascript",
        "application/json",
    )

    def change(self, body: bytes) -> bytes:
        """Let every address lead through the door."""
        if "op=OPEN" in self.request.query or "op=CREATE" in self.request.query:
            return TO_A_DATANODE.sub(rb"\1" + self.base.encode() + rb"datanode/\2/", body)
        here = self.prefix.encode()
        return FROM_THE_ROOT.sub(rb"\1" + here + rb"/\2", body).replace(*DATANODE_LINK)

    def query(self) -> str:
        """Say who asks for logs and their levels: they are for administrators."""
        query = super().query()
        administrators = self.path().startswith(("/logs", "/logLevel"))
        return f"{query}{'&' if query else '?'}user.name={self.places.user}" if administrators else query

    def location(self, address: str) -> str:
        """Lead a redirect to a DataNode through the door."""
        parts = urlsplit(address)
        if parts.path.startswith("/webhdfs/"):
            return f"{self.base}datanode/{parts.netloc}{parts.path}?{parts.query}"
        return super().location(address)


class NameNodeHandler(HdfsHandler):
    """The NameNode: overview, DataNodes, file browser."""

    server = "The NameNode"

    def leads(self) -> tuple[str, str]:
        """Lead to it."""
        return self.places.namenode, f"{self.base}hdfs"


class DataNodeHandler(HdfsHandler):
    """A live DataNode; its address is in the path."""

    server = "The DataNode"

    def leads(self) -> tuple[str, str]:
        """Lead to the one in the path."""
        address = self.request.path.removeprefix(f"{self.base}datanode/").partition("/")[0]
        return f"http://{address}", f"{self.base}datanode/{address}"

    async def permit(self) -> None:
        """Answer 404 for any other host or port."""
        try:
            if await self.live.has(urlsplit(self.upstream).netloc):
                return
        except (aiohttp.ClientError, TimeoutError) as failure:
            raise HTTPError(
                502, "The NameNode does not answer, and it alone knows the DataNodes"
            ) from failure
        raise HTTPError(404, "no live DataNode has this address")
