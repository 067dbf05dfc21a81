"""Users made in this process, for a run without a cluster; the same kind of users that the log generator makes."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from example.features import COLUMNS

GENRES = 30
REGIONS = 10
TYPES = 3
PAYING_SHARE = 0.15
MEAN_PLAYS = 50.0
FAVOURITE_SHARE = 0.55
"""Share of a user's plays that are of the favourite genre."""
TASTE, ACTIVITY, REGION, TYPE = 1.5, 0.9, 0.8, 0.8
"""What inclines to pay, in log-odds a standard deviation (ACTIVITY: a factor e); chance does the rest."""

Floats = npt.NDArray[np.float64]


def make_users(count: int, seed: int) -> pd.DataFrame:
    """Make users whose payment depends on taste, activity, region and type, with noise.

    Parameters
    ----------
    count : int
        Number of users, > 0.
    seed : int
        The same seed and count give the same users.

    Returns
    -------
    DataFrame, shape (count, 7)
        The columns of the features job; about 15 % of ``paid`` are true.
    """
    rng = np.random.default_rng(seed)
    genre = rng.choice(GENRES, size=count, p=_zipf(GENRES, 5, 1.0))
    region = rng.choice(REGIONS, size=count, p=_zipf(REGIONS, 2, 1.0))
    kind = rng.choice(TYPES, size=count, p=[0.5, 0.3, 0.2])
    activity = _zipf(count, 10, 0.8)[rng.permutation(count)] * count
    plays = 1 + rng.poisson(MEAN_PLAYS * activity)
    favourite = np.maximum(1, rng.binomial(plays, FAVOURITE_SHARE))
    distinct = np.maximum(1, rng.binomial(plays, 1.0 / (1.0 + plays / 400.0)))
    effects = np.random.default_rng(seed + 1)
    appeal = (
        TASTE * effects.normal(size=GENRES)[genre]
        + REGION * effects.normal(size=REGIONS)[region]
        + TYPE * effects.normal(size=TYPES)[kind]
        + ACTIVITY * np.log(activity)
    )
    paid = rng.random(count) < _probability(appeal + _intercept(appeal))
    values = (1 + rng.permutation(count * 5)[:count], genre, favourite, distinct, region, kind, paid)
    return pd.DataFrame(dict(zip(COLUMNS, values, strict=True))).sort_values("userId", ignore_index=True)


def _zipf(ranks: int, shift: int, exponent: float) -> Floats:
    """Return weights ``(rank + shift) ** -exponent``, shape (ranks,), that add up to 1."""
    weights: Floats = (np.arange(1, ranks + 1, dtype=np.float64) + shift) ** -exponent
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _probability(log_odds: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-log_odds))


def _intercept(appeal: Floats) -> float:
    """Return the shift of `appeal`, in log-odds, with which the expected share of payers is `PAYING_SHARE`."""
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _probability(appeal + middle).mean() < PAYING_SHARE else (low, middle)
    return (low + high) / 2
