"""The program of the search's own process; `example.automl` starts it and says when and how."""

import json
import signal
import sys
import time
from pathlib import Path
from typing import Any

import joblib

from example.storage import write_atomically

MAX_EVALUATION_SECONDS = 2.5
POPULATION = 16
SCORE = "roc_auc_score"
FOLDS = 3


def load_tpot() -> Any:
    """Import TPOT without its question to a package index whether there is a newer version of it."""
    import update_checker

    update_checker.update_check = lambda *_: None
    import tpot

    return tpot


def pipelines(seed: int) -> Any:
    """Return the space of pipelines: a step that selects or transforms columns, or none, and a classifier.

    The ranges are of our own making, small enough that a pipeline on 20,000 users takes about a second; TPOT's own
    ones are made for searches of hours, and set options that scikit-learn 1.9 deprecates.
    """
    from ConfigSpace import ConfigurationSpace, Float, Integer
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier
    from sklearn.feature_selection import SelectPercentile
    from sklearn.kernel_approximation import Nystroem
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import FunctionTransformer
    from tpot.search_spaces.nodes import EstimatorNode
    from tpot.search_spaces.pipelines import ChoicePipeline, SequentialPipeline
    from xgboost import XGBClassifier

    def node(method: type, **ranges: Any) -> Any:
        return EstimatorNode(method, ConfigurationSpace(ranges) if ranges else {})

    scale = Float("gamma", (0.01, 0.3), log=True)
    columns = ChoicePipeline(
        [
            node(FunctionTransformer),  # every column as it is
            node(SelectPercentile, percentile=Integer("percentile", (40, 95))),
            node(Nystroem, n_components=Integer("n_components", (40, 120)), gamma=scale, random_state=[seed]),
        ]
    )
    rate = Float("learning_rate", (0.02, 0.3), log=True)
    classifiers = ChoicePipeline(
        [
            node(LogisticRegression, C=Float("C", (1e-3, 10.0), log=True), max_iter=[300]),
            node(LinearDiscriminantAnalysis),
            node(
                ExtraTreesClassifier,
                n_estimators=Integer("n_estimators", (50, 150)),
                min_samples_leaf=Integer("min_samples_leaf", (2, 20)),
                random_state=[seed],
            ),
            node(
                HistGradientBoostingClassifier,
                learning_rate=rate,
                max_iter=Integer("max_iter", (30, 120)),
                max_leaf_nodes=Integer("max_leaf_nodes", (4, 16)),
                random_state=[seed],
            ),
            node(
                XGBClassifier,
                learning_rate=rate,
                n_estimators=Integer("n_estimators", (50, 250)),
                max_depth=Integer("max_depth", (2, 4)),
                n_jobs=[1],
                random_state=[seed],
            ),
        ]
    )
    return SequentialPipeline([columns, classifiers])


def recording(tpot: Any, answer: Path) -> type:
    """Return TPOT's evolver, which also writes what it has found so far whenever a pipeline was evaluated.

    The answer is ``(pipeline, tried)``: the best pipeline, unfitted, and how many were evaluated.
    """

    class RecordingEvolver(tpot.evolvers.SteadyStateEvolver):  # type: ignore[misc]
        recorded = 0

        def get_unevaluated_individuals(self, *arguments: Any, **options: Any) -> Any:
            scored = self.population.evaluated_individuals.dropna(subset=[SCORE])
            if len(scored) > self.recorded:
                self.recorded = len(scored)
                best = scored.loc[scored[SCORE].astype(float).idxmax(), "Individual"].export_pipeline()
                write_atomically(answer, lambda path: joblib.dump((best, self.recorded), path))
            return super().get_unevaluated_individuals(*arguments, **options)

    return RecordingEvolver


def search(tpot: Any, order: dict[str, Any]) -> None:
    """Search, and keep the answer up to date, until the alarm rings.

    Parameters
    ----------
    order : dict
        ``data``, path of the training users; ``result``, path of the answer; ``seconds``; ``seed``.
    """
    from distributed import Client, LocalCluster
    from sklearn.model_selection import StratifiedKFold

    from example.balancing import BalancedClassifier

    users, paid = joblib.load(order["data"])
    seed, answer = order["seed"], Path(order["result"])
    # a thread of this process instead of processes: it starts at once and ends with it
    cluster = LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, local_directory=str(answer.parent)
    )
    estimator = tpot.TPOTEstimatorSteadyState(
        search_space=tpot.search_spaces.pipelines.WrapperPipeline(
            BalancedClassifier, {"random_state": seed}, pipelines(seed)
        ),
        scorers=["roc_auc"],
        scorers_weights=[1],
        classification=True,
        cv=StratifiedKFold(FOLDS, shuffle=True, random_state=seed + 1),  # not the folds of the comparison
        initial_population_size=POPULATION,
        population_size=POPULATION,
        max_time_mins=order["seconds"] / 60,
        max_eval_time_mins=MAX_EVALUATION_SECONDS / 60,
        n_jobs=1,
        client=Client(cluster),
        random_state=seed,
        verbose=0,
    )
    estimator._evolver = recording(tpot, answer)
    estimator.fit(users, paid)


def main() -> int:
    """Load TPOT, wait for the order in one line of stdin, tell that the search begins, and search."""
    tpot = load_tpot()
    line = sys.stdin.readline()
    if not line:  # the application ended before it had data
        return 0
    order = json.loads(line)
    signal.setitimer(signal.ITIMER_REAL, order["seconds"])  # its default action ends this process, busy or not
    print(time.time(), flush=True)
    search(tpot, order)
    return 0


if __name__ == "__main__":
    sys.exit(main())
