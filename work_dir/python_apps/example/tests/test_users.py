import numpy as np
import pandas as pd
import pytest

from example.errors import ExampleError
from example.features import CATEGORIES, COLUMNS, check, split
from example.users import make_users


def test_the_same_seed_makes_the_same_users_and_another_seed_others():
    pd.testing.assert_frame_equal(make_users(500, 1), make_users(500, 1))
    assert not make_users(500, 1).equals(make_users(500, 2))


def test_users_have_the_columns_of_the_features_job_in_their_order(users):
    assert tuple(users.columns) == COLUMNS
    assert users["userId"].is_monotonic_increasing
    assert users["userId"].is_unique


def test_about_fifteen_in_a_hundred_users_pay():
    assert make_users(20_000, 5)["paid"].mean() == pytest.approx(0.15, abs=0.01)


def test_a_user_plays_the_favourite_genre_at_least_once(users):
    assert (users["topGenderIdSongs"] >= 1).all()
    assert (users["distSongIds"] >= 1).all()


def test_no_user_is_in_both_parts_of_the_split_and_none_is_lost(users, parts):
    train, test = set(parts.train.index), set(parts.test.index)
    assert not train & test
    assert train | test == set(users["userId"])


def test_both_parts_have_the_same_share_of_payers(parts):
    assert parts.train_paid.mean() == pytest.approx(parts.test_paid.mean(), abs=0.002)


def test_the_split_does_not_depend_on_the_order_of_the_rows(users, parts):
    shuffled = split(users.sample(frac=1, random_state=3), 42)
    pd.testing.assert_frame_equal(shuffled.test, parts.test)
    np.testing.assert_array_equal(shuffled.test_paid, parts.test_paid)


def test_models_see_neither_the_answer_nor_the_number_of_the_user(parts):
    assert set(parts.train.columns) == {*CATEGORIES, "topGenderIdSongs", "distSongIds"}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda users: users.assign(region=users["region"].where(users.index > 0)), "empty values"),
        (lambda users: pd.concat([users, users.head(1)]), "more than one row"),
        (lambda users: users.assign(paid=False), "too few"),
    ],
    ids=["a missing value", "a user twice", "nobody pays"],
)
def test_a_table_that_cannot_be_learnt_from_is_refused(users, spoil, words):
    with pytest.raises(ExampleError, match=words):
        check(spoil(users))
