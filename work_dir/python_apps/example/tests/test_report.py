import html
import json
import re
import subprocess

import folium
import pytest

from example.charts import draw_charts
from example.facts import Facts
from example.regions import draw_map, load_regions
from example.report import render
from example.summary import summarise
from example.users import REGIONS

RESOURCE = re.compile(
    r"""(?:\bsrc|\bhref|\bposter|\bdata)\s*=\s*["']?\s*(?:https?:)?//|url\(\s*["']?\s*(?:https?:)?//|@import|"""
    r"""<link\b(?![^>]*href="data:)|sourceMappingURL""",
    re.IGNORECASE,
)
BALANCE = {"read": 1005, "used": 950, "filtered": 45, "rejected": 10}


@pytest.fixture(scope="module")
def report(users, parts, comparison):
    facts = Facts(plays=1000, logs={"log1": BALANCE, "log2": BALANCE}, stages={"cluster": 9.0})
    summary = summarise(users, comparison, facts, {"report": "here"}, ["a note with <b>"])
    summary |= {"stages": {"cluster": 9.0, "draw report": 1.0}, "seconds": 12.3}
    return render(summary, draw_charts(comparison, parts, 42), draw_map(users))


def test_the_report_names_no_resource_of_the_web(report):
    frame = re.search(r'srcdoc="([^"]*)"', report)
    inside = html.unescape(frame.group(1))
    assert "L.map(" in inside
    for page in (report, inside):
        assert RESOURCE.search(page) is None


def test_the_pattern_for_resources_finds_what_folium_links_by_default():
    assert RESOURCE.search(folium.Map().get_root().render()) is not None


def test_the_report_shows_numbers_balances_models_and_pictures(report, comparison):
    for result in comparison.results:
        assert result.candidate.name in report
    assert "1,005" in report
    assert "nobody pays" in report
    assert report.count("<svg") == 4
    assert "a note with &lt;b&gt;" in report


def test_every_picture_takes_its_ink_from_the_page(parts, comparison):
    for chart in draw_charts(comparison, parts, 42):
        assert "currentColor" in chart.svg
        assert "font-family" not in chart.svg
        assert chart.meaning.endswith(".")


def test_the_map_has_every_region_of_the_generator_once():
    assert [feature["properties"]["region"] for feature in load_regions()["features"]] == list(range(REGIONS))


def test_regions_that_the_map_does_not_know_are_named(users):
    assert draw_map(users.assign(region=users["region"].replace(3, 77))).unmapped == (77,)


WITNESS = """<script>addEventListener("load", () => setTimeout(() => {
  const frame = document.querySelector("iframe").contentWindow
  const asked = [window, frame].flatMap(w => w.performance.getEntriesByType("resource").map(entry => entry.name))
  const drawn = frame.document.querySelectorAll("path.leaflet-interactive").length
  document.body.textContent = "WITNESS" + JSON.stringify({asked, drawn}) + "END"
}, 500))</script></body>"""


def look_at(page, browser, folder):
    """Open a page in a headless browser and return what a witness script in it saw."""
    file = folder / "report.html"
    file.write_text(WITNESS.join(page.rsplit("</body>", 1)), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    command += ["--no-first-run", f"--user-data-dir={folder / 'profile'}"]
    command += ["--virtual-time-budget=5000", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(html.unescape(re.search("WITNESS({.*?})END", done.stdout).group(1)))


def test_a_browser_draws_the_map_and_asks_the_web_for_nothing(report, browser, tmp_path):
    assert look_at(report, browser, tmp_path) == {"asked": [], "drawn": REGIONS}


def test_the_witness_in_the_browser_sees_a_request(report, browser, tmp_path):
    unguarded = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", report)
    asking = unguarded.replace("<main>", '<main><img src="http://127.0.0.1:9/x.png">')
    assert look_at(asking, browser, tmp_path)["asked"] == ["http://127.0.0.1:9/x.png"]
