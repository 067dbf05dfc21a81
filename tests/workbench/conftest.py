"""Fixtures of the tests before the door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from behind import WORK, Behind
from browser import Browser
from door import Door


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """Give a cluster with an application that has ended and one that runs; both go with it."""
    with Behind(2, tmp_path_factory.mktemp("state")).running() as cluster:
        cluster.command("submit", str(WORK), "once")
        with cluster.begin("submit", str(WORK), "on") as running:
            assert running.stdout
            next(line for line in running.stdout if line == "worked\n")
            yield cluster
            running.terminate()


@pytest.fixture
def door(cluster: Behind) -> Door:
    """Give the way into JupyterLab as it is now."""
    return cluster.door()


@pytest.fixture(scope="session")
def _browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def browser(_browser: Browser, door: Door) -> Browser:
    """Give a browser that has entered with the token."""
    _browser.visit(f"{door.origin}/start?token={door.token}")
    return _browser
