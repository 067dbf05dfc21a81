"""What tests wait for in JupyterLab's own page."""

from __future__ import annotations

import re

from browser import Browser

#: In the bar below; the circle beside a notebook's kernel is idle too when there is no kernel yet.
IDLE = re.compile(r"^Python 3 \(ipykernel\) \| Idle$", re.MULTILINE)


def await_kernel(browser: Browser) -> None:
    """Wait until the open notebook's kernel is there and has nothing to do."""
    browser.until("the kernel is idle", lambda: IDLE.search(browser.text))
