"""`map.ipynb`: listeners on the map, by folium and ipyleaflet."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from executed import Executed

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def map_(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("map.ipynb")


def test_every_region_has_listeners(map_: Executed) -> None:
    assert map_.value("regions") == 10


def test_regions_differ_in_who_pays(map_: Executed) -> None:
    assert 0 < map_.value("pay least") < 0.15 < map_.value("pay most") < 0.5


def test_the_page_of_folium_loads_nothing_from_the_web(map_: Executed) -> None:
    shown = [output.get("data", {}).get("text/html", "") for output in map_.outputs]
    pages = [unescape(html) for html in shown if "srcdoc" in html]
    assert len(pages) == 1
    assert "Brackwater" in pages[0]
    assert "L.map(" in pages[0]
    assert re.findall(r"""(?:src=|href=|url\()["']?(?:https?:)?//""", pages[0]) == []


def test_the_map_of_ipyleaflet_is_in_the_end(map_: Executed) -> None:
    shown = map_.cells[-1].outputs
    assert [output for output in shown if WIDGET in output.get("data", {})]


def test_nothing_is_on_standard_error(map_: Executed) -> None:
    assert map_.errors_printed == ""
