"""What a person does in JupyterLab's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browser import Browser
from cluster import PROJECT
from door import Door
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

#: In the bar below; the circle beside a notebook's kernel is idle too when there is no kernel yet.
IDLE = re.compile(r"^Python 3 \(ipykernel\) \| Idle$", re.MULTILINE)


def await_kernel(browser: Browser) -> None:
    """Wait until the open notebook's kernel is there and has nothing to do."""
    browser.until("the kernel is idle", lambda: IDLE.search(browser.text))


def tile(browser: Browser, title: str) -> None:
    """Click on a tile of the launcher."""
    cards = "[...document.querySelectorAll('.jp-LauncherCard')]"
    find = f"return {cards}.find(card => card.innerText.trim().startsWith(arguments[0]))"
    browser.until(f"the tile {title}", lambda: browser.script(find, title)).click()


@contextmanager
def begun_notebook(browser: Browser, door: Door, project: Path = PROJECT) -> Iterator[None]:
    """Begin a notebook and run a cell of it; take it away afterwards from the folder of the project."""
    folder = project / "work_dir" / "notebooks"
    before = set(folder.glob("Untitled*.ipynb"))
    try:
        browser.enter(f"{door.origin}/lab?reset")
        tile(browser, "Python 3")
        await_kernel(browser)
        _run_a_cell(browser)
        yield
    finally:
        for notebook in set(folder.glob("Untitled*.ipynb")) - before:
            notebook.unlink()


def _run_a_cell(browser: Browser) -> None:
    focus = "document.querySelector('.jp-Notebook .jp-Cell .cm-content').focus()"
    focused = "return document.activeElement.matches('.jp-Notebook .cm-content')"
    browser.until("a cell takes keys", lambda: browser.script(f"{focus}; {focused}"))
    keys = ActionChains(browser.driver).send_keys("6 * 7")
    keys.key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    output = "return document.querySelector('.jp-Notebook .jp-OutputArea-output')?.innerText.trim()"
    browser.until("42", lambda: browser.script(output) == "42")
