"""Give tests a cluster of three machines: a master, and two workers that joined."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from member import PROJECT, JoinedWorker, Member, copy_checkout, eventually
from network import NamespaceError, Network


def _cannot(reason: str) -> NoReturn:
    if os.environ.get("BIGDATA_REQUIRE_NETNS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def network() -> Iterator[Network]:
    """Give a wire; it and all machines on it are gone afterwards."""
    if sys.platform != "linux":
        _cannot("network namespaces are Linux's")
    if os.geteuid() != 0:
        _cannot("network namespaces take root: run `sudo ./bigdata test hosts`")
    if not shutil.which("ip"):
        _cannot("there is no `ip` on PATH; install iproute2")
    try:
        wire = Network().__enter__()
    except NamespaceError as reason:
        _cannot(str(reason))
    try:
        yield wire
    finally:
        wire.__exit__()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a folder for the states of all machines."""
    folder = Path(os.environ.get("BIGDATA_STATE") or tmp_path_factory.mktemp("hosts"))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def master(network: Network, folder: Path) -> Iterator[Member]:
    """Give the machine of the master, without any worker on it."""
    master = Member(network.host(), folder / "master")
    master.succeed("up", "--bind", master.host.address, "--workers", "0", "--replication", "2")
    yield master
    master.succeed("down", "--purge", "--yes")


@pytest.fixture(scope="session")
def token(master: Member, folder: Path) -> Path:
    """Give the file that lets a machine join."""
    token = folder / "token"
    master.succeed("join-token", str(token))
    return token


@pytest.fixture(scope="session")
def workers(network: Network, master: Member, folder: Path, token: Path) -> list[JoinedWorker]:
    """Give two workers; on the machine of the second nothing of the master's checkout is to be seen."""
    away = network.host(*(PROJECT / name for name in ("launcher", "hadoop", "spark", "data")))
    members = [
        Member(network.host(), folder / "east"),
        Member(away, folder / "west", copy_checkout(folder / "checkout")),
    ]
    workers = [JoinedWorker(member, token, f"worker-{member.state.name}") for member in members]
    for worker in workers:
        eventually(f"{worker.name} is there", partial(worker.is_there, master))
    return workers
