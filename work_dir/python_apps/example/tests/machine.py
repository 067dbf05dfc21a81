"""The programs of this machine that some tests need."""

import os
import shutil

import pytest


def tool(*names: str) -> str:
    """Return the path of the first of these programs; without any, skip, or fail if BIGDATA_REQUIRE_TOOLS is 1."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing = f"no {' or '.join(names)} on this machine"
        if os.environ.get("BIGDATA_REQUIRE_TOOLS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return found
