"""Where the pages are that the door leads to."""

from __future__ import annotations

import json
import time

import aiohttp
from traitlets import Unicode
from traitlets.config import Configurable

#: For which an answer about DataNodes holds.
SECONDS = 2.0


class Places(Configurable):
    """Addresses of the cluster's web servers, without a slash at the end; the launcher writes them."""

    spark = Unicode(help="of the Spark Master").tag(config=True)
    history = Unicode(help="of Spark's History Server").tag(config=True)
    namenode = Unicode(help="of the NameNode").tag(config=True)
    key = Unicode(help="opens the pages of Spark").tag(config=True)
    user = Unicode(help="whom HDFS lets read its logs").tag(config=True)


class LiveDataNodes:
    """Web addresses of live DataNodes, as the NameNode knows them: the door leads to no other host."""

    def __init__(self, namenode: str) -> None:
        self.namenode = namenode
        self.known: set[str] = set()
        self.asked = 0.0

    async def has(self, address: str) -> bool:
        """Say whether ``address`` is ``HOST:PORT`` of a live DataNode."""
        if address not in self.known or time.monotonic() > self.asked + SECONDS:
            self.known = await self.read()
            self.asked = time.monotonic()
        return address in self.known

    async def read(self) -> set[str]:
        """Ask the NameNode."""
        timeout = aiohttp.ClientTimeout(total=10)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{self.namenode}/jmx?qry=Hadoop:service=NameNode,name=NameNodeInfo") as answer,
        ):
            beans = (await answer.json(content_type=None))["beans"]
        nodes = json.loads(beans[0]["LiveNodes"])
        addresses = set()
        for name, node in nodes.items():
            host, port = node["infoAddr"].rsplit(":", 1)
            addresses |= {f"{host}:{port}", f"{name.rsplit(':', 1)[0]}:{port}"}
        return addresses
