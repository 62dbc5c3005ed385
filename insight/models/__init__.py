"""What insight keeps: sketches of open texts, what was learned, and what was suggested."""

from insight.models.found_repeats import FoundRepeat, FoundState
from insight.models.hints import Hint, HintKind
from insight.models.learned import CategoryModel, GramWeight
from insight.models.sketches import GramCount, Indexed, TextSketch

__all__ = [
    "CategoryModel",
    "FoundRepeat",
    "FoundState",
    "GramCount",
    "GramWeight",
    "Hint",
    "HintKind",
    "Indexed",
    "TextSketch",
]
