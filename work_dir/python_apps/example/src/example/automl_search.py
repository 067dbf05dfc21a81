"""The program of the search's own process; `example.automl` starts it and says when and how."""

import json
import os
import sys
import threading
import time
from typing import Any

import joblib

MAX_EVALUATION_SECONDS = 2.5
RESERVE_SECONDS = 1.5
"""Kept for ending the search and writing its answer."""
SCORE = "roc_auc_score"
FOLDS = 3


def load_tpot() -> Any:
    """Import TPOT without its question to a package index whether there is a newer version of it."""
    import update_checker

    update_checker.update_check = lambda *_: None
    import tpot

    return tpot


def pipelines(tpot: Any, seed: int) -> Any:
    """Return the space of pipelines: a step that selects or transforms columns, or none, and a classifier.

    The ranges are of our own making, small enough that a pipeline on 20,000 users takes about a second; TPOT's own
    ones are made for searches of hours, and set options that scikit-learn 1.9 deprecates.
    """
    from ConfigSpace import ConfigurationSpace, Float, Integer
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier
    from sklearn.kernel_approximation import Nystroem
    from sklearn.feature_selection import SelectPercentile
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


def search(tpot: Any, order: dict[str, Any]) -> tuple[Any, int]:
    """Return the best pipeline, unfitted, and how many were tried, when the time is over.

    TPOT searches in a thread. What it has evaluated so far is read when the time is over, so that a pipeline that
    does not end in time costs itself only.

    Parameters
    ----------
    order : dict
        ``data``, path of the training users; ``seconds``, wall clock to be done in; ``seed``.
    """
    from distributed import Client, LocalCluster
    from sklearn.model_selection import StratifiedKFold

    from example.balancing import BalancedClassifier

    deadline = time.monotonic() + order["seconds"] - RESERVE_SECONDS
    users, paid = joblib.load(order["data"])
    seed = order["seed"]
    # a thread of this process instead of processes: it starts at once and ends with it
    client = Client(LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None))
    estimator = tpot.TPOTEstimatorSteadyState(
        search_space=tpot.search_spaces.pipelines.WrapperPipeline(
            BalancedClassifier, {"random_state": seed}, pipelines(tpot, seed)
        ),
        scorers=["roc_auc"],
        scorers_weights=[1],
        classification=True,
        cv=StratifiedKFold(FOLDS, shuffle=True, random_state=seed + 1),  # not the folds of the comparison
        initial_population_size=16,
        population_size=16,
        max_time_mins=order["seconds"] / 60,
        max_eval_time_mins=MAX_EVALUATION_SECONDS / 60,
        n_jobs=1,
        client=client,
        random_state=seed,
        verbose=0,
    )
    thread = threading.Thread(target=estimator.fit, args=(users, paid), daemon=True)
    thread.start()
    thread.join(deadline - time.monotonic())
    evaluated = estimator._evolver_instance.population.evaluated_individuals
    scored = evaluated.dropna(subset=[SCORE])
    if scored.empty:
        raise RuntimeError("no pipeline was evaluated in the time given; allow more with --automl-seconds")
    best = scored[SCORE].astype(float).idxmax()
    return scored.loc[best, "Individual"].export_pipeline(), len(scored)


def main() -> int:
    """Load TPOT, wait for the order in one line of stdin, tell the start, search, write the answer."""
    tpot = load_tpot()
    line = sys.stdin.readline()
    if not line:  # the application ended before it had data
        return 0
    order = json.loads(line)
    began = time.time()
    print(began, flush=True)
    model, tried = search(tpot, order)
    joblib.dump((model, tried, time.time() - began), order["result"])
    sys.stdout.flush()
    os._exit(0)  # a pipeline may still be in compiled code, and nothing of it is wanted any more


if __name__ == "__main__":
    sys.exit(main())
