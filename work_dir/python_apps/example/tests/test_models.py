import numpy as np
import pandas as pd
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from example.app import predict
from example.balancing import BalancedClassifier
from example.models import LOGISTIC, candidates
from example.network import KerasNetwork
from example.selection import FOLDS, compare, cross_validate
from example.storage import load_model, save_model


class Witness(ClassifierMixin, BaseEstimator):
    """Remembers the classes it was fitted on, and how many rows it was asked about."""

    fitted, asked = [], []

    def fit(self, X, y):
        Witness.fitted.append(np.bincount(y).tolist())
        self.classes_ = np.array([0, 1])
        return self

    def predict_proba(self, X):
        Witness.asked.append(len(X))
        return np.full((len(X), 2), 0.5)


def test_every_model_is_well_above_the_baseline_and_not_suspiciously_good(comparison):
    assert comparison.baseline.roc_auc == 0.5
    for result in comparison.results:
        assert 0.75 < result.scores.roc_auc < 0.95
        assert result.scores.accuracy > comparison.baseline.accuracy - 0.02
        assert result.scores.balanced_accuracy > comparison.baseline.balanced_accuracy + 0.15


def test_the_baseline_is_the_share_of_the_larger_class(comparison, parts):
    assert comparison.baseline.accuracy == pytest.approx(1 - parts.test_paid.mean())
    assert comparison.baseline.balanced_accuracy == 0.5


def test_models_learn_from_balanced_classes_and_are_validated_on_the_real_ones(parts):
    Witness.fitted, Witness.asked = [], []
    cross_validate("witness", BalancedClassifier(Witness(), random_state=1), parts, seed=1)
    assert len(Witness.fitted) == FOLDS + 1
    assert all(others == payers for others, payers in Witness.fitted)
    assert sum(Witness.asked) == len(parts.train)


def test_the_choice_does_not_depend_on_the_test_users(comparison, parts):
    spoilt = type(parts)(parts.train, parts.train_paid, parts.test, 1 - parts.test_paid)
    measured = {result.candidate.name: result.candidate for result in comparison.results}
    again = compare(measured, spoilt)
    assert again.chosen.candidate is comparison.chosen.candidate
    assert again.chosen.scores.roc_auc < 0.5


def test_the_test_users_do_not_reach_a_candidate_before_the_choice(parts):
    hidden = type(parts)(parts.train, parts.train_paid, None, None)
    cross_validate(LOGISTIC, candidates(1)[LOGISTIC], hidden, seed=1)


def test_the_same_seed_gives_the_same_numbers(comparison, parts):
    for result in comparison.results:
        name = result.candidate.name
        again = cross_validate(name, candidates(42)[name], parts, 42)
        assert again.fold_aucs == result.candidate.fold_aucs


def test_probabilities_are_those_of_real_users_although_learning_was_balanced(comparison, parts):
    for result in comparison.results:
        assert result.probability.mean() == pytest.approx(parts.test_paid.mean(), abs=0.03)


def test_undoing_the_balance_keeps_the_order_of_users(parts):
    model = BalancedClassifier(LogisticRegression(max_iter=500), random_state=1).fit(parts.train, parts.train_paid)
    balanced = model.pipeline_.predict_proba(parts.test)[:, 1]
    corrected = model.predict_proba(parts.test)[:, 1]
    assert roc_auc_score(parts.test_paid, balanced) == pytest.approx(roc_auc_score(parts.test_paid, corrected))
    np.testing.assert_array_equal(model.predict(parts.test), balanced >= 0.5)


def test_a_genre_is_a_category_so_renumbering_genres_changes_nothing(parts):
    def auc(train, test):
        model = clone(candidates(1)[LOGISTIC]).fit(train, parts.train_paid)
        return roc_auc_score(parts.test_paid, model.predict_proba(test)[:, 1])

    numbers = np.random.default_rng(0).permutation(1000)
    renumbered = [part.assign(topGenderId=numbers[part["topGenderId"]]) for part in (parts.train, parts.test)]
    assert auc(*renumbered) == pytest.approx(auc(parts.train, parts.test), abs=1e-3)


def test_a_genre_never_seen_in_training_gets_a_prediction(comparison, parts):
    strange = parts.test.head(3).assign(topGenderId=12_345, region=99)
    probability = comparison.chosen.candidate.model.predict_proba(strange)[:, 1]
    assert ((probability > 0) & (probability < 1)).all()


def test_every_user_is_predicted_by_a_model_that_had_not_seen_the_user(users, parts, comparison):
    rows = predict(users, parts, comparison).set_index("userId")
    assert list(rows.index) == list(users["userId"])
    held_out = rows.loc[parts.test.index]
    assert (held_out["part"] == "test").all()
    np.testing.assert_allclose(held_out["probability"], comparison.chosen.probability, atol=1e-6)
    training = rows.loc[parts.train.index]
    np.testing.assert_allclose(training["probability"], comparison.chosen.candidate.out_of_fold, atol=1e-6)
    pd.testing.assert_series_equal(rows["paid"], users.set_index("userId")["paid"])


def test_a_kept_model_predicts_the_same_when_it_is_back(tmp_path, comparison, parts):
    for result in comparison.results:
        save_model(tmp_path / "model.joblib", result.candidate.model)
        back = load_model(tmp_path / "model.joblib")
        np.testing.assert_array_equal(back.predict_proba(parts.test)[:, 1], result.probability)


def test_a_keras_network_learns_is_seeded_and_survives_being_kept(tmp_path, parts):
    network = BalancedClassifier(KerasNetwork(hidden=(16,), epochs=8, batch=64, random_state=7), random_state=7)
    first = clone(network).fit(parts.train, parts.train_paid)
    probability = first.predict_proba(parts.test)
    assert roc_auc_score(parts.test_paid, probability[:, 1]) > 0.75
    second = clone(network).fit(parts.train, parts.train_paid)
    np.testing.assert_array_equal(second.predict_proba(parts.test), probability)
    save_model(tmp_path / "model.joblib", first)
    np.testing.assert_array_equal(load_model(tmp_path / "model.joblib").predict_proba(parts.test), probability)
