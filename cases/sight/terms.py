"""Search terms: what a text is found by."""

import re
from operator import add

# Runs of letters and digits, the Latin ones apart from all others.
_RUNS = re.compile(r"[a-z0-9]+|[^\W\x00-\x7f]+").findall


def terms_of(text: str) -> list[str]:
    """Return the sorted search terms of a text: Chinese bigrams and single characters, and whole Latin words."""
    terms: set[str] = set()
    for run in _RUNS(text.lower()):
        if run[0].isascii():
            terms.add(run[:40])
        elif len(run) == 1:
            terms.add(run)
        else:
            terms.update(map(add, run, run[1:]))
    return sorted(terms)


def is_character(term: str) -> bool:
    """Tell whether a term is one character that stood alone: bigrams hold it, too."""
    return len(term) == 1 and not term.isascii()
