"""A passage of a text around what was found in it, as a person may check it. No Django."""

import re

_AROUND = 12


def passage_of(text: str, hit: re.Match[str]) -> str:
    """Return what was found with a few characters around it."""
    start, end = max(0, hit.start() - _AROUND), min(len(text), hit.end() + _AROUND)
    words = text[start:end].replace("\n", " ").strip()
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"
