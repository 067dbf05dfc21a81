"""The run from features to report, its slow parts side by side."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from example import storage
from example.automl import Search
from example.errors import ExampleError
from example.facts import Facts
from example.feature_lines import parse
from example.features import TARGET, USER, Split, check, split
from example.hadoop_files import HadoopFiles
from example.stages import Stages
from example.users import make_users

if TYPE_CHECKING:
    from example.selection import Candidate, Comparison

REPORT, SUMMARY, MODEL, PREDICTIONS = "report.html", "summary.json", "model.joblib", "predictions.csv"
PART = "part-00000.csv"
"""The file of predictions in a folder on the cluster."""


@dataclass(frozen=True)
class Request:
    """What a run is asked for.

    Attributes
    ----------
    features : str or None
        Path of the features job's result, on Hadoop's file systems; None makes `count` users in this process.
    count : int
        Users to make.
    predictions : str or None
        Path of a folder on Hadoop's file systems; None writes one CSV file into `output`.
    output : Path
        Local folder of report, summary and model.
    automl_seconds : float
        Wall clock of the TPOT search; 0 for none.
    overwrite : bool
        Replace predictions that exist.
    """

    features: str | None
    count: int
    predictions: str | None
    output: Path
    automl_seconds: float
    seed: int
    overwrite: bool
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True)
class Outcome:
    """What a run leaves: its summary, and where report and model are."""

    summary: dict[str, object]
    report: Path
    model: Path
    predictions: str


def run(request: Request, stages: Stages) -> Outcome:
    """Read or make users, compare models, write predictions, model, summary and report.

    Raises
    ------
    ExampleError
        When features or paths are not what they should be.
    """
    _make_folder(request.output)
    with ExitStack() as resources:
        search = (
            resources.enter_context(Search(request.automl_seconds, request.seed)) if request.automl_seconds else None
        )
        paths: dict[str, str] = {}
        with ThreadPoolExecutor(1) as beside:
            learning = Event()
            reading = beside.submit(_obtain, request, stages, paths, resources)
            parting = beside.submit(_part, reading, learning, search, request.seed)
            _load_libraries(stages, reading, learning)
            users, files = reading.result()
            parts = parting.result()
        notes: list[str] = []
        comparison = _compare(request, parts, search, stages, notes)
        predictions = predict(users, parts, comparison)
        with stages.stage("write predictions"):
            if files is not None and request.predictions is not None:
                content = {PART: storage.predictions_csv(predictions)}
                files.write_folder(request.predictions, content, overwrite=request.overwrite)
            else:
                paths["predictions"] = str((request.output / PREDICTIONS).resolve())
                storage.write_predictions(request.output / PREDICTIONS, predictions)
        return _tell(request, users, parts, comparison, paths, notes, stages)


def predict(users: pd.DataFrame, parts: Split, comparison: "Comparison") -> pd.DataFrame:
    """Return a prediction of every user by a model that had not seen the user.

    Returns
    -------
    DataFrame, shape (n_users, 5), sorted by ``userId``
        ``probability`` of paying; ``predicted``, whether it reaches the threshold; ``paid``; ``part``, which is
        ``cross-validated`` for training users (predicted by the model of the fold without them) and ``test``.
    """
    chosen = comparison.chosen
    probability = np.concatenate([chosen.candidate.out_of_fold, chosen.probability])
    rows = pd.DataFrame(
        {
            USER: np.concatenate([parts.train.index, parts.test.index]),
            "probability": probability.round(6),
            "predicted": probability >= comparison.threshold,
            "part": np.repeat(["cross-validated", "test"], [len(parts.train), len(parts.test)]),
        }
    )
    known = rows.merge(users[[USER, TARGET]], on=USER, validate="one_to_one").sort_values(USER, ignore_index=True)
    return known[[USER, "probability", "predicted", TARGET, "part"]]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise ExampleError(f"{folder} cannot be made: {failure.strerror}. Choose another --output.") from failure


def _obtain(
    request: Request, stages: Stages, paths: dict[str, str], resources: ExitStack
) -> tuple[pd.DataFrame, HadoopFiles | None]:
    """Get the users; `resources` keeps the connection to the file systems."""
    files: HadoopFiles | None = None
    if request.features is None and request.predictions is None:
        with stages.stage("make users"):
            users = check(make_users(request.count, request.seed))
    else:
        with stages.stage("connect"):
            files = resources.enter_context(HadoopFiles())
        users = _read(request, files, stages, paths)
    return users, files


def _part(
    reading: "Future[tuple[pd.DataFrame, HadoopFiles | None]]", learning: Event, search: Search | None, seed: int
) -> Split:
    """Split the users and let the search begin, once scikit-learn is there.

    It is not imported here: two threads that import modules which import one another get half a module.
    """
    users, _ = reading.result()
    learning.wait()
    parts = split(users, seed)
    if search is not None:
        search.begin(parts)
    return parts


def _read(request: Request, files: HadoopFiles, stages: Stages, paths: dict[str, str]) -> pd.DataFrame:
    if request.features is not None:
        paths["features"] = files.resolve(request.features)
        stages.say(f"features: {request.features} is {paths['features']}")
    if request.predictions is not None:
        paths["predictions"] = files.resolve(request.predictions)
        stages.say(f"predictions: {request.predictions} is {paths['predictions']}")
        if not request.overwrite:
            files.refuse_existing(request.predictions)
    if request.features is None:
        with stages.stage("make users"):
            return check(make_users(request.count, request.seed))
    with stages.stage("read features"):
        return check(parse(files.read(request.features), paths["features"]))


def _load_libraries(stages: Stages, reading: "Future[Any]", learning: Event) -> None:
    """Import what models and pictures need while the users are on their way; stop if they will not come.

    `learning` is set when scikit-learn, which their split needs too, is there or never will be.
    """

    def keras() -> object:
        from example.network import load_keras

        return load_keras()

    names = ("selection", "models", "charts", "regions", "report")
    loads: list[Callable[[], object]] = [*(partial(import_module, f"example.{name}") for name in names), keras]
    with stages.stage("load libraries"):
        try:
            import_module("sklearn.model_selection")
        finally:
            learning.set()
        for load in loads:
            if reading.done() and reading.exception() is not None:
                break
            load()


def _compare(request: Request, parts: Split, search: Search | None, stages: Stages, notes: list[str]) -> "Comparison":
    from example.models import AUTOML, candidates
    from example.selection import compare, cross_validate

    measured: dict[str, Candidate] = {}
    for name, model in candidates(request.seed).items():
        with stages.stage(name):
            measured[name] = cross_validate(name, model, parts, request.seed)
    if search is not None:
        with stages.stage("wait for TPOT"):
            try:
                found = search.result()
            except ExampleError as failure:
                notes.append(str(failure))
                stages.say(str(failure))
                found = None
        if found is not None:
            notes.append(
                f"TPOT tried {found.tried} pipelines in {found.seconds:.1f} s. The clock decides how many, "
                "so that another run may find another pipeline; everything else follows from the seed."
            )
            with stages.stage(AUTOML):
                measured[AUTOML] = cross_validate(AUTOML, found.model, parts, request.seed)
    return compare(measured, parts)


def _tell(  # noqa: PLR0913, PLR0917
    request: Request,
    users: pd.DataFrame,
    parts: Split,
    comparison: "Comparison",
    paths: dict[str, str],
    notes: list[str],
    stages: Stages,
) -> Outcome:
    from example.charts import draw_charts
    from example.regions import draw_map
    from example.report import render
    from example.summary import summarise

    report, model = request.output / REPORT, request.output / MODEL
    with stages.stage("draw report"):
        storage.save_model(model, comparison.chosen.candidate.model)
        charts, regions = draw_charts(comparison, parts, request.seed), draw_map(users)
        paths |= {"model": str(model.resolve()), "report": str(report.resolve())}
        summary = summarise(users, comparison, request.facts, paths, notes)
    summary["stages"] = {**request.facts.stages, **stages.seconds}
    summary["seconds"] = round(stages.total, 2)
    storage.write_text(report, render(summary, charts, regions))
    storage.write_json(request.output / SUMMARY, summary)
    return Outcome(summary, report.resolve(), model.resolve(), paths["predictions"])
