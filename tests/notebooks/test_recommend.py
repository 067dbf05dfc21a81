"""`recommend.ipynb`: which song next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from executed import Executed


@pytest.fixture(scope="module")
def recommend(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("recommend.ipynb")


def test_tastes_find_more_hidden_songs_than_the_charts(recommend: Executed) -> None:
    assert recommend.value("recall of tastes") > 1.5 * recommend.value("recall of charts") > 0


def test_it_ends_with_a_picture(recommend: Executed) -> None:
    assert recommend.pictures(-1) == ["image/png"]
