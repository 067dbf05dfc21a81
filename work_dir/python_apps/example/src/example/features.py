"""The features of users: their columns, what a valid table of them is, and its split into training and test users."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from example.errors import ExampleError

USER = "userId"
TARGET = "paid"
CATEGORIES = ("topGenderId", "region", "type")
"""Columns whose numbers are names: genre 16 is not twice genre 8."""
COUNTS = ("topGenderIdSongs", "distSongIds")
"""Columns that count plays and songs: integers >= 0, heavily skewed."""
COLUMNS = (USER, "topGenderId", "topGenderIdSongs", "distSongIds", "region", "type", TARGET)
"""The header of the features job, in its order."""
LABELS = {
    "topGenderId": "favourite genre",
    "topGenderIdSongs": "plays of that genre",
    "distSongIds": "different songs",
    "region": "region",
    "type": "type of account",
}
MIN_USERS_PER_CLASS = 25
"""Fewer payers (or non-payers) than this and neither folds nor a test set mean anything."""
TEST_SHARE = 0.2

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Split:
    """Training users, from which everything is chosen, and test users, which only the final numbers see.

    Attributes
    ----------
    train, test : DataFrame, shapes (n_train, 5) and (n_test, 5)
        The feature columns, indexed by ``userId``.
    train_paid, test_paid : ndarray of int64, shapes (n_train,) and (n_test,)
        1 for a user who pays.
    """

    train: pd.DataFrame
    train_paid: Labels
    test: pd.DataFrame
    test_paid: Labels


def check(users: pd.DataFrame) -> pd.DataFrame:
    """Return the table if models can be learnt from it.

    Parameters
    ----------
    users : DataFrame, shape (n_users, 7)
        One row a user with the columns of `COLUMNS`.

    Raises
    ------
    ExampleError
        When values are missing, a user appears twice, or one of the classes has too few users.
    """
    if users.isna().to_numpy().any():
        raise ExampleError("The features have empty values. Write them again with the features job.")
    if users[USER].duplicated().any():
        twice = int(users.loc[users[USER].duplicated(), USER].iloc[0])
        raise ExampleError(f"User {twice} has more than one row of features. Write them again with the features job.")
    payers = int(users[TARGET].sum())
    if min(payers, len(users) - payers) < MIN_USERS_PER_CLASS:
        raise ExampleError(
            f"{len(users)} users of whom {payers} pay are too few to learn from: "
            f"at least {MIN_USERS_PER_CLASS} payers and {MIN_USERS_PER_CLASS} others are needed. Use more users."
        )
    return users


def split(users: pd.DataFrame, seed: int) -> Split:
    """Set a fifth of the users aside, with the same share of payers, whatever the order of the rows.

    Parameters
    ----------
    users : DataFrame, shape (n_users, 7)
    seed : int
        The same seed and users give the same split.
    """
    from sklearn.model_selection import train_test_split

    ordered = users.sort_values(USER).set_index(USER)
    train, test = train_test_split(ordered, test_size=TEST_SHARE, stratify=ordered[TARGET], random_state=seed)
    inputs = [*CATEGORIES, *COUNTS]
    return Split(train[inputs], labels(train), test[inputs], labels(test))


def labels(users: pd.DataFrame) -> Labels:
    """Return who pays as 0 and 1, shape (n_users,)."""
    return users[TARGET].to_numpy(dtype=np.int64)
