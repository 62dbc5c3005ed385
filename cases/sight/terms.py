"""Search terms: what a text is found by."""


def terms_of(text: str) -> list[str]:
    """Return the sorted search terms of a text: Chinese bigrams and single characters, and whole Latin words."""
    terms: set[str] = set()
    for run in _runs(text.lower()):
        if run[0].isascii():
            terms.add(run[:40])
        elif len(run) == 1:
            terms.add(run)
        else:
            terms.update(run[i : i + 2] for i in range(len(run) - 1))
    return sorted(terms)


def is_character(term: str) -> bool:
    """Tell whether a term is one character that stood alone: bigrams hold it, too."""
    return len(term) == 1 and not term.isascii()


def _runs(text: str) -> list[str]:
    runs: list[str] = []
    current = ""
    for ch in text:
        if ch.isalnum() and current and ch.isascii() == current[0].isascii():
            current += ch
            continue
        if current:
            runs.append(current)
        current = ch if ch.isalnum() else ""
    return [*runs, current] if current else runs
