"""The one door in containers: who gets in, and that everything behind it works in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, entered
from compose import Compose
from crawl import Crawl
from door import Door
from jupyterlab import begun_notebook

PAGES = ["/start", "/spark/", "/spark-history/", "/hdfs/"]
ASK = """
import sys, urllib.error, urllib.request
for page in sys.argv[1:]:
    try:
        print(urllib.request.urlopen(page, timeout=30).status)
    except urllib.error.HTTPError as refused:
        print(refused.code)
"""
WORK = """
from pyspark.sql import SparkSession
SparkSession.builder.appName("work").getOrCreate().range(1000).write.parquet("/looked-at")
"""


@pytest.fixture(scope="module")
def door(cluster: Compose) -> Door:
    """Give the way in that the cluster tells, with something to look at behind it."""
    cluster.inside("master", f"cat >/tmp/work.py <<'END'\n{WORK}\nEND\nbigdata submit /tmp/work.py")
    return Door.told_by(cluster.inside("master", "bigdata notebook --no-browser"))


@pytest.fixture
def browser(door: Door, tmp_path: Path) -> Iterator[Browser]:
    """Give a browser that has entered with the token."""
    with entered(f"{door.origin}/start?token={door.token}", tmp_path / "profile") as browser:
        yield browser


def test_the_door_is_the_published_port(cluster: Compose, door: Door) -> None:
    assert door.host == f"127.0.0.1:{cluster.port}"
    assert door.ask("/api/status").status == 200


@pytest.mark.parametrize("page", PAGES)
def test_nobody_enters_without_the_token_or_by_another_name(door: Door, page: str) -> None:
    assert door.ask(page).status in (200, 302)
    assert door.ask(page, {}).headers["location"].startswith("/login?next=")
    assert door.ask(page, {"Authorization": "token wrong"}).status in (302, 403)
    assert door.ask(f"{page}?token=wrong", {}).status in (302, 403)
    assert door.ask(page, {}, "POST", b"x").status == 403
    assert door.ask(page, {**door.pass_, "Host": "evil.example"}).status == 403


def test_spark_answers_no_container_past_the_door(cluster: Compose, door: Door) -> None:
    assert door.ask("/spark/").status == 200
    pages = "http://master:8080/ http://master:8080/json/ http://master:18080/api/v1/applications"
    assert cluster.inside("worker", f"python3 -c '{ASK}' {pages}").split() == ["403"] * 3


def test_every_page_behind_the_door_works(browser: Browser, door: Door) -> None:
    crawl = Crawl(door, browser, each=1)
    crawl.run("/start", "/spark/", "/spark-history/", "/hdfs/", "/hdfs/explorer.html#/looked-at")
    assert not crawl.findings, "\n".join(crawl.findings)
    kinds = "\n".join(crawl.opened)
    for page in ("/spark/proxy/worker/", "/datanode/", "/spark-history/history/app/SQL/"):
        assert page in kinds, f"nothing led to {page}"


def test_a_notebook_of_the_launcher_runs_a_cell(cluster: Compose, browser: Browser, door: Door) -> None:
    with begun_notebook(browser, door, cluster.folder):
        assert list((cluster.folder / "work_dir" / "notebooks").glob("Untitled*.ipynb"))
