"""A cluster in containers of its own, told apart from any other by its Compose project."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
IMAGE = "bigdata"


def docker(*words: str, check: bool = True, environment: dict[str, str] | None = None) -> str:
    """Run ``docker`` in the project's folder and return what it printed."""
    answer = subprocess.run(
        ["docker", *words],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not check or answer.returncode == 0, f"docker {' '.join(words)}\n{answer.stdout}{answer.stderr}"
    return answer.stdout


def free_port() -> int:
    """Return a port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Compose:
    """One Compose project, and the port of this machine on which a browser finds it."""

    name: str
    port: int

    def run(self, *words: str, check: bool = True) -> str:
        """Run ``docker compose`` and return what it printed."""
        known = {
            key: value for key, value in os.environ.items() if not key.startswith(("BIGDATA_", "COMPOSE_"))
        }
        own = {"COMPOSE_PROJECT_NAME": self.name, "BIGDATA_JUPYTER_PORT": str(self.port)}
        return docker("compose", *words, check=check, environment=known | own)

    def inside(self, service: str, script: str) -> str:
        """Run a bash script in the running container of a service."""
        return self.run("exec", "--no-TTY", service, "bash", "-c", script)

    def inspect(self, service: str) -> dict[str, Any]:
        """Return all that the engine tells of the container of a service."""
        [container] = json.loads(docker("inspect", self.run("ps", "--all", "--quiet", service).strip()))
        assert isinstance(container, dict)
        return container

    def remove(self) -> None:
        """Remove every container, network and volume of the project, those of one-off commands too."""
        label = f"label=com.docker.compose.project={self.name}"
        containers = docker("ps", "--all", "--quiet", "--filter", label).split()
        if containers:
            docker("rm", "--force", "--volumes", *containers)
        self.run("down", "--volumes", "--remove-orphans", "--timeout", "0")
