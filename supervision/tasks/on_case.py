"""What hangs on a case from the records of this room: asked in one statement a page, and kept with the case."""

from typing import Any

from cases.models import Case
from cases.reading.case_file import CaseFile
from cases.sight.fetching import Kind, read_kinds

SUBMISSIONS = Kind(Case, "submissions")
TASKS = Kind(Case, "tasks")
AGENDAS = Kind(Case, "agendas", along=("meeting__unit",), order="-id")
_KINDS = (SUBMISSIONS, TASKS, AGENDAS)
# Kept on the case, which lives as long as one page.
_KEPT = "_supervised"


def on_case(file: CaseFile) -> dict[Kind, list[Any]]:
    """Return what hangs on a case that was read, for who reads all of it; nothing for anybody else.

    Who may read the records themselves is asked of them.
    """
    if not (file.whole and file.sealed_open):
        return {kind: [] for kind in _KINDS}
    kept: dict[Kind, list[Any]] | None = vars(file.case).get(_KEPT)
    if kept is None:
        kept = vars(file.case)[_KEPT] = read_kinds(file.case, _KINDS)
    return kept
