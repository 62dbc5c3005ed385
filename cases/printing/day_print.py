"""The print of a day as long work: more letters than a page can wait for, in one file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cases.actions.unmasking import reason_needed
from cases.lists.day_letters import assert_reader, day_rows, own_letters
from cases.models import Document
from cases.printing.names_in_files import asking_cases, day_on_paper, ways_of_day
from kit.jobs.kinds import JobKind, Progress, Result
from kit.jobs.models import Job
from kit.paper.pdf import sheets_pdf
from kit.paper.sheet import sheet_of
from law.errors import Refused
from law.vocabulary import Letter
from organizations.jobs.asking import start_job
from organizations.journal.noting import note
from organizations.journal.verbs import LETTER_SAVED
from organizations.models import Staff
from organizations.today import today

CODE, CHUNK = "day_print", 50
_LETTERS = "letters"


def start_day_print(staff: Staff, on: date, kind: Letter | None) -> Job:
    """Ask for all letters of a day in one file. Raises Refused: not_permitted, not_found, reason_needed, too_many_jobs."""
    letters = list(day_rows(assert_reader(staff), on, kind))
    if not letters:
        raise Refused("not_found", f"{on.isoformat()}没有您可以打印的文书。")
    if cases := asking_cases(ways_of_day(letters, staff, today())):
        raise reason_needed(len(cases))
    return start_job(CODE, by=staff, arguments={"on": on.isoformat(), "kind": str(kind or "")})


def print_day(job: Job, progress: Progress, folder: Path) -> Result:
    """Draw the letters of a job, those that its owner may read now; run again it begins anew.

    Raises Refused: not_found, reason_needed (of a case that came meanwhile, or on the next day), glyph_missing.
    """
    staff, (on, kind) = job.owner, _asked(job.arguments)
    keys = list(day_rows(staff, on, kind).values_list("pk", flat=True))
    if not keys:
        raise Refused("not_found", f"{on.isoformat()}没有您可以打印的文书。")
    sheets: list[dict[str, Any]] = []
    for first in range(0, len(keys), CHUNK):
        progress(len(sheets), len(keys))
        sheets += [sheet_of(letter) for letter in _papers(staff, on, kind, keys[first : first + CHUNK])]
    progress(len(sheets), len(sheets))
    path = folder / "day.pdf"
    path.write_bytes(sheets_pdf(sheets, title=f"{len(sheets)}份文书", dated=on))
    note(LETTER_SAVED, by=staff, letters=len(sheets), format="pdf")
    return Result(path, f"{on.isoformat()}文书.pdf", {_LETTERS: keys})


def _papers(staff: Staff, on: date, kind: Letter | None, keys: list[int]) -> list[Document]:
    letters = list(day_rows(staff, on, kind).filter(pk__in=keys))
    return [letter for letter, _ in day_on_paper(ways_of_day(letters, staff, today()), staff, today())]


def _asked(arguments: Mapping[str, Any]) -> tuple[date, Letter | None]:
    return date.fromisoformat(arguments["on"]), Letter(arguments["kind"]) if arguments["kind"] else None


def _refusal(staff: Staff, _arguments: Mapping[str, Any]) -> Refused | None:
    try:
        assert_reader(staff)
    except Refused as refused:
        return refused
    return None


def _within(staff: Staff, holds: Mapping[str, Any]) -> bool:
    keys = holds[_LETTERS]
    return own_letters(staff).filter(pk__in=keys).count() == len(keys)


def _title(arguments: Mapping[str, Any]) -> str:
    on, kind = _asked(arguments)
    return f"打印{on.isoformat()}的{kind.label if kind else '文书'}"


# A reason to see names holds for its day: so does what was printed by it.
DAY_PRINT = JobKind(
    code=CODE, label="打印当天文书", run=print_day, refusal=_refusal, within=_within, title=_title, keep_days=1
)
