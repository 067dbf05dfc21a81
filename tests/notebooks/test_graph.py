"""`graph.ipynb`: songs that go together, by GraphX."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from executed import Executed


@pytest.fixture(scope="module")
def graph(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("graph.ipynb")


def test_most_of_the_songs_have_their_place_in_the_graph(graph: Executed) -> None:
    assert 500 < graph.value("songs in the graph") <= 1000


def test_the_communities_are_the_genres_that_nobody_told_it_of(graph: Executed) -> None:
    assert 20 <= graph.value("communities") <= 60
    assert graph.value("agreement") > 0.7


def test_it_ends_with_a_picture(graph: Executed) -> None:
    assert graph.pictures(-1) == ["image/png"]


def test_nothing_is_on_standard_error(graph: Executed) -> None:
    assert graph.errors_printed == ""
