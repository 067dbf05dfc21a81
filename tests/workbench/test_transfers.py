"""Files of any size pass the door, and nothing of them stays in JupyterLab's memory."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path

from behind import Behind
from door import Door

MIB = 1 << 20
SIZE = 1024
#: MiB; a file that was kept would show in full.
LITTLE = 96


def peak(process: int) -> int:
    """Return how many MiB a process has had at most."""
    return int(re.findall(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())[0]) // 1024


def pieces() -> Iterator[bytes]:
    """Yield a file, MiB by MiB."""
    for number in range(SIZE):
        yield number.to_bytes(4, "big") * (MIB // 4)


def test_a_large_file_goes_into_hdfs_and_comes_back(cluster: Behind, door: Door) -> None:
    jupyter = cluster.process("jupyter")
    before = peak(jupyter)
    told = door.ask("/hdfs/webhdfs/v1/tmp/large?op=CREATE&noredirect=true&overwrite=true", method="PUT")
    place = json.loads(told.text)["Location"]
    assert place.startswith("/datanode/")
    length = {"Content-Length": str(SIZE * MIB), "Content-Type": "application/octet-stream"}
    assert door.ask(place, {**door.pass_, **length}, "PUT", pieces()).status == 201

    led = door.ask("/hdfs/webhdfs/v1/tmp/large?op=OPEN")
    assert led.status == 307
    connection = http.client.HTTPConnection(door.host, timeout=120)
    connection.request("GET", led.headers["location"], headers=door.pass_)
    answer = connection.getresponse()
    assert all(answer.read(MIB) == piece for piece in pieces())
    assert answer.read() == b""
    connection.close()
    assert peak(jupyter) - before < LITTLE
