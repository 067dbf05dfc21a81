"""The door through an SSH tunnel, as somebody at another machine enters it."""

from __future__ import annotations

import getpass
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import Browser
from crawl import Crawl
from door import Door
from jupyterlab import begun_notebook
from ports import free_port, listens
from tools import tool
from waiting import eventually

SERVER = """
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
UsePAM no
StrictModes no
"""


@pytest.fixture
def through(door: Door, tmp_path: Path) -> Iterator[Door]:
    """Give the same door at another port, behind which SSH leads to it."""
    server, ours = free_port(), free_port()
    for key in ("host", "user"):
        subprocess.run(
            [tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / key], check=True
        )
    (tmp_path / "config").write_text(SERVER.format(port=server, folder=tmp_path))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # without it root's sshd does not begin
    options = ["UserKnownHostsFile=/dev/null", "StrictHostKeyChecking=no", "ExitOnForwardFailure=yes"]
    client = [tool("ssh"), "-F", "none", "-N", *(word for option in options for word in ("-o", option))]
    where = ["-i", str(tmp_path / "user"), "-p", str(server), f"{getpass.getuser()}@127.0.0.1"]
    with (
        _running([tool("sshd"), "-D", "-e", "-f", str(tmp_path / "config")], server, tmp_path / "sshd.log"),
        _running([*client, "-L", f"127.0.0.1:{ours}:{door.host}", *where], ours, tmp_path / "ssh.log"),
    ):
        yield Door(f"localhost:{ours}", door.token)


@contextmanager
def _running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """Run a program until it is needed no more, from when it listens."""
    with log.open("w") as out, subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=out) as program:
        try:
            eventually(f"{command[0]} listens, see {log}", lambda: listens(port))
            yield
        finally:
            program.terminate()


def test_only_the_token_opens_it(through: Door) -> None:
    assert through.ask("/api/status").status == 200
    assert through.ask("/spark/").status == 200
    assert through.ask("/spark/", {}).headers["location"].startswith("/login?next=")
    assert through.ask("/spark/", {}, "POST", b"x").status == 403


def test_pages_and_kernels_work_at_another_port(through: Door, browser: Browser) -> None:
    browser.visit(f"{through.origin}/start?token={through.token}")
    crawl = Crawl(through, browser, each=1)
    crawl.run("/start", "/spark/", "/hdfs/", "/hdfs/explorer.html#/looked-at")
    assert not crawl.findings, "\n".join(crawl.findings)
    assert any("/datanode/" in page for page in crawl.opened)
    with begun_notebook(browser, through):
        assert browser.driver.current_url.startswith(through.origin)
