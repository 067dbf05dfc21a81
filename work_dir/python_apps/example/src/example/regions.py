"""A map of the regions in one HTML page: folium's map, with every script inside it and no tiles."""

import json
import re
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

import pandas as pd

from example.features import TARGET

PALETTE = ("#d7ebe4", "#a9d6c8", "#74bfab", "#3f9f8a", "#1f7a69", "#0e5449")
"""Equal steps from the region with the smallest share of payers to the one with the largest."""
UNKNOWN = "#c9cdd2"
FRAME_STYLE = """
:root { color-scheme: light dark }
body, .leaflet-container { background: transparent; font: 14px/1.4 system-ui, sans-serif }
"""


@dataclass(frozen=True)
class RegionMap:
    """A map and how to read it.

    Attributes
    ----------
    page : str
        A whole HTML page with the map, to be shown in a frame.
    legend : tuple of (colour, text)
        What the colours mean.
    unmapped : tuple of int
        Regions of users that the map has no place for.
    """

    page: str
    legend: tuple[tuple[str, str], ...]
    unmapped: tuple[int, ...]


def load_regions() -> dict[str, Any]:
    """Return the GeoJSON of our fictional island, one polygon a region."""
    text = files("example").joinpath("resources/regions.geojson").read_text(encoding="utf-8")
    return dict(json.loads(text))


def draw_map(users: pd.DataFrame) -> RegionMap:
    """Draw the share of payers and the number of users of each region.

    Parameters
    ----------
    users : DataFrame, shape (n_users, 7)
    """
    import folium

    regions = load_regions()
    groups = users.groupby("region")[TARGET].agg(["size", "mean"])
    low, high = float(groups["mean"].min()), float(groups["mean"].max())
    known = set()
    for feature in regions["features"]:
        properties = feature["properties"]
        known.add(properties["region"])
        count, share = groups.loc[properties["region"]] if properties["region"] in groups.index else (0, 0.0)
        properties |= {"users": f"{int(count):,}", "share": f"{share:.1%}" if count else "no users"}
        properties["colour"] = _colour(share, low, high) if count else UNKNOWN

    map_ = folium.Map(location=[0, 0], tiles=None, zoom_snap=0.1, zoom_control=True, scroll_wheel_zoom=False)
    shapes = folium.GeoJson(
        regions,
        style_function=lambda feature: {
            "fillColor": feature["properties"]["colour"],
            "fillOpacity": 1,
            "color": "#ffffff",
            "weight": 1.5,
        },
        highlight_function=lambda _: {"weight": 3},
        tooltip=folium.GeoJsonTooltip(["name", "region", "users", "share"], ["", "Region", "Users", "Pay"]),
    ).add_to(map_)
    map_.fit_bounds(shapes.get_bounds(), padding=(8, 8))
    unmapped = tuple(sorted(set(map(int, groups.index)) - known))
    return RegionMap(offline_page(map_), _legend(low, high), unmapped)


def offline_page(map_: Any) -> str:
    """Return the HTML page of a map without tiles, which asks the web for nothing.

    Parameters
    ----------
    map_ : folium.Map
    """
    from branca.element import Element

    map_.options["attribution_control"] = False
    map_.default_js, map_.default_css = [], []  # they are links to the web; ours are inside the page
    figure = map_.get_root()
    script, style = _leaflet()
    figure.header.add_child(Element(f"<style>{style}{FRAME_STYLE}</style><script>{script}</script>"), index=0)
    return str(figure.render())


def in_frame(page: str, height: int) -> str:
    """Return HTML that shows a page within another, `height` pixels high."""
    return f'<iframe srcdoc="{escape(page)}" style="width: 100%; height: {height}px; border: 0"></iframe>'


def _colour(share: float, low: float, high: float) -> str:
    step = int((share - low) / max(high - low, 1e-9) * len(PALETTE))
    return PALETTE[min(len(PALETTE) - 1, step)]


def _legend(low: float, high: float) -> tuple[tuple[str, str], ...]:
    width = (high - low) / len(PALETTE)
    return tuple(
        (colour, f"{low + index * width:.0%} to {low + (index + 1) * width:.0%}")
        for index, colour in enumerate(PALETTE)
    )


def _leaflet() -> tuple[str, str]:
    """Return Leaflet's script and style without addresses: source map, attribution, pictures of unused controls."""
    folder = files("example").joinpath("resources/leaflet")
    script = folder.joinpath("leaflet.js").read_text(encoding="utf-8")
    style = folder.joinpath("leaflet.css").read_text(encoding="utf-8")
    script = re.sub(r"//# sourceMappingURL=\S+", "", script).replace("https://leafletjs.com", "#")
    return script, re.sub(r"url\(images/[^)]*\)", "none", style)
