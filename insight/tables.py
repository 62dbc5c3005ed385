"""Texts in CSV files, as the evaluations read them."""

import csv
import gzip
from io import TextIOWrapper
from pathlib import Path

_PARTS = (("text",), ("title", "body"), ("subject", "content"), ("事由", "信访内容"))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file with a heading (UTF-8), also of a compressed one."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as raw:
        return list(csv.DictReader(TextIOWrapper(raw, encoding="utf-8-sig", newline="")))


def text_of(row: dict[str, str]) -> str:
    """Return the words of a row: its text, or its title and body."""
    for names in _PARTS:
        words = "\n".join(said for name in names if (said := (row.get(name) or "").strip()))
        if words:
            return words
    return ""
