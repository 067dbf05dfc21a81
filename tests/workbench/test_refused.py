"""Whom the door does not let in, and where it does not lead."""

from __future__ import annotations

import os
import signal
import socket

import pytest
from behind import Behind
from door import Door
from waiting import eventually

PAGES = [
    "/start",
    "/spark/",
    "/spark-history/",
    "/hdfs/",
    "/datanode/127.0.0.1:1/",
    "/server-proxy/servers-info",
]


@pytest.mark.parametrize("page", PAGES[:-1])
def test_without_a_token_a_page_leads_to_the_login(door: Door, page: str) -> None:
    answer = door.ask(page, {})
    assert answer.status == 302
    assert answer.headers["location"].startswith("/login?next=")


@pytest.mark.parametrize("page", PAGES)
def test_a_wrong_token_opens_nothing(door: Door, page: str) -> None:
    assert door.ask(page, {"Authorization": "token wrong"}).status in (302, 403)
    assert door.ask(f"{page}?token=wrong", {}).status in (302, 403)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("page", PAGES[1:-1])
def test_without_a_token_nothing_is_changed(door: Door, page: str, method: str) -> None:
    assert door.ask(page, {}, method, b"x").status == 403


@pytest.mark.parametrize("page", PAGES)
def test_another_host_is_refused(door: Door, page: str) -> None:
    assert door.ask(page, {**door.pass_, "Host": "evil.example"}).status == 403


def test_a_page_of_another_origin_changes_nothing(door: Door) -> None:
    cookie = door.ask(f"/start?token={door.token}", {}).headers["set-cookie"].partition(";")[0]
    new = "/hdfs/webhdfs/v1/tmp/made-by-a-page?op=MKDIRS"
    assert door.ask(new, {"Cookie": cookie, "Origin": "http://evil.example"}, "PUT").status in (403, 404)
    assert door.ask(new, {"Cookie": cookie}, "PUT").status == 403
    assert door.ask(new, {"Cookie": cookie, "Origin": door.origin}, "PUT").status == 200


def test_a_link_of_another_origin_ends_nothing(door: Door) -> None:
    cookie = door.ask(f"/start?token={door.token}", {}).headers["set-cookie"].partition(";")[0]
    assert door.ask("/spark/proxy/x/jobs/job/kill/?id=0", {"Cookie": cookie}).status == 403


def test_there_is_no_way_to_another_port(cluster: Behind, door: Door) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for path in (f"/proxy/{port}/", f"/proxy/127.0.0.1:{port}/", f"/proxy/absolute/{port}/"):
            assert door.ask(path.rstrip("/")).status == 404, path
        assert door.ask(f"/datanode/127.0.0.1:{port}/").status == 404
        other.setblocking(False)
        with pytest.raises(BlockingIOError):
            other.accept()


def test_spark_answers_nobody_past_the_door(cluster: Behind) -> None:
    topology = cluster.topology()
    for port in (topology["sparkMasterUi"], topology["historyServer"]):
        for path in ("/", "/json/", "/api/v1/applications"):
            assert Door(f"127.0.0.1:{port}", "").ask(path, {}).status == 403
            assert Door(f"127.0.0.1:{port}", "").ask(path, {"Authorization": "Bearer x.y.z"}).status == 403


def test_a_server_that_is_down_is_told_in_a_sentence(cluster: Behind, door: Door) -> None:
    os.kill(cluster.process("history-server"), signal.SIGKILL)
    answer = door.ask("/spark-history/")
    assert answer.status == 502
    assert "The History Server does not answer" in answer.text
    eventually("it is back", lambda: door.ask("/spark-history/").status == 200)
