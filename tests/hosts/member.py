"""A machine with a checkout of the project and a state folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from network import Host
from waiting import eventually as within

PROJECT = Path(__file__).resolve().parents[2]
LIMIT = 240  # seconds for what happens by itself
eventually = partial(within, seconds=LIMIT)


def copy_checkout(target: Path) -> Path:
    """Copy what a built checkout needs to run to another path."""
    products = [PROJECT / line for line in (PROJECT / "target/built").read_text().splitlines()]
    below = [pom.relative_to(PROJECT) for pom in PROJECT.rglob("pom.xml")]
    modules = [PROJECT / pom for pom in below if not {".bigdata", "src"} & set(pom.parts)]
    others = [
        PROJECT / name
        for name in ("bigdata", "conf", "hadoop/bin", "work_dir/requirements.txt", "target/built")
    ]
    for source in [*products, *modules, *others]:
        copy = target / source.relative_to(PROJECT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy)
        else:
            shutil.copy2(source, copy)
    return target


@dataclass
class Member:
    """The ways to call the command on one machine.

    Parameters
    ----------
    host : Host
    state : Path
        Its state folder.
    checkout : Path
        Where the project lies on it.
    """

    host: Host
    state: Path
    checkout: Path = PROJECT

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        """Start the command."""
        environment = os.environ | {
            "BIGDATA_STATE": str(self.state),
            "BIGDATA_WORKER_CORES": "2",
            "BIGDATA_WORKER_MEMORY": "2g",
        }
        return subprocess.Popen(
            self.host.command([str(self.checkout / "bigdata"), *arguments]),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.checkout,
            env=environment | settings,
            start_new_session=True,
            preexec_fn=_heed_interrupts,  # noqa: PLW1509 - these tests start no threads
        )

    def run(self, *arguments: str, **settings: str) -> tuple[int, str]:
        """Run the command to its end and return its exit code and all that it printed."""
        process = self.start(*arguments, **settings)
        out, _ = process.communicate(timeout=600)
        return process.returncode, out

    def succeed(self, *arguments: str) -> str:
        """Run a command that must succeed and return what it printed."""
        code, out = self.run(*arguments)
        assert code == 0, f"bigdata {' '.join(arguments)} ended with {code}: {out}"
        return out

    def status(self) -> dict[str, Any]:
        """Return what the cluster tells of itself."""
        _, out = self.run("status", "--json")
        status: dict[str, Any] = json.loads(out)
        return status


class JoinedWorker:
    """A worker that runs in the foreground of its machine; its output goes to a file."""

    def __init__(self, member: Member, token: Path, name: str) -> None:
        self.member = member
        self.name = name
        self._words = ["node", "worker", "--master", "10.213.0.1", "--join", str(token), "--name", name]
        self.process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        return self.member.start(*self._words)

    def is_there(self, master: Member) -> bool:
        """Whether it runs and the master's machine knows both of its services."""
        assert self.process.poll() is None, self.process.communicate()[0]
        joined = {worker["name"]: worker["services"] for worker in master.status()["joined"]}
        return bool(joined.get(self.name) == ["datanode", "spark-worker"])

    def join_again(self) -> None:
        """Start it once more after it has ended."""
        self.process.communicate(timeout=LIMIT)
        self.process = self._start()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> str:
        """End it in good order and return what it printed."""
        self.process.send_signal(how)
        out, _ = self.process.communicate(timeout=LIMIT)
        return out


def _heed_interrupts() -> None:
    """Let Ctrl-C count, which whoever runs these tests in the background may have turned off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
