"""What happens behind an open page; last, since the cluster goes."""

from __future__ import annotations

from behind import Behind
from browser import Browser
from door import Door
from waiting import eventually


def test_a_new_token_leads_an_open_page_to_the_login(cluster: Behind, door: Door, browser: Browser) -> None:
    browser.visit(f"{door.origin}/spark/")
    cluster.command("notebook", "--no-browser", "--new-token")
    eventually("JupyterLab is back", lambda: cluster.door().ask("/api/status").status == 200)
    browser.visit(f"{door.origin}/spark/")
    assert "/login?next=" in browser.driver.current_url
    assert door.ask("/spark/").status in (302, 403)
    browser.visit(f"{door.origin}/spark/?token={cluster.door().token}")
    assert "Spark Master" in browser.text


def test_a_page_works_again_when_the_cluster_is_back(cluster: Behind, door: Door, browser: Browser) -> None:
    browser.enter(f"{door.origin}/lab")
    cluster.command("down")
    dialog = "return document.querySelector('.jp-Dialog')?.innerText ?? ''"
    browser.until("JupyterLab says so", lambda: "onnection" in browser.script(dialog))
    cluster.command("up")
    browser.visit(f"{door.origin}/hdfs/")
    browser.until("the overview", lambda: "Live Nodes" in browser.text)
