"""Everything behind the door, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Browser
from cluster import PROJECT
from crawl import Crawl
from door import Door
from jupyterlab import await_kernel
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

TILES = {
    "What runs where": "/start",
    "Spark Master": "/spark/",
    "Spark History": "/spark-history/",
    "HDFS": "/hdfs/",
}


def tile(browser: Browser, title: str) -> None:
    """Click on a tile of the launcher."""
    cards = "[...document.querySelectorAll('.jp-LauncherCard')]"
    find = f"return {cards}.find(card => card.innerText.trim().startsWith(arguments[0]))"
    browser.until(f"the tile {title}", lambda: browser.script(find, title)).click()


@pytest.fixture
def _untitled() -> Iterator[None]:
    """Take away the notebooks that JupyterLab begins."""
    folder = PROJECT / "work_dir" / "notebooks"
    before = set(folder.glob("Untitled*.ipynb"))
    yield
    for notebook in set(folder.glob("Untitled*.ipynb")) - before:
        notebook.unlink()


@pytest.mark.usefixtures("_untitled")
def test_a_notebook_of_the_launcher_runs_a_cell(browser: Browser, door: Door) -> None:
    browser.enter(f"{door.origin}/lab?reset")
    tile(browser, "Python 3")
    await_kernel(browser)
    focus = "document.querySelector('.jp-Notebook .jp-Cell .cm-content').focus()"
    focused = "return document.activeElement.matches('.jp-Notebook .cm-content')"
    browser.until("a cell takes keys", lambda: browser.script(f"{focus}; {focused}"))
    keys = ActionChains(browser.driver).send_keys("6 * 7")
    keys.key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    output = "return document.querySelector('.jp-Notebook .jp-OutputArea-output')?.innerText.trim()"
    browser.until("42", lambda: browser.script(output) == "42")
    assert "Jupyter news" not in browser.text
    browser.picture("notebook")


def test_each_tile_opens_its_page(browser: Browser, door: Door) -> None:
    for title, path in TILES.items():
        browser.enter(f"{door.origin}/lab?reset")
        lab = browser.driver.current_window_handle
        tile(browser, title)
        browser.until("a new tab", lambda: len(browser.driver.window_handles) == 2)
        [page] = set(browser.driver.window_handles) - {lab}
        browser.driver.switch_to.window(page)
        browser.until("its text", lambda: len(browser.text) > 200)
        assert browser.driver.current_url.startswith(door.origin + path)
        browser.picture(path.strip("/"))
        browser.driver.close()
        browser.driver.switch_to.window(lab)


def test_every_page_behind_the_door_works(browser: Browser, door: Door) -> None:
    crawl = Crawl(door, browser)
    crawl.run("/start", "/spark/", "/spark-history/", "/hdfs/", "/hdfs/explorer.html#/looked-at")
    assert not crawl.findings, "\n".join(crawl.findings)
    for file in crawl.files[:40]:
        assert door.ask(file.removeprefix(door.origin)).status == 200, file
    kinds = "\n".join(crawl.opened)
    for page in (
        "/spark/app/?",
        "/spark/proxy/worker/",
        "/spark/proxy/app/executors/",
        "/datanode/",
        "/spark-history/history/app/SQL/",
    ):
        assert page in kinds, f"nothing led to {page}"
