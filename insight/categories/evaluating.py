"""How often the learned model is right on texts that it has not seen; needs scikit-learn."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedGroupKFold

from insight.categories.scoring import guesses
from insight.categories.training import SEED, Learned, learn
from insight.tables import read_rows, text_of

_LABELS = ("label_l1", "label", "category", "内容分类")


@dataclass(frozen=True)
class Labelled:
    """A text with its class; ``group``: texts that are nearly the same have the same one."""

    text: str
    label: str
    group: str


def read_labelled(path: Path) -> list[Labelled]:
    """Return the texts of a CSV file (also .gz, UTF-8) that have a class. Raises ValueError: no column of a class."""
    rows = read_rows(path)
    column = next((name for name in _LABELS if rows and name in rows[0]), None)
    if column is None:
        raise ValueError(f"{path.name}没有类别一栏（{'、'.join(_LABELS)}）。")
    return [
        Labelled(text_of(row), row[column], row.get("group") or f"row {place}")
        for place, row in enumerate(rows)
        if row[column].strip()
    ]


def tried(train: Sequence[Labelled], test: Sequence[Labelled]) -> dict[str, Any]:
    """Return {accuracy, macro_f1, per_class} of a model that learned from ``train``, on ``test``."""
    model = learn([each.text for each in train], [each.label for each in train])
    return _measured([each.label for each in test], _guessed(model, test))


def tried_in_folds(rows: Sequence[Labelled], folds: int) -> dict[str, Any]:
    """Return the means over folds, in which no group is on both sides, and every fold; the split is always the same."""
    labels, groups = [each.label for each in rows], [each.group for each in rows]
    split = StratifiedGroupKFold(folds, shuffle=True, random_state=SEED).split(labels, labels, groups)
    found = [tried([rows[at] for at in learned], [rows[at] for at in asked]) for learned, asked in split]
    return {
        **{name: round(sum(each[name] for each in found) / folds, 4) for name in ("accuracy", "macro_f1")},
        "per_class": {
            label: round(sum(each["per_class"].get(label, 0.0) for each in found) / folds, 4)
            for label in sorted(set(labels))
        },
        "folds": [{name: each[name] for name in ("accuracy", "macro_f1")} for each in found],
    }


def _guessed(model: Learned, rows: Sequence[Labelled]) -> list[str]:
    weighed = model.weighed()
    return [guesses(each.text, model.labels, model.biases, weighed)[0].label for each in rows]


def _measured(truth: list[str], said: list[str]) -> dict[str, Any]:
    classes = sorted(set(truth) | set(said))
    by_class = f1_score(truth, said, labels=classes, average=None, zero_division=0)
    return {
        "accuracy": round(float(accuracy_score(truth, said)), 4),
        "macro_f1": round(float(f1_score(truth, said, labels=sorted(set(truth)), average="macro", zero_division=0)), 4),
        "per_class": {label: round(float(score), 4) for label, score in zip(classes, by_class, strict=True)},
    }
