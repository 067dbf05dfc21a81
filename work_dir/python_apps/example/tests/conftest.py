"""What tests share: the tools of this machine, and one comparison of the quick models on users made in this process."""

import pytest

from example.features import Split, check, split
from example.models import NETWORK, candidates
from example.selection import Comparison, compare, cross_validate
from example.users import make_users
from machine import tool

SEED = 42


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
