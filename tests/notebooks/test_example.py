"""`Example.ipynb`: a first session on the cluster."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from executed import Executed


@pytest.fixture(scope="module")
def example(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("Example.ipynb")


def test_its_application_has_its_name(example: Executed) -> None:
    assert example.name == "Example"


def test_it_finds_the_song_that_is_played_most(example: Executed) -> None:
    assert "618033989" in example.text


def test_it_ends_with_a_picture(example: Executed) -> None:
    assert example.pictures(-1) == ["image/png"]


def test_nothing_is_on_standard_error(example: Executed) -> None:
    assert example.errors_printed == ""
