"""The pictures of the report: SVG text that takes its ink from the page, so that it fits a light and a dark one."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from example.features import LABELS, Labels, Split
from example.selection import Comparison

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#010203"
"""Drawn with this colour means drawn with the colour of the page's text."""
COLOURS = ("#1f8a70", "#e07a3f", "#4f7cc4", "#b0578d", "#8a8d3a")
WIDTH, HEIGHT = 5.2, 3.9
REPEATS = 5
"""Shuffles of each column, of which the importance is the mean."""


@dataclass(frozen=True)
class Chart:
    """A picture with its title and one sentence on what it says; `svg` is an ``<svg>`` element."""

    title: str
    meaning: str
    svg: str


def draw_charts(comparison: Comparison, split: Split, seed: int) -> list[Chart]:
    """Draw ROC, calibration, confusion and importance, all on the test users."""
    chosen = comparison.chosen
    name, paid = chosen.candidate.name, split.test_paid
    predicted = chosen.probability >= comparison.threshold
    importance = _importance(comparison, split, seed)
    most = LABELS[str(importance.groupby("column")["loss"].mean().idxmax())]
    found = float(predicted[paid == 1].mean())
    false_alarms = float(predicted[paid == 0].mean())
    return [
        Chart(
            "ROC: ranking payers above the others",
            f"{name} ranks a random payer above a random other user in {chosen.scores.roc_auc:.0%} of cases; "
            "the dashed line is guessing.",
            _picture("roc", lambda axes: _roc(axes, comparison, paid)),
        ),
        Chart(
            "Calibration: can the probabilities be believed?",
            "Users in ten groups by predicted probability; on the dashed line as many pay as predicted.",
            _picture("calibration", lambda axes: _calibration(axes, paid, chosen.probability)),
        ),
        Chart(
            "Confusion: who is found, who is missed",
            f"With 'pays' from {comparison.threshold:.1%} on, {found:.0%} of the payers are found "
            f"and {false_alarms:.0%} of the others are taken for payers.",
            _picture("confusion", lambda axes: _confusion(axes, paid, predicted)),
        ),
        Chart(
            "Importance: what the model looks at",
            f"How much ROC AUC is lost when one column is shuffled; {most} matters most.",
            _picture("bars", lambda axes: _bars(axes, importance)),
        ),
    ]


def _roc(axes: "Axes", comparison: Comparison, paid: Labels) -> None:
    from sklearn.metrics import roc_curve

    for colour, result in zip(COLOURS, comparison.results, strict=False):
        wrong, right, _ = roc_curve(paid, result.probability)
        label = f"{result.candidate.name} {result.scores.roc_auc:.3f}"
        axes.plot(wrong, right, color=colour, linewidth=1.6, label=label)
    axes.plot([0, 1], [0, 1], color=INK, linewidth=1, linestyle="--", alpha=0.5)
    axes.set(xlabel="others taken for payers", ylabel="payers found", xlim=(0, 1), ylim=(0, 1.01))
    axes.legend(frameon=False, fontsize=9, labelcolor=INK, loc="lower right")


def _calibration(axes: "Axes", paid: Labels, probability: npt.NDArray[np.float64]) -> None:
    from sklearn.calibration import calibration_curve

    happened, predicted = calibration_curve(paid, probability, n_bins=10, strategy="quantile")
    top = min(1.0, 1.1 * max(happened.max(), predicted.max()))
    axes.plot([0, top], [0, top], color=INK, linewidth=1, linestyle="--", alpha=0.5)
    axes.plot(predicted, happened, color=COLOURS[0], marker="o", markersize=5, linewidth=1.6)
    axes.set(xlabel="predicted probability of paying", ylabel="share that pays", xlim=(0, top), ylim=(0, top))


def _confusion(axes: "Axes", paid: Labels, predicted: npt.NDArray[np.bool_]) -> None:
    import seaborn as sns
    from sklearn.metrics import confusion_matrix

    counts = confusion_matrix(paid, predicted.astype(int))
    shares = counts / counts.sum(axis=1, keepdims=True)
    texts = [f"{count:,}\n{share:.0%}" for count, share in zip(counts.flat, shares.flat, strict=True)]
    sns.heatmap(
        shares,
        annot=np.array(texts).reshape(counts.shape),
        fmt="",
        cmap=sns.light_palette(COLOURS[0], as_cmap=True),
        vmin=0,
        vmax=1.2,
        cbar=False,
        linewidths=3,
        annot_kws={"color": "#111111", "fontsize": 12},
        xticklabels=["does not pay", "pays"],
        yticklabels=["does not pay", "pays"],
        ax=axes,
    )
    axes.set(xlabel="predicted", ylabel="in truth")
    axes.grid(visible=False)


def _importance(comparison: Comparison, split: Split, seed: int) -> pd.DataFrame:
    """Return the loss of ROC AUC of each shuffle: columns ``column`` and ``loss``, 5 x `REPEATS` rows."""
    from sklearn.inspection import permutation_importance

    found = permutation_importance(
        comparison.chosen.candidate.model,
        split.test,
        split.test_paid,
        scoring="roc_auc",
        n_repeats=REPEATS,
        random_state=seed,
    )
    return pd.DataFrame(found.importances.T, columns=split.test.columns).melt(var_name="column", value_name="loss")


def _bars(axes: "Axes", importance: pd.DataFrame) -> None:
    import seaborn as sns

    order = importance.groupby("column")["loss"].mean().sort_values(ascending=False).index
    named = importance.assign(column=importance["column"].map(LABELS))
    sns.barplot(
        named,
        x="loss",
        y="column",
        order=[LABELS[name] for name in order],
        color=COLOURS[0],
        errorbar="sd",
        err_kws={"color": INK, "linewidth": 1.2},
        ax=axes,
    )
    axes.set(xlabel="loss of ROC AUC", ylabel="")
    axes.grid(visible=False, axis="y")


def _picture(name: str, draw: Callable[[Any], None]) -> str:
    """Return the SVG element of one pair of axes."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    style: Any = {
        "svg.fonttype": "none",  # text stays text, in the page's font
        "svg.hashsalt": name,  # ids are unique in the page and the same in every run
        "font.family": "sans-serif",
        "font.size": 10,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.alpha": 0.18,
        **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK),
        "grid.color": INK,
    }
    with mpl.rc_context(style):
        figure = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
        draw(figure.add_subplot())
        page = io.StringIO()
        figure.savefig(page, format="svg", transparent=True, metadata={"Date": None})
    return _inline(page.getvalue())


def _inline(document: str) -> str:
    """Return the ``<svg>`` element of an SVG document, in the page's ink and font and as wide as its place."""
    svg = document[document.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"| height="[^"]*pt"', lambda hit: hit.group(1) or "", svg, count=2)
    svg = re.sub(r"<style.*?</style>", "", svg, flags=re.DOTALL)  # it would style the whole page
    svg = re.sub(r'font-family: [^;"]*;? ?', "", svg)
    return svg.replace(INK, "currentColor").strip()
