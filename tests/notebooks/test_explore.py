"""`explore.ipynb`: a first look at the logs."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from executed import Executed


@pytest.fixture(scope="module")
def explore(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("explore.ipynb")


def test_evenings_are_busy_nights_quiet_and_free_days_begin_later(explore: Executed) -> None:
    assert 18 <= explore.value("busiest hour") <= 22
    assert 2 <= explore.value("quietest hour") <= 5
    assert explore.value("before ten on a workday, of free days' plays") > 1.2


def test_few_users_listen_much(explore: Executed) -> None:
    assert 0.2 < explore.value("share of plays by the busiest tenth") < 0.9


def test_taste_tells_who_pays(explore: Executed) -> None:
    lowest, highest = explore.span("paying, genre by genre")
    assert highest - lowest > 0.1


def test_every_rejected_line_is_counted(explore: Executed, demo: str) -> None:
    of_each_log = [int(lines) for lines in re.findall(r" rejected=(\d+)", demo)]
    assert len(of_each_log) == 2
    assert explore.value("rejected lines") == sum(of_each_log)


def test_it_ends_with_a_picture_and_shows_four(explore: Executed) -> None:
    assert explore.pictures(-1) == ["image/png"]
    assert sum(bool(explore.pictures(cell)) for cell in range(len(explore.cells))) == 4


def test_nothing_is_on_standard_error(explore: Executed) -> None:
    assert explore.errors_printed == ""
