"""What the Regulation calls the fulfilment of a duty: written by hand from its articles, never from the program."""

import csv
from pathlib import Path

from law.vocabulary import Act, Duty

_TABLE = Path(__file__).with_name("fulfilments.csv")


def _rows() -> list[tuple[Duty, Act, str]]:
    with _TABLE.open(encoding="utf-8") as table:
        return [(Duty(row["duty"]), Act(row["act"]), row["article"]) for row in csv.DictReader(table)]


FULFILMENTS = _rows()
FULFILLING: dict[Duty, set[Act]] = {duty: {act for each, act, _ in FULFILMENTS if each is duty} for duty in Duty}
