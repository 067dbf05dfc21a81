"""The models that are compared."""

from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from xgboost import XGBClassifier

from example.balancing import BalancedClassifier
from example.network import KerasNetwork

LOGISTIC = "Logistic regression"
FOREST = "Random forest"
BOOSTED = "XGBoost"
NETWORK = "Keras network"
AUTOML = "TPOT search"


def candidates(seed: int) -> dict[str, BalancedClassifier]:
    """Return the unfitted models by name, all behind the same preparation and balancing.

    Parameters
    ----------
    seed : int
        Seeds the balancing and every model.
    """
    # one thread each: threads of a forest add up its trees in any order, which costs the last bit of a probability
    models = {
        LOGISTIC: LogisticRegression(C=0.5, max_iter=1000),
        FOREST: RandomForestClassifier(n_estimators=100, min_samples_leaf=5, random_state=seed),
        BOOSTED: XGBClassifier(n_estimators=150, max_depth=3, learning_rate=0.08, n_jobs=1, random_state=seed),
        NETWORK: KerasNetwork(random_state=seed),
    }
    return {name: BalancedClassifier(model, random_state=seed) for name, model in models.items()}
