"""Fixtures of the tests in containers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest
from compose import IMAGE, Compose, copy_mounted, docker
from ports import free_port


def _missing() -> str | None:
    """Say what keeps these tests from running here."""
    try:
        engine = subprocess.run(["docker", "info"], capture_output=True, check=False)
    except FileNotFoundError:
        return "there is no docker command"
    if engine.returncode:
        return "no Docker Engine answers"
    if not docker("image", "ls", "--quiet", IMAGE):
        return "the image is not built: docker compose build"
    return None


@pytest.fixture(scope="session", autouse=True)
def _engine() -> None:
    missing = _missing()
    if missing and os.environ.get("BIGDATA_REQUIRE_DOCKER") == "1":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)


@pytest.fixture(scope="session")
def cluster(_engine: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compose]:
    """Give a running cluster of a master and a worker, which is gone afterwards with all that it kept."""
    folder = copy_mounted(tmp_path_factory.mktemp("checkout"))
    compose = Compose(f"bigdata-test-{os.getpid()}", free_port(), folder=folder)
    try:
        compose.run("up", "--detach", "--wait", "master", "worker")
        yield compose
    finally:
        compose.remove()
