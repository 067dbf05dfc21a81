"""What tests share: the tools of this machine, and one comparison of the quick models on users made in this process."""

import os
import shutil

import pytest

from example.features import Split, check, split
from example.models import NETWORK, candidates
from example.selection import Comparison, compare, cross_validate
from example.users import make_users

SEED = 42


def tool(*names: str) -> str:
    """Return the path of the first of these programs; without any, skip, or fail if BIGDATA_REQUIRE_TOOLS is 1."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing = f"no {' or '.join(names)} on this machine"
        if os.environ.get("BIGDATA_REQUIRE_TOOLS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture(scope="session")
def java() -> str:
    return tool("java")


@pytest.fixture(scope="session")
def browser() -> str:
    return tool("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def users():
    return check(make_users(4000, SEED))


@pytest.fixture(scope="session")
def parts(users) -> Split:
    return split(users, SEED)


@pytest.fixture(scope="session")
def comparison(parts) -> Comparison:
    quick = {name: model for name, model in candidates(SEED).items() if name != NETWORK}
    return compare({name: cross_validate(name, model, parts, SEED) for name, model in quick.items()}, parts)
