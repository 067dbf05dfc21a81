"""A cluster's JupyterLab as its page in a browser uses it: a session and a kernel for each notebook."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cluster import Cluster
from jupyter_client.manager import AsyncKernelManager


@dataclass(frozen=True)
class Lab:
    """The Jupyter server of a cluster on this machine.

    Attributes
    ----------
    address : str
        Without a slash in the end.
    runtime : Path
        Folder in which it keeps how to reach its kernels.
    """

    address: str
    token: str
    runtime: Path

    @classmethod
    def of(cls, cluster: Cluster) -> Lab:
        """Find the one that `bigdata notebook` tells of."""
        told = urlsplit(cluster.command("notebook", "--no-browser").strip())
        return cls(
            f"http://{told.netloc}", parse_qs(told.query)["token"][0], cluster.state / "jupyter" / "runtime"
        )

    def ask(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401
        """Return what its REST interface answers."""
        request = urllib.request.Request(
            f"{self.address}/api/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            content = answer.read()
        return json.loads(content) if content else None


class SessionKernel(AsyncKernelManager):  # type: ignore[misc]
    """The kernel of a notebook that is open in JupyterLab: started and ended by the server.

    Parameters
    ----------
    lab : Lab
    path : str
        The notebook, below the top of the file browser.
    """

    def __init__(self, lab: Lab, path: str) -> None:
        super().__init__()
        self.lab = lab
        self.path = path
        self.session_id = ""
        self.kernel_id = ""

    @property
    def has_kernel(self) -> bool:
        return bool(self.kernel_id)

    async def start_kernel(self, **_: object) -> None:
        asked = {"path": self.path, "name": self.path, "type": "notebook", "kernel": {"name": "python3"}}
        session = self.lab.ask("POST", "sessions", asked)
        self.session_id, self.kernel_id = session["id"], session["kernel"]["id"]
        self.connection_file = str(self.lab.runtime / f"kernel-{self.kernel_id}.json")
        self.load_connection_file()

    async def _async_is_alive(self) -> bool:
        try:
            state: str = self.lab.ask("GET", f"kernels/{self.kernel_id}")["execution_state"]
        except urllib.error.HTTPError:
            return False
        return state != "dead"

    is_alive = _async_is_alive

    async def shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        self.lab.ask("DELETE", f"sessions/{self.session_id}")
        self.kernel_id = ""

    async def cleanup_resources(self, restart: bool = False) -> None:
        """Leave the connection file to the server, whose it is."""
