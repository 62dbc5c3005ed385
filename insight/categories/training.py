"""Learning from texts with their class: two linear models over grams, added up to one. In the worker alone: scikit-learn.

The one is a support vector machine over TF-IDF, the other the same with each gram weighed by how much more often it
stands in a class than outside (NB-SVM). Their sum is linear again, so that `scoring` needs no library.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from insight.categories.scoring import Weighed, grams_in

SEED = 20261130
# A gram that fewer texts hold is not kept: it would tell of one petition.
FEWEST_TEXTS = 2
MOST_GRAMS = 120_000
_COST, _COST_BY_SHARE = 2.0, 0.3


@dataclass(frozen=True)
class Learned:
    """A model: the classes, how much each is expected from the start, and what every gram weighs."""

    labels: list[str]
    biases: list[float]
    grams: list[str]
    rarities: "np.ndarray[Any, np.dtype[np.float64]]"
    weights: "np.ndarray[Any, np.dtype[np.float64]]"

    def weighed(self) -> dict[str, Weighed]:
        """Return what every gram weighs, as `scoring.guesses` wants it."""
        return {
            gram: Weighed(float(rarity), weights.tolist())
            for gram, rarity, weights in zip(self.grams, self.rarities, self.weights, strict=True)
        }


def learn(texts: Sequence[str], labels: Sequence[str], *, fewest_texts: int = FEWEST_TEXTS) -> Learned:
    """Learn from texts and their classes; the same ones give the same model. There must be two classes."""
    rows = TfidfVectorizer(
        analyzer=grams_in, min_df=fewest_texts, max_features=MOST_GRAMS, sublinear_tf=True, lowercase=False
    )
    matrix, known = rows.fit_transform(texts), np.array(labels)
    classes = sorted(set(labels))
    both = [_both(matrix, known == label) for label in classes]
    return Learned(
        classes,
        [bias for _, bias in both],
        list(rows.get_feature_names_out()),
        rows.idf_,
        np.array([weights for weights, _ in both]).T,
    )


def _both(matrix: Any, of_it: Any) -> tuple[Any, float]:
    plain, plain_bias = _fitted(matrix, of_it, LinearSVC(C=_COST, random_state=SEED))
    share = _log_share(matrix, of_it)
    by_share, share_bias = _fitted(
        matrix.multiply(share).tocsr(), of_it, LinearSVC(C=_COST_BY_SHARE, class_weight="balanced", random_state=SEED)
    )
    return plain + by_share * share, plain_bias + share_bias


def _fitted(matrix: Any, of_it: Any, machine: Any) -> tuple[Any, float]:
    machine.fit(matrix, of_it)
    return machine.coef_[0], float(machine.intercept_[0])


def _log_share(matrix: Any, of_it: Any) -> Any:
    """Return how much more often each gram stands in texts of the class than in the others, as a logarithm."""
    there = (matrix > 0).astype(float)
    inside = np.asarray(there[of_it].sum(axis=0)).ravel() + 1
    outside = np.asarray(there[~of_it].sum(axis=0)).ravel() + 1
    return np.log(inside / of_it.sum()) - np.log(outside / (~of_it).sum())
