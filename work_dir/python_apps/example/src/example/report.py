"""One HTML page that holds everything it shows, and asks the web for nothing."""

from importlib.resources import files
from typing import Any

from example.charts import Chart
from example.regions import RegionMap


def render(summary: dict[str, Any], charts: list[Chart], regions: RegionMap) -> str:
    """Return the page.

    Parameters
    ----------
    summary : dict
        What ``summary.json`` holds.
    """
    from jinja2 import Environment, StrictUndefined

    folder = files("example").joinpath("resources")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"count": "{:,}".format, "share": "{:.1%}".format, "auc": "{:.3f}".format}
    template = environment.from_string(folder.joinpath("report.html.j2").read_text(encoding="utf-8"))
    return template.render(
        summary=summary,
        charts=charts,
        regions=regions,
        best=summary["models"][0],
        style=folder.joinpath("report.css").read_text(encoding="utf-8"),
    )
