"""Compare models by cross-validation on the training users, choose one, and only then look at the test users."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.base import clone
from sklearn.dummy import DummyClassifier
from sklearn.metrics import accuracy_score, balanced_accuracy_score, brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold

from example.features import Labels, Split

FOLDS = 3
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """How well probabilities of paying fit what users did.

    Attributes
    ----------
    roc_auc : float
        Probability that a payer is ranked above a non-payer; 0.5 is chance.
    accuracy : float
        Share of users told right when "pays" means a probability of at least one half.
    balanced_accuracy : float
        Mean of the shares of payers and of non-payers told right when "pays" means at least as likely as average.
    brier : float
        Mean squared error of the probabilities; lower is better.
    """

    roc_auc: float
    accuracy: float
    balanced_accuracy: float
    brier: float

    @classmethod
    def of(cls, paid: Labels, probability: Floats, threshold: float) -> "Scores":
        """Score probabilities, shape (n,), against who paid, shape (n,)."""
        return cls(
            float(roc_auc_score(paid, probability)),
            float(accuracy_score(paid, probability >= 0.5)),
            float(balanced_accuracy_score(paid, probability >= threshold)),
            float(brier_score_loss(paid, probability)),
        )


@dataclass(frozen=True)
class Candidate:
    """A model after cross-validation, fitted on all training users and not yet shown a test user.

    Attributes
    ----------
    fold_aucs : tuple of float, length `FOLDS`
        ROC AUC of each fold.
    out_of_fold : ndarray, shape (n_train,)
        Probability of each training user from the model of the fold that did not see them.
    seconds : float
        Wall clock of cross-validation and final fit.
    """

    name: str
    model: Any
    fold_aucs: tuple[float, ...]
    out_of_fold: Floats
    seconds: float

    @property
    def cv_roc_auc(self) -> float:
        """Mean ROC AUC of the folds."""
        return float(np.mean(self.fold_aucs))


@dataclass(frozen=True)
class Result:
    """A model with its numbers on the test users; `probability` has shape (n_test,)."""

    candidate: Candidate
    probability: Floats
    scores: Scores


@dataclass(frozen=True)
class Comparison:
    """The outcome: every model's result in order of cross-validation, best first, and the baseline.

    Attributes
    ----------
    threshold : float
        Share of payers among the training users, from which on a user is predicted to pay.
    baseline : Scores
        Of the answer "nobody pays", with the share of payers as everybody's probability.
    """

    results: tuple[Result, ...]
    baseline: Scores
    threshold: float

    @property
    def chosen(self) -> Result:
        """The model with the best cross-validated ROC AUC."""
        return self.results[0]


def cross_validate(name: str, model: Any, split: Split, seed: int) -> Candidate:
    """Measure a model on folds of the training users, then fit it on all of them.

    Parameters
    ----------
    model : classifier
        Unfitted; it is cloned for each fold.
    seed : int
        Decides the folds; the same for every model that is compared.
    """
    began = time.monotonic()
    X, y = split.train, split.train_paid
    out_of_fold, aucs = np.zeros(len(y)), []
    for fit, validate in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(X, y):
        fold = clone(model).fit(X.iloc[fit], y[fit])
        out_of_fold[validate] = fold.predict_proba(X.iloc[validate])[:, 1]
        aucs.append(float(roc_auc_score(y[validate], out_of_fold[validate])))
    fitted = clone(model).fit(X, y)
    return Candidate(name, fitted, tuple(aucs), out_of_fold, time.monotonic() - began)


def compare(candidates: Mapping[str, Candidate], split: Split) -> Comparison:
    """Order the models by their cross-validation and score them on the test users."""
    threshold = float(split.train_paid.mean())
    ranked = sorted(candidates.values(), key=lambda candidate: -candidate.cv_roc_auc)
    results = []
    for candidate in ranked:
        probability = candidate.model.predict_proba(split.test)[:, 1]
        results.append(Result(candidate, probability, Scores.of(split.test_paid, probability, threshold)))
    return Comparison(tuple(results), _baseline(split, threshold), threshold)


def _baseline(split: Split, threshold: float) -> Scores:
    dummy = DummyClassifier(strategy="prior").fit(split.train, split.train_paid)
    probability = dummy.predict_proba(split.test)[:, 1]
    scores = Scores.of(split.test_paid, probability, threshold)
    majority = balanced_accuracy_score(split.test_paid, dummy.predict(split.test))
    return Scores(scores.roc_auc, scores.accuracy, float(majority), scores.brier)
