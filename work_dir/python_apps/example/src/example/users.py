"""Users made in this process, for a run without a cluster; the same kind of users that the log generator makes."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from example.features import COLUMNS

GENRES = 24
REGIONS = 12
TYPES = 3
PAYING_SHARE = 0.15
MEAN_PLAYS = 50.0
NOISE = 0.4
"""Standard deviation, in log-odds, of what no feature tells."""

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
    genre = rng.choice(GENRES, size=count, p=_zipf(GENRES, 0.7))
    region = rng.choice(REGIONS, size=count, p=_zipf(REGIONS, 0.5))
    kind = rng.choice(TYPES, size=count, p=[0.6, 0.3, 0.1])
    plays = 1 + rng.poisson(MEAN_PLAYS * rng.lognormal(mean=-0.5, sigma=1.0, size=count))
    loyalty = rng.beta(5.0, 4.0, size=count)
    favourite = np.maximum(1, rng.binomial(plays, loyalty))
    distinct = np.maximum(1, rng.binomial(plays, 1.0 / (1.0 + plays / 400.0)))
    activity = np.log(plays / MEAN_PLAYS)
    effects = np.random.default_rng(7)  # what pays is a fact of this world, not of the sample
    taste, place = effects.normal(0.0, 1.5, GENRES), effects.normal(0.0, 0.9, REGIONS)
    appeal = (
        taste[genre]
        + place[region]
        + np.array([0.0, 0.7, 1.5])[kind]
        + np.array([1.1, 0.8, 0.3])[kind] * activity
        + 1.0 * (loyalty - 0.5)
        + rng.normal(0.0, NOISE, size=count)
    )
    paid = rng.random(count) < _probability(appeal + _intercept(appeal))
    values = (1 + rng.permutation(count * 5)[:count], genre, favourite, distinct, region, kind, paid)
    return pd.DataFrame(dict(zip(COLUMNS, values, strict=True))).sort_values("userId", ignore_index=True)


def _zipf(ranks: int, exponent: float) -> Floats:
    weights = np.arange(1, ranks + 1, dtype=np.float64) ** -exponent
    return weights / weights.sum()


def _probability(log_odds: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-log_odds))


def _intercept(appeal: Floats) -> float:
    """Return the shift of `appeal`, in log-odds, with which the expected share of payers is `PAYING_SHARE`."""
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _probability(appeal + middle).mean() < PAYING_SHARE else (low, middle)
    return (low + high) / 2
