"""Fixtures of the tests of the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from machine import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give a machine on which nothing is installed."""
    return Machine(tmp_path)
