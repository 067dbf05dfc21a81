"""A small neural network, Keras on TensorFlow, that behaves like a scikit-learn classifier."""

import os
from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, ClassifierMixin


def load_keras() -> Any:
    """Import Keras on TensorFlow, which takes seconds when cold, without their notices on the console.

    The notices are decided when the libraries are loaded: oneDNN says that its rounding may differ from run to run,
    which is also why it is switched off here, and TensorFlow's C++ side announces the processor's instructions.
    """
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
    import keras
    import tensorflow as tf

    tf.config.experimental.enable_op_determinism()
    return keras


class KerasNetwork(ClassifierMixin, BaseEstimator):
    """Two hidden layers with dropout and a sigmoid; seeded, and therefore the same every time.

    It can be pickled: the network travels as its architecture and weights, and wakes up wherever Keras is.

    Parameters
    ----------
    hidden : tuple of int
        Units of each hidden layer.
    epochs : int
        Passes over the training rows.
    batch : int
        Rows of one step of the optimiser.
    random_state : int
        Seeds weights, order of rows and dropout.
    """

    def __init__(
        self, hidden: tuple[int, ...] = (32, 16), epochs: int = 8, batch: int = 256, random_state: int = 0
    ) -> None:
        self.hidden = hidden
        self.epochs = epochs
        self.batch = batch
        self.random_state = random_state

    def fit(self, X: npt.NDArray[np.float64], y: npt.NDArray[np.int64]) -> Self:
        """Learn from a dense matrix X, shape (n, n_columns), and labels 0 or 1, shape (n,)."""
        keras = load_keras()
        keras.utils.set_random_seed(self.random_state)
        layers: list[Any] = [keras.Input((X.shape[1],))]
        for units in self.hidden:
            layers += [keras.layers.Dense(units, activation="relu"), keras.layers.Dropout(0.2)]
        network = keras.Sequential([*layers, keras.layers.Dense(1, activation="sigmoid")])
        network.compile(optimizer=keras.optimizers.Adam(5e-3), loss="binary_crossentropy")
        network.fit(X.astype(np.float32), y, epochs=self.epochs, batch_size=self.batch, verbose=0)
        self.classes_ = np.array([0, 1])
        self.network_ = network
        return self

    def predict_proba(self, X: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the probabilities of 0 and 1, shape (n, 2)."""
        # called directly: predict() would trace a graph of its own for every network, which costs more than it saves
        positive = np.asarray(self.network_(X.astype(np.float32), training=False))[:, 0]
        return np.column_stack([1.0 - positive, positive]).astype(np.float64)

    def predict(self, X: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """Return the likelier class, shape (n,)."""
        return (self.predict_proba(X)[:, 1] >= 0.5).astype(np.int64)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is pickled."""
        state = dict(super().__getstate__())
        if "network_" in state:
            state["network_"] = (self.network_.to_json(), self.network_.get_weights())
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Build the network again, with its weights to the bit."""
        super().__setstate__(state)
        if "network_" in state:
            architecture, weights = state["network_"]
            self.network_ = load_keras().models.model_from_json(architecture)
            self.network_.set_weights(weights)
