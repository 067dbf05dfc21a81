"""One more library for a cluster in containers: its image is built anew, and its data stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from compose import PROJECT, Compose, docker
from ports import free_port

#: What is no part of a checkout, or is not needed to run one; other suites write there meanwhile.
OTHERS = shutil.ignore_patterns(
    ".bigdata", ".git", "__pycache__", "pictures", "notebooks", "surefire-reports", "*contract-*"
)


@dataclass(frozen=True)
class Checkout:
    """A copy of the project, whose list of libraries may change, and its cluster in containers."""

    folder: Path
    compose: Compose

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run its command."""
        return subprocess.run(
            [self.folder / "bigdata", *words],
            cwd=self.folder,
            env=self.compose.environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def succeed(self, *words: str) -> str:
        """Run a command that must succeed, and return what it prints."""
        done = self.run(*words)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout


def listed(folder: Path) -> dict[str, bytes]:
    """Return everything that lies beside the list of libraries, so that no draft is left either."""
    return {entry.name: entry.read_bytes() if entry.is_file() else b"" for entry in folder.iterdir()}


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Checkout]:
    """Give one; its image and its cluster are gone afterwards."""
    folder = tmp_path / "checkout"
    shutil.copytree(PROJECT, folder, ignore=OTHERS, symlinks=True)
    name = f"bigdata-test-{os.getpid()}-env"
    environment = os.environ.get("BIGDATA_PYTHON_ENVIRONMENT", str(PROJECT / ".bigdata" / "python"))
    settings = {
        "BIGDATA_IMAGE": name,
        "BIGDATA_STATE": str(tmp_path / "state"),
        "BIGDATA_PYTHON_ENVIRONMENT": environment,
        "BIGDATA_WORKERS": "2",
        "BIGDATA_WORKER_MEMORY": "1g",
    }
    compose = Compose(name, free_port(), settings, folder)
    try:
        yield Checkout(folder, compose)
    finally:
        compose.remove()
        docker("image", "rm", name, check=False)


@pytest.fixture
def full_disk(checkout: Checkout) -> Iterator[Path]:
    """Put a disk without room where the list of libraries lies."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    folder = checkout.folder / "work_dir"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], check=True)
    try:
        shutil.copytree(PROJECT / "work_dir", folder, ignore=OTHERS, symlinks=True, dirs_exist_ok=True)
        with suppress(OSError), (folder / "rest").open("wb", buffering=0) as rest:
            while True:
                rest.write(bytes(4096))
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_library_is_on_every_node_after_it_was_added_and_files_are_still_there(checkout: Checkout) -> None:
    checkout.succeed("up", "--docker")
    work_dir = checkout.folder / "work_dir"
    before = listed(work_dir)
    for words, variables, said in (
        (["humanize"], {}, "--yes"),
        (["--yes", "no-such-package-of-bigdata"], {}, "no package named no-such-package-of-bigdata"),
        (["--yes", "numpy<1.20"], {}, "numpy<1.20 cannot be added to what there is"),
        (["--yes", "humanize"], {"HTTPS_PROXY": "http://127.0.0.1:9"}, "registry cannot be reached"),
    ):
        refused = checkout.run("env", "add", *words, **variables)
        assert (refused.returncode, said in refused.stderr) == (1, True), refused
        assert listed(work_dir) == before

    checkout.succeed("fs", "-touchz", "/kept")
    checkout.succeed("env", "add", "--yes", "humanize")
    assert b'"humanize"' in (work_dir / "pyproject.toml").read_bytes()
    table = checkout.succeed("env", "check")
    assert [line for line in table.splitlines() if line.startswith("humanize ") and line.endswith(" ok")]
    assert "the same on the master and on 2 workers" in table
    checkout.succeed("fs", "-test", "-e", "/kept")


def test_a_full_disk_is_told_and_nothing_is_changed(checkout: Checkout, full_disk: Path) -> None:
    before = listed(full_disk)
    refused = checkout.run("env", "add", "humanize")
    assert refused.returncode == 1
    assert "No space left on device" in refused.stderr or "the disk is full" in refused.stderr, refused.stderr
    assert refused.stderr.endswith("Nothing was changed.\n")
    assert listed(full_disk) == before
