"""The command `jupyter`: in the way of a second JupyterLab at the same port, and of nothing else."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

COMMAND = Path(__file__).resolve().parents[2] / "hadoop/bin/jupyter"


class Shell:
    """A shell of a cluster whose JupyterLab is said to run at ``port``."""

    def __init__(self, folder: Path, port: int) -> None:
        (folder / "conf/hadoop").mkdir(parents=True)
        (folder / "conf/jupyter").write_text(f"{port} http://127.0.0.1:{port}/lab\n")
        real = folder / "bin/jupyter"
        real.parent.mkdir()
        real.write_text('#!/bin/sh\necho "real <$*>"\n')
        real.chmod(0o755)
        self.port = port
        self.folder = folder
        self.environment = {
            "PATH": f"{COMMAND.parent}:{real.parent}:{os.environ['PATH']}",
            "HADOOP_CONF_DIR": str(folder / "conf/hadoop"),
        }

    def jupyter(self, *words: str) -> str:
        """Run the command, which must succeed, and give what it prints."""
        command = [str(COMMAND), *words]
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        ).stdout


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Shell]:
    """Give a shell of a cluster where something listens at JupyterLab's port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield Shell(tmp_path, server.getsockname()[1])


@pytest.mark.parametrize("words", [[], ["--no-browser", "--ip=0.0.0.0"], ["--port=PORT"], ["--port", "PORT"]])
def test_lab_says_that_it_runs_and_where(running: Shell, words: list[str]) -> None:
    said = running.jupyter("lab", *(word.replace("PORT", str(running.port)) for word in words))
    assert f"already runs at http://127.0.0.1:{running.port}/lab" in said
    assert "real" not in said


@pytest.mark.parametrize(
    "words",
    [
        "lab --port=1",
        "lab --port 1",
        "lab list",
        "lab --version",
        "lab --help-all",
        "--version",
        "kernelspec list",
    ],
)
def test_everything_else_is_jupyters_own(running: Shell, words: str) -> None:
    assert running.jupyter(*words.split()) == f"real <{words}>\n"


def test_lab_starts_by_hand_when_the_service_does_not_run(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    words = f"lab --notebook-dir=/n --ip=0.0.0.0 --port={port} --no-browser --allow-root"
    assert Shell(tmp_path, port).jupyter(*words.split()) == f"real <{words}>\n"


def test_lab_starts_by_hand_when_the_service_is_off(running: Shell) -> None:
    (running.folder / "conf/jupyter").write_text("")
    assert running.jupyter("lab") == "real <lab>\n"


def test_lab_starts_by_hand_without_a_cluster(running: Shell) -> None:
    del running.environment["HADOOP_CONF_DIR"]
    assert running.jupyter("lab") == "real <lab>\n"
