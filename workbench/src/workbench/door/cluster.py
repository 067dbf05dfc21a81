"""What runs on which machine, as the NameNode and the Spark Master tell it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from .passes import header
from .places import Places

LIMIT = aiohttp.ClientTimeout(total=3)


@dataclass
class Machine:
    """A host with the services of its worker nodes."""

    host: str
    services: list[Service] = field(default_factory=list)


@dataclass
class Service:
    """What it is called, what it offers, its page's path, and which share of it, from 0 to 1, is used."""

    name: str
    detail: str
    page: str
    share: float


@dataclass
class Cluster:
    """All of it; ``silent`` are the servers that did not answer."""

    machines: list[Machine]
    applications: list[dict[str, Any]]
    silent: list[str]


async def read(places: Places) -> Cluster:
    """Ask both at once."""
    hdfs, spark = await asyncio.gather(
        ask(f"{places.namenode}/jmx?qry=Hadoop:service=NameNode,name=NameNodeInfo", {}),
        ask(f"{places.spark}/json/", header(places.key)),
    )
    machines: dict[str, Machine] = {}
    if hdfs is not None and not hdfs["beans"]:
        hdfs = None  # its pages are there before it knows of DataNodes
    if hdfs is not None:
        for name, node in sorted(json.loads(hdfs["beans"][0]["LiveNodes"]).items()):
            host, port = name.rsplit(":", 1)[0], node["infoAddr"].rsplit(":", 1)[1]
            detail = f"{size(node['usedSpace'])} used, {size(node['remaining'])} free"
            service = Service(
                f"DataNode {node['xferaddr'].rsplit(':', 1)[1]}",
                detail,
                f"datanode/{host}:{port}/",
                share(node["usedSpace"], node["capacity"]),
            )
            machines.setdefault(host, Machine(host)).services.append(service)
    for worker in spark["workers"] if spark is not None else []:
        if worker["state"] == "ALIVE":
            detail = (
                f"{worker['coresused']} of {worker['cores']} cores, {size(worker['memoryfree'] << 20)} free"
            )
            service = Service(
                f"Spark {node_of(worker['id'])}",
                detail,
                f"spark/proxy/{worker['id']}/",
                share(worker["coresused"], worker["cores"]),
            )
            machines.setdefault(worker["host"], Machine(worker["host"])).services.append(service)
    silent = [name for name, told in (("The NameNode", hdfs), ("The Spark Master", spark)) if told is None]
    return Cluster(
        [machines[host] for host in sorted(machines)],
        spark["activeapps"] if spark is not None else [],
        silent,
    )


async def ask(address: str, headers: dict[str, str]) -> dict[str, Any] | None:
    """Return the JSON document there, or None when nobody answers."""
    try:
        async with (
            aiohttp.ClientSession(timeout=LIMIT) as session,
            session.get(address, headers=headers) as answer,
        ):
            answer.raise_for_status()
            told: dict[str, Any] = await answer.json(content_type=None)
            return told
    except (aiohttp.ClientError, TimeoutError):
        return None


def node_of(worker: str) -> str:
    """Return a Spark Worker's node, with which its id begins: ``worker-1-20261127…-HOST-PORT``."""
    return "-".join(worker.split("-")[:2])


def share(used: float, all_of_it: float) -> float:
    """Return the part that is used."""
    return min(1.0, used / all_of_it) if all_of_it else 0.0


def size(count: float) -> str:
    """Return a number of bytes for a person."""
    for unit in ("B", "KiB", "MiB", "GiB"):
        if count < 1024:
            return f"{count:.0f} {unit}" if unit in ("B", "KiB") else f"{count:.1f} {unit}"
        count /= 1024
    return f"{count:.1f} TiB"
