"""`images.ipynb`: cells in many pictures, by scikit-image on the workers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import PICTURES
from executed import Executed


@pytest.fixture(scope="module")
def images(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("images.ipynb")


def test_every_picture_is_a_file_in_hdfs(images: Executed) -> None:
    assert images.value("pictures") == PICTURES


def test_cells_are_found(images: Executed) -> None:
    assert images.value("counted exactly") > 0.85
    assert images.value("off by, on average") < 0.2


def test_it_ends_with_a_picture(images: Executed) -> None:
    assert images.pictures(-1) == ["image/png"]


def test_nothing_is_on_standard_error(images: Executed) -> None:
    assert images.errors_printed == ""
