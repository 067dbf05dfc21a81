"""A cluster in containers of its own, told apart from any other by its Compose project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
IMAGE = os.environ.get("BIGDATA_IMAGE", "bigdata")


def docker(
    *words: str, check: bool = True, environment: dict[str, str] | None = None, folder: Path = PROJECT
) -> str:
    """Run ``docker`` in the project's folder, or another one, and return what it printed."""
    answer = subprocess.run(
        ["docker", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not check or answer.returncode == 0, f"docker {' '.join(words)}\n{answer.stdout}{answer.stderr}"
    return answer.stdout


def copy_mounted(folder: Path) -> Path:
    """Copy what Compose mounts: tests may break it, and build in it while others build in the project."""
    others = shutil.ignore_patterns("target", "demo", "contract-*")
    for name in ("compose.yaml", "conf", "data", "work_dir"):
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=others)
        else:
            shutil.copy(source, folder)
    return folder


@dataclass(frozen=True)
class Compose:
    """One Compose project, the port on which a browser finds it, and the folder that it mounts."""

    name: str
    port: int
    settings: dict[str, str] = field(default_factory=dict)
    folder: Path = PROJECT

    def run(self, *words: str, check: bool = True) -> str:
        """Run ``docker compose`` and return what it printed."""
        return docker("compose", *words, check=check, environment=self.environment, folder=self.folder)

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables of every command: of the caller's only those that are not ours."""
        known = {
            key: value for key, value in os.environ.items() if not key.startswith(("BIGDATA_", "COMPOSE_"))
        }
        return known | {
            "COMPOSE_PROJECT_NAME": self.name,
            "BIGDATA_IMAGE": IMAGE,
            "BIGDATA_JUPYTER_PORT": str(self.port),
            "BIGDATA_LOCAL_STATE": "",
            "BIGDATA_SPARK_JAVA_OPTIONS": os.environ.get("BIGDATA_SPARK_JAVA_OPTIONS", ""),
            **self.settings,
        }

    def inside(self, service: str, script: str) -> str:
        """Run a bash script in the running container of a service."""
        return self.run("exec", "--no-TTY", service, "bash", "-c", script)

    def begin(self, service: str, script: str) -> subprocess.Popen[str]:
        """Start a bash script in the running container of a service, and read what it prints."""
        return subprocess.Popen(
            ["docker", "compose", "exec", "--no-TTY", service, "bash", "-c", script],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

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
