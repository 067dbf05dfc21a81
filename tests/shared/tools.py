"""Programs of this machine that tests use and the cluster does not."""

from __future__ import annotations

import os
import shutil

import pytest


def tool(name: str) -> str:
    """Return a program's path; without it skip, or fail if BIGDATA_REQUIRE_TOOLS is 1."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        missing = f"no {name} on this machine"
        if os.environ.get("BIGDATA_REQUIRE_TOOLS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return found
