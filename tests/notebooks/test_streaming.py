"""`streaming.ipynb`: plays as they arrive, by Structured Streaming."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from executed import Executed


@pytest.fixture(scope="module")
def streaming(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("streaming.ipynb")


def test_windows_are_written_while_plays_arrive(streaming: Executed) -> None:
    assert 0 < streaming.value("windows of the first query") < streaming.value("windows")


def test_a_new_query_goes_on_where_the_first_one_ended(streaming: Executed) -> None:
    assert streaming.value("first batch of the second query") > 0


def test_every_play_is_counted_once(streaming: Executed) -> None:
    assert streaming.value("windows still open") <= 2
    assert streaming.value("windows counted twice") == 0
    assert streaming.value("windows counted wrongly") == 0


def test_the_charts_are_live_and_the_last_cell_is_a_picture(streaming: Executed) -> None:
    drawn = [i for i in range(len(streaming.cells)) if streaming.pictures(i)]
    assert len(drawn) == 3
    assert streaming.pictures(-1) == ["image/png"]


def test_nothing_is_on_standard_error(streaming: Executed) -> None:
    assert streaming.errors_printed == ""
