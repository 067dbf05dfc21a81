"""The numbers of a run as one JSON object, and as a table for the console."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from example.facts import Facts
from example.features import TARGET
from example.selection import Comparison, Result


def summarise(
    users: pd.DataFrame, comparison: Comparison, facts: Facts, paths: dict[str, str], notes: list[str]
) -> dict[str, Any]:
    """Return what ``summary.json`` holds but the seconds of the stages, which are known last.

    Parameters
    ----------
    users : DataFrame, shape (n_users, 7)
    paths : dict of str to str
        What this application read and wrote.
    notes : list of str
        What went otherwise than asked, such as a search that found nothing.
    """
    return {
        "plays": facts.plays,
        "users": facts.users if facts.users is not None else len(users),
        "logs": facts.logs,
        "features_rows": len(users),
        "paying_share": round(float(users[TARGET].mean()), 4),
        "models": [_model(result, comparison) for result in comparison.results],
        "baseline": {"name": "nobody pays", **_rounded(asdict(comparison.baseline))},
        "chosen": comparison.chosen.candidate.name,
        "threshold": round(comparison.threshold, 4),
        "notes": notes,
        "paths": {**facts.paths, **paths},
    }


def table(summary: dict[str, Any]) -> str:
    """Return the comparison as lines of text."""
    head = f"{'model':<22}{'CV ROC AUC':>12}{'ROC AUC':>10}{'accuracy':>10}{'balanced':>10}{'seconds':>9}"
    lines = [head, "-" * len(head)]
    for model in summary["models"]:
        mark = "*" if model["chosen"] else " "
        lines.append(
            f"{mark + ' ' + model['name']:<22}{model['cv_roc_auc']:>12.4f}{model['roc_auc']:>10.4f}"
            f"{model['accuracy']:>10.4f}{model['balanced_accuracy']:>10.4f}{model['seconds']:>9.1f}"
        )
    base = summary["baseline"]
    lines.append(
        f"{'  ' + base['name']:<22}{'':>12}{base['roc_auc']:>10.4f}{base['accuracy']:>10.4f}"
        f"{base['balanced_accuracy']:>10.4f}"
    )
    return "\n".join([*lines, "* chosen by cross-validation; the other columns are of users that no model had seen"])


def _model(result: Result, comparison: Comparison) -> dict[str, Any]:
    candidate = result.candidate
    return {
        "name": candidate.name,
        **_rounded(asdict(result.scores)),
        "cv_roc_auc": round(candidate.cv_roc_auc, 4),
        "cv_fold_roc_aucs": [round(auc, 4) for auc in candidate.fold_aucs],
        "seconds": round(candidate.seconds, 2),
        "chosen": result is comparison.chosen,
    }


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in scores.items()}
