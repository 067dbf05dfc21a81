"""Write files so that a reader sees the old one or the new one, never half of one; keep and reload the model."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import joblib
import pandas as pd


def write_atomically(target: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file beside `target`, then put it in the place of `target` in one step."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    unfinished = Path(name)
    try:
        write(unfinished)
        unfinished.chmod(0o644)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Write text as UTF-8."""
    write_atomically(target, lambda path: path.write_text(text, encoding="utf-8"))


def write_json(target: Path, value: dict[str, Any]) -> None:
    """Write a JSON object, indented, in the order given."""
    write_text(target, json.dumps(value, indent=2, allow_nan=False) + "\n")


def predictions_csv(predictions: pd.DataFrame) -> bytes:
    """Return predictions as CSV in UTF-8: separated by ``;``, with a header, booleans as ``true`` and ``false``."""
    words = {True: "true", False: "false"}
    text = predictions.assign(predicted=predictions["predicted"].map(words), paid=predictions["paid"].map(words))
    return text.to_csv(sep=";", index=False, lineterminator="\n").encode()


def write_predictions(target: Path, predictions: pd.DataFrame) -> None:
    """Write predictions as one CSV file, the same bytes as on the cluster."""
    write_atomically(target, lambda path: path.write_bytes(predictions_csv(predictions)))


def save_model(target: Path, model: Any) -> None:
    """Keep a fitted model; `load_model` brings it back with the same predictions."""
    write_atomically(target, lambda path: joblib.dump(model, path, compress=3))


def load_model(source: Path) -> Any:
    """Return the model that `save_model` kept. Only load files you made: loading one runs what is in it."""
    return joblib.load(source)
