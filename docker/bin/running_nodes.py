#!/usr/bin/env python3
"""Print the names of the nodes that run in a state folder: running_nodes.py STATE. Each locks a file."""

import fcntl
import sys
from pathlib import Path


def is_held(lock: Path) -> bool:
    """Say whether a process has locked the file; a shared lock needs no more than reading it."""
    with lock.open("rb") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


print(*sorted(lock.parent.name for lock in Path(sys.argv[1]).glob("nodes/*/lock") if is_held(lock)))
