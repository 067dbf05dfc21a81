"""Follows every link of the pages behind a door, a few of each kind."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from browser import Browser
from door import Door

#: The paths that are the door's; JupyterLab's own are not crawled.
OURS = re.compile(r"/(spark|spark-history|hdfs|datanode|start)(/|$)")
#: What ends something.
ENDS = re.compile(r"/kill/")
#: What downloads a file and shows nothing.
NOT_A_PAGE = re.compile(r"/api/v1/applications/.*/logs|[?&]op=|/logs/.+|\.(log|out)$")
#: Spark's own: the Master's page loads as a plain script what is a module.
OF_SPARK = re.compile(r"/spark/static/environmentpage\.js .*import statement outside a module")
#: A link to Hadoop's own site that one of its pages has, for a person to follow.
SITE = "http://hadoop.apache.org/"
#: How a table is sorted and cut: no kind of its own.
ORDER = re.compile(r"(sort|desc|page|pageSize|search)$", re.IGNORECASE)


def kind(address: str) -> str:
    """Return an address without what tells pages of one kind apart."""
    parts = urlsplit(address)
    path = re.sub(r"(app|worker|driver)-[\w.-]+", r"\1", parts.path)
    path = re.sub(r"/datanode/[^/]+", "/datanode", re.sub(r"\d+", "N", path))
    names = sorted({part.partition("=")[0] for part in parts.query.split("&")})
    names = [name for name in names if not ORDER.search(name)]
    log = re.search(r"logType=(\w+)", parts.query)
    fragment = "" if "/" in parts.fragment else parts.fragment
    return f"{path}?{'&'.join(names)}{log.group(1) if log else ''}#{fragment}"


@dataclass
class Crawl:
    """What was opened, at most so many pages of ``each`` kind, and what was wrong with it."""

    door: Door
    browser: Browser
    each: int = 2
    opened: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def run(self, *paths: str) -> None:
        """Open the pages at ``paths`` and all that they lead to."""
        waiting = deque(self.door.origin + path for path in paths)
        known = set(waiting)
        while waiting:
            address = waiting.popleft()
            if self.opened[kind(address)] >= self.each:
                continue
            self.opened[kind(address)] += 1
            for link in self.open(address):
                if link in known or link == SITE or ENDS.search(link):
                    continue
                known.add(link)
                parts = urlsplit(link)
                if parts.netloc != self.door.host:
                    self.findings.append(f"{address} leads away, to {link}")
                elif NOT_A_PAGE.search(link):
                    self.files.append(link)
                elif OURS.match(parts.path):
                    waiting.append(link)
                elif not parts.path.startswith("/lab"):
                    self.findings.append(f"{address} leads past the door, to {link}")

    def open(self, address: str) -> list[str]:
        """Open a page, note what is wrong, and return its links."""
        seen = self.browser.visit(address)
        self.findings += [f"{address}: {answer}" for answer in seen.failed]
        self.findings += [f"{address}: console: {line}" for line in seen.console if not OF_SPARK.search(line)]
        away = {
            asked
            for asked in seen.requests
            if urlsplit(asked).netloc != self.door.host and not asked.startswith("about:")
        }
        self.findings += [f"{address} asks {other}" for other in sorted(away)]
        if len(self.browser.text.strip()) < 20:
            self.findings.append(f"{address} is empty")
        return self.browser.links()
