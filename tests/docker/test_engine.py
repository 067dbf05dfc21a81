"""What `bigdata up --docker` says on machines whose Docker it cannot use: one sentence each."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest
from compose import IMAGE, PROJECT, docker

#: A docker command of another time: what it answers to `docker version` and `docker compose version`.
DOCKER = """#!/bin/bash
case "$1 $2" in
  'version --format') echo 20.10.24 ;;
  'compose version') {compose} ;;
  *) exit 1 ;;
esac
"""


def bigdata(tmp_path: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a state of this test's own."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("COMPOSE_")}
    return subprocess.run(
        [PROJECT / "bigdata", *words],
        env=known | {"BIGDATA_STATE": str(tmp_path / "state")} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def refused(tmp_path: Path, **variables: str) -> str:
    """Bring a cluster up that cannot come up, and return the sentence that says why."""
    ended = bigdata(tmp_path, "up", "--docker", **variables)
    assert ended.returncode == 1
    assert ended.stderr.startswith("bigdata: ")
    assert len(ended.stderr.splitlines()) == 1
    return ended.stderr


def test_an_engine_that_does_not_answer(tmp_path: Path) -> None:
    told = refused(tmp_path, DOCKER_HOST=f"unix://{tmp_path}/nobody.sock")
    assert "no Docker Engine answers" in told
    assert "leave out --docker" in told


def test_no_docker_at_all(tmp_path: Path) -> None:
    for folder in os.environ["PATH"].split(os.pathsep):
        for program in Path(folder).iterdir() if Path(folder).is_dir() else ():
            link = tmp_path / program.name
            if program.name != "docker" and not link.exists() and not link.is_symlink():
                link.symlink_to(program)
    assert "there is no `docker` on PATH" in refused(tmp_path, PATH=str(tmp_path))


@pytest.mark.parametrize(
    ("compose", "said"), [("exit 1", "has no Compose 2"), ("echo 2.17.3", "Docker Compose 2.17.3 is too old")]
)
def test_a_docker_without_a_compose_that_fits(tmp_path: Path, compose: str, said: str) -> None:
    program = tmp_path / "docker"
    program.write_text(DOCKER.format(compose=compose))
    program.chmod(0o755)
    assert said in refused(tmp_path, PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")


def test_a_project_name_that_another_folder_uses(tmp_path: Path) -> None:
    name = f"bigdata-test-{os.getpid()}-taken"
    of_compose = {"project": name, "project.working_dir": "/elsewhere", "service": "master"}
    labels = [f"--label=com.docker.compose.{key}={value}" for key, value in of_compose.items()]
    stranger = docker("create", *labels, IMAGE).strip()
    try:
        told = refused(tmp_path, COMPOSE_PROJECT_NAME=name)
    finally:
        docker("rm", stranger)
    assert f"the Compose project {name} belongs to /elsewhere" in told
    assert "set COMPOSE_PROJECT_NAME to another name" in told


def test_a_port_that_somebody_holds_is_named(tmp_path: Path) -> None:
    project = {"COMPOSE_PROJECT_NAME": f"bigdata-test-{os.getpid()}-port"}
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        try:
            ended = bigdata(tmp_path, "up", "--docker", BIGDATA_JUPYTER_PORT=port, **project)
        finally:
            purged = bigdata(tmp_path, "down", "--purge", "--yes", **project)
    assert ended.returncode == 1
    assert f"127.0.0.1:{port}" in ended.stderr
    assert "the cluster did not become usable" in ended.stderr
    assert purged.returncode == 0, purged.stderr
