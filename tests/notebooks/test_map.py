"""`map.ipynb`: listeners on the map, by folium and ipyleaflet."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser import Browser, entered
from cluster import PROJECT
from executed import SECONDS, Executed
from jupyterlab import await_kernel
from lab import Lab

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def map_(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("map.ipynb")


@pytest.fixture
def copy() -> Iterator[Path]:
    """Give a copy that JupyterLab may save with its outputs."""
    folder = PROJECT / "work_dir" / "notebooks"
    copy = folder / "map-in-a-browser.ipynb"
    shutil.copy(folder / "map.ipynb", copy)
    yield copy
    copy.unlink()


@pytest.fixture
def browser(lab: Lab, tmp_path: Path) -> Iterator[Browser]:
    """Give one that has entered with the token."""
    with entered(f"{lab.address}/start?token={lab.token}", tmp_path / "profile") as browser:
        yield browser


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


@pytest.mark.usefixtures("demo")
def test_a_browser_draws_the_map_and_colours_it_anew(lab: Lab, browser: Browser, copy: Path) -> None:
    browser.enter(f"{lab.address}/lab/tree/notebooks/{copy.name}?reset")
    await_kernel(browser)
    choose_from(browser, ".lm-MenuBar-item", "Run")
    choose_from(browser, ".lm-Menu-item", "Run All Cells")
    regions = ".jp-Notebook .leaflet-container path.leaflet-interactive"
    fills = f"return [...document.querySelectorAll('{regions}')].map(path => path.getAttribute('fill'))"
    last = "[...document.querySelectorAll('.jp-Notebook .jp-Cell')].at(-1)?.scrollIntoView()"
    browser.until("ten regions", lambda: browser.script(f"{last}; {fills}.length") == 10, SECONDS)
    before = browser.script(fills)
    choose = "const list = document.querySelector('.jp-Notebook .leaflet-container select');"
    browser.script(
        f"{choose} list.value = 'share that pays'; list.dispatchEvent(new Event('change', {{bubbles: true}}))"
    )
    browser.until("other colours", lambda: browser.script(fills) not in (before, []))
    browser.picture("map")
    browser.settle()
    asked = [urlsplit(address) for address in browser.requests]
    assert {part.netloc for part in asked if part.scheme.startswith("http")} == {urlsplit(lab.address).netloc}


def choose_from(browser: Browser, selector: str, words: str) -> None:
    """Click on an item of a menu."""
    item = (
        "return [...document.querySelectorAll(arguments[0])].find(i => i.innerText.trim() === arguments[1])"
    )
    browser.until(words, lambda: browser.script(item, selector, words)).click()
