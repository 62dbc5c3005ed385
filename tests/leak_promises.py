"""Promises of the leak scene: one that runs, and one that was kept and drawn, each with a word that stands nowhere else."""

from cases.models import Case
from organizations.models import Staff
from tests.cases.promises import a_promise, drawn
from tests.cast import START

# What lists or counts promises, beside what the walk opens by itself.
LISTING = (
    "/promises/?whose=mine",
    "/promises/?whose=unit",
    "/promises/?whose=visit",
    "/promises/?figure=made&month=2026-03-01",
    "/promises/figures/?month=2026-03-01",
    "/api/v1/promises/?whose=unit",
    "/api/v1/promises/?whose=visit",
    "/api/v1/promises/?figure=made&month=2026-03-01",
    "/api/v1/promises/figures/?month=2026-03-01",
)


def plant_promises(case: Case, word: str, by: Staff) -> None:
    """Let the desk have promised something in the words of the case, twice."""
    a_promise(case, case.unit, by, START, text=f"{word}照价赔", told_to=word, kept_note=word)
    drawn(a_promise(case, case.unit, by, START, text=f"{word}修复", kept_note=word), START)
