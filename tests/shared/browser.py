"""A headless Chromium that remembers what it asked for and what went wrong."""

from __future__ import annotations

import errno
import json
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from cluster import PROJECT
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from tools import tool

if sys.platform == "linux":
    import pyseccomp

OPTIONS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1280,800",
]
SECONDS = 90
"""A page, a kernel or a cluster may be so slow on a busy machine."""
#: What is part of the page itself, and an icon whose end Chromium does not always tell.
IGNORED = re.compile(r"^(data|blob):|/favicon.ico$")
T = TypeVar("T")


@dataclass
class Seen:
    """What a page did while it was loaded."""

    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


class Browser:
    """One of its own, with an empty profile."""

    def __init__(self, profile: Path) -> None:
        options = webdriver.ChromeOptions()
        for option in [*OPTIONS, f"--user-data-dir={profile}"]:
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        quiet = {"preexec_fn": _hear_of_no_interface} if sys.platform == "linux" else {}
        driver = Service(tool("chromedriver"), popen_kw=quiet)
        self.driver = webdriver.Chrome(options=options, service=driver)
        self.driver.set_page_load_timeout(SECONDS)
        self._open: dict[str, str] = {}
        self._seen = Seen()

    def enter(self, address: str) -> None:
        """Load a page that never stops asking, as JupyterLab's own does."""
        self.driver.get(address)

    def visit(self, address: str) -> Seen:
        """Load a page, wait until it asks for nothing more, and return what it did."""
        self.driver.get("about:blank")  # ends the page before, with all that it still had to say
        self.settle()
        self._seen = Seen()
        self.driver.get(address)
        self.until("the page asks for nothing more", self.settle)
        return self._seen

    def settle(self) -> bool:
        """Take note of what happened; say whether everything that was asked for has come."""
        for entry in self._log("performance"):
            message = json.loads(entry["message"])["message"]
            self._note(message["method"], message["params"])
        for entry in self._log("browser"):
            if entry["level"] == "SEVERE":
                self._seen.console.append(entry["message"])
        return not self._open and self.driver.execute_script("return document.readyState") == "complete"

    @property
    def requests(self) -> list[str]:
        """Return what was asked for since the last visit, and has been taken note of."""
        return list(self._seen.requests)

    def _log(self, kind: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]
        return entries

    def _note(self, method: str, params: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent" and not IGNORED.search(params["request"]["url"]):
            if params.get("type") == "Document":
                self._open.clear()  # what the page before asked for does not come any more
            self._open[params["requestId"]] = params["request"]["url"]
            self._seen.requests.append(params["request"]["url"])
        elif method in ("Network.loadingFinished", "Network.loadingFailed"):
            self._open.pop(params["requestId"], None)
        elif method == "Network.responseReceived" and params["response"]["status"] >= 400:
            self._seen.failed.append(f"{params['response']['status']} {params['response']['url']}")

    def until(self, what: str, holds: Callable[[], T | None], seconds: float = SECONDS) -> T:
        """Wait for something that the page does by itself."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                if found := holds():
                    return found
            except (StaleElementReferenceException, WebDriverException) as notyet:
                what = f"{what.partition(' (')[0]} ({notyet.msg})"
            assert time.monotonic() < deadline, (
                f"still not: {what}, at {self.driver.current_url}; {self._open}\n{self.text[-2000:]}"
            )
            time.sleep(0.05)

    def script(self, code: str, *arguments: object) -> Any:  # noqa: ANN401 (as JavaScript has it)
        """Run JavaScript in the page and return what it returns."""
        return self.driver.execute_script(code, *arguments)

    @property
    def text(self) -> str:
        """Return what a person can read."""
        return str(self.script("return document.body ? document.body.innerText : ''"))

    def links(self) -> list[str]:
        """Return where the page's links lead."""
        absolute = "a => new URL(a.getAttribute('href'), document.baseURI).href"
        found = self.script(f"return [...document.querySelectorAll('a[href]')].map({absolute})")
        return [link for link in found if urlsplit(link).scheme in ("http", "https")]

    def picture(self, name: str) -> None:
        """Keep what it shows where a person finds it, in `target/pictures`."""
        pictures = PROJECT / "target" / "pictures"
        pictures.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(pictures / f"{name}.png"))

    def close(self) -> None:
        """End it."""
        self.driver.quit()


def _hear_of_no_interface() -> None:
    """Refuse news of interfaces: Chromium drops what it loads when one comes or goes, say a container's."""
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    of_interfaces = pyseccomp.Arg(0, pyseccomp.EQ, socket.AF_NETLINK)
    rules.add_rule(pyseccomp.ERRNO(errno.EPERM), "socket", of_interfaces)
    rules.load()


@contextmanager
def entered(address: str, profile: Path) -> Iterator[Browser]:
    """Give one that has entered at an address with a token."""
    browser = Browser(profile)
    try:
        browser.visit(address)
        yield browser
    finally:
        browser.close()
