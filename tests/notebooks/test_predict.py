"""`predict.ipynb`: who pays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from executed import Executed


@pytest.fixture(scope="module")
def predict(executed: Callable[[str], Executed]) -> Executed:
    """Give it, executed."""
    return executed("predict.ipynb")


def test_the_chosen_model_is_far_better_than_guessing(predict: Executed) -> None:
    assert 0.75 < predict.value("ROC AUC of the chosen model") < 0.95


def test_trained_on_the_workers_xgboost_is_as_good(predict: Executed) -> None:
    assert abs(predict.value("ROC AUC on the workers") - predict.value("ROC AUC of the chosen model")) < 0.08


def test_every_kind_of_model_is_compared(predict: Executed) -> None:
    for name in (
        "Logistic regression",
        "Random forest",
        "XGBoost",
        "Keras network",
        "TPOT search",
        "guessing",
    ):
        assert name in predict.text


def test_it_ends_with_a_picture(predict: Executed) -> None:
    assert predict.pictures(-1) == ["image/png"]
