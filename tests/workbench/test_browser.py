"""Everything behind the door, in a real browser."""

from __future__ import annotations

from browser import Browser
from crawl import Crawl
from door import Door
from jupyterlab import begun_notebook, tile

TILES = {
    "What runs where": "/start",
    "Spark Master": "/spark/",
    "Spark History": "/spark-history/",
    "HDFS": "/hdfs/",
}


def test_a_notebook_of_the_launcher_runs_a_cell(browser: Browser, door: Door) -> None:
    with begun_notebook(browser, door):
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
