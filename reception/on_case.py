"""What hangs on a case from the records of this room: the case to write on, its rows in one statement, its panel."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.models import Case
from cases.places.whole_cases import whole_to
from cases.reading.case_file import CaseFile
from cases.sight.fetching import Kind, read_kinds
from cases.sight.out_of_reach import not_found
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff
from reception.models import CallBackState, OriginalsState, RecordingState

_ORIGINALS = Kind(Case, "originals", order="-id")
_CALL_BACKS = Kind(Case, "call_backs", along=("who",), order="-id")
_RECORDINGS = Kind(Case, "recordings", order="-id")
_KINDS = (_ORIGINALS, _CALL_BACKS, _RECORDINGS)


def whole_case(staff: Staff, case_id: int) -> Case:
    """Return a case of which a person may read everything. Raises Refused not_found."""
    found: Case | None = whole_to(staff).select_related("unit").filter(pk=case_id).first()
    if found is None:
        raise not_found()
    return found


def read_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return {lines, buttons} of a case for who registers at its desk; None for everybody else, without a query."""
    case = file.case
    if not (file.whole and file.sealed_open and may(staff, Act.REGISTER, at=case.unit)):
        return None
    found = read_kinds(case, _KINDS)
    lines = [
        *(_line(row, "原件材料", f"{row.taken_on}收", OriginalsState) for row in found[_ORIGINALS]),
        *(_line(row, "回电", f"{row.due_on}前，{row.who.name}", CallBackState) for row in found[_CALL_BACKS]),
        *(
            _line(row, "通话录音", f"{row.number}，保存到{row.keep_until}", RecordingState)
            for row in found[_RECORDINGS]
        ),
    ]
    return {"lines": lines, "buttons": _buttons(file)}


def _line(row: Any, what: str, words: str, states: Any) -> dict[str, str]:
    return {"url": row.get_absolute_url(), "what": what, "words": words, "state": states(row.state).label}


def _buttons(file: CaseFile) -> list[dict[str, str]]:
    key = [file.case.pk]
    corrects = any(each.act is Act.CORRECT for each in file.openings)
    return [
        *([{"label": "更正一栏", "url": reverse("reception:corrections", args=key)}] if corrects else []),
        {"label": "收原件", "url": reverse("reception:originals_new", args=key)},
        {"label": "约定回电", "url": reverse("reception:call_back_new", args=key)},
    ]
