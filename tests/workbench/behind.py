"""A cluster whose door is tried, with something to look at behind it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from cluster import PROJECT, Cluster
from door import Door

WORK = Path(__file__).parent / "work.py"


class Behind(Cluster):
    """A local cluster, and what of it is behind the door."""

    def begin(self, *words: str) -> subprocess.Popen[str]:
        """Start one of its commands, and read what it prints."""
        return subprocess.Popen(
            [PROJECT / "bigdata", *words],
            cwd=PROJECT,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

    def process(self, service: str) -> int:
        """Return the id of a service of the master."""
        nodes = json.loads(self.run("status", "--json").stdout)["nodes"]
        [master] = [node for node in nodes if node["name"] == "master"]
        [found] = [each for each in master["services"] if each["name"] == service]
        return int(found["process"]["pid"])

    def topology(self) -> dict[str, int]:
        """Return the ports of its services."""
        told: dict[str, int] = json.loads((self.state / "cluster.json").read_text())["topology"]
        return told

    def door(self) -> Door:
        """Return the way into its JupyterLab."""
        return Door.told_by(self.command("notebook", "--no-browser"))
