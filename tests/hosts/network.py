"""Machines made of network namespaces: each has an address of its own on one wire, and all share a disk."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class NamespaceError(Exception):
    """Network namespaces cannot be made here; the message says why."""


def _ip(*arguments: str) -> str:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NamespaceError(f"`ip {' '.join(arguments)}` failed: {done.stderr.strip()}")
    return done.stdout


@dataclass(frozen=True)
class Host:
    """One machine.

    Parameters
    ----------
    namespace : str
        Its name for `ip netns`.
    address : str
        Its IPv4 address on the wire.
    hidden : Sequence[Path]
        Folders of the shared disk that are empty on this machine.
    """

    namespace: str
    address: str
    hidden: Sequence[Path] = ()

    def command(self, words: Sequence[str]) -> list[str]:
        """Return the command line that runs `words` on this machine; what it mounts ends with it."""
        command = ["ip", "netns", "exec", self.namespace]
        if self.hidden:
            mounts = "".join(f"mount -t tmpfs none '{folder}' && " for folder in self.hidden)
            command += ["/bin/sh", "-c", f'{mounts}exec "$@"', "host"]
        return [*command, *words]

    def processes(self) -> list[int]:
        """Return the PIDs of all that runs on this machine."""
        return [int(pid) for pid in _ip("netns", "pids", self.namespace).split()]

    def crash(self) -> None:
        """End everything on this machine at once, and return when it is gone."""
        deadline = time.monotonic() + 30
        while pids := self.processes():
            assert time.monotonic() < deadline, f"still running after a kill: {pids}"
            for pid in pids:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue  # it ended by itself meanwhile
            time.sleep(0.1)


class Network:
    """A wire with machines on it, reachable from nowhere else.

    The wire is a bridge in a namespace of its own, so that no packet filter of this machine sees it.
    """

    def __init__(self) -> None:
        self._prefix = f"bigdata-{os.getpid()}"
        self._switch = f"{self._prefix}-switch"
        self._hosts: list[Host] = []

    def __enter__(self) -> Network:
        """Make the wire."""
        try:
            _ip("netns", "add", self._switch)
            _ip("-n", self._switch, "link", "add", "name", "wire", "type", "bridge")
            _ip("-n", self._switch, "link", "set", "wire", "up")
        except NamespaceError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End all that runs on the machines and remove them with the wire."""
        for host in self._hosts:
            host.crash()
        for namespace in [*(host.namespace for host in self._hosts), self._switch]:
            subprocess.run(["ip", "netns", "del", namespace], capture_output=True, check=False)

    def host(self, *hidden: Path) -> Host:
        """Make a machine on which some folders are empty."""
        number = len(self._hosts) + 1
        host = Host(f"{self._prefix}-{number}", f"10.213.0.{number}", hidden)
        _ip("netns", "add", host.namespace)
        self._hosts.append(host)
        plug = ["name", f"plug{number}", "netns", self._switch, "type", "veth", "peer", "name", "eth0"]
        _ip("link", "add", *plug, "netns", host.namespace)
        _ip("-n", self._switch, "link", "set", f"plug{number}", "master", "wire", "up")
        _ip("-n", host.namespace, "link", "set", "lo", "up")
        _ip("-n", host.namespace, "address", "add", f"{host.address}/24", "dev", "eth0")
        _ip("-n", host.namespace, "link", "set", "eth0", "up")
        return host
