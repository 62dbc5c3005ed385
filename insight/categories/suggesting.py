"""The category of what is being typed: by what was learned of the district's own cases, else by the words of the dictionary."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from insight.categories.scoring import Weighed, grams_in, guesses
from insight.models import CategoryModel, GramWeight
from organizations.dictionaries import CONTENT
from organizations.models import Term
from organizations.models.dictionaries import TermQuerySet

MOST_SUGGESTED = 3
# Fewer characters say too little.
FEWEST_CHARACTERS = 8
# What stands this far below the first is no second choice.
_NEAR = 0.5
_PARTS = "、和与及（）"
_SHORTEST = 2


@dataclass(frozen=True)
class SuggestedTerm:
    """A term of the dictionary, the words of the text that speak for it, and whether it was learned from cases."""

    term: Term
    words: tuple[str, ...]
    learned: bool


def suggested_terms(district: int | None, text: str, on: date) -> list[SuggestedTerm]:
    """Return at most three terms for a text, the likeliest first; four statements at most."""
    if len(text.strip()) < FEWEST_CHARACTERS:
        return []
    model = CategoryModel.objects.filter(district=district, ready=True).order_by("-id").first() if district else None
    return (_by_model(model, text, on) if model else []) or _by_words(text, on)


def _by_model(model: CategoryModel, text: str, on: date) -> list[SuggestedTerm]:
    rows = GramWeight.objects.filter(model=model, gram__in=set(grams_in(text)))
    weighed = {
        gram: Weighed(rarity, weights) for gram, rarity, weights in rows.values_list("gram", "rarity", "weights")
    }
    if not weighed:
        return []
    found = guesses(text, model.codes, model.biases, weighed)
    near = [guess for guess in found if guess.score >= found[0].score - _NEAR][:MOST_SUGGESTED]
    terms = {term.code: term for term in _terms(on).filter(code__in=[guess.label for guess in near])}
    return [SuggestedTerm(terms[guess.label], guess.words, True) for guess in near if guess.label in terms]


def _by_words(text: str, on: date) -> list[SuggestedTerm]:
    """Return the terms whose names stand in the text: the more and the longer their words, the sooner."""
    found = []
    for term in _terms(on).order_by("sort", "code"):
        words = tuple(word for word in _words_of(term.label) if word in text)
        if words:
            found.append(SuggestedTerm(term, words, False))
    return sorted(found, key=lambda each: (-_length(each.words), -each.term.level))[:MOST_SUGGESTED]


def _terms(on: date) -> TermQuerySet:
    return Term.objects.of(CONTENT).valid_on(on)


def _words_of(label: str) -> list[str]:
    for mark in _PARTS:
        label = label.replace(mark, " ")
    return [word for word in label.split() if len(word) >= _SHORTEST]


def _length(words: Sequence[str]) -> int:
    return sum(map(len, words))
