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
from reception.models import CallBackState, ContactState, OriginalsState, PassedOnState, ReadBack, RecordingState
from reception.models.day_words import RECEIVED, AppointmentState

_ORIGINALS = Kind(Case, "originals", order="-id")
_CALL_BACKS = Kind(Case, "call_backs", along=("who",), order="-id")
_RECORDINGS = Kind(Case, "recordings", order="-id")
VISITS = Kind(Case, "hall_visits", along=("owner", "first_asked"), order="-id")
APPOINTMENTS = Kind(Case, "appointments", along=("day",), order="-id")
_ONLINE = Kind(Case, "online_filing")
_ASSISTED = Kind(Case, "assisted_filing", along=("helper",))
_PASSED_ON = Kind(Case, "passed_on", along=("sender",), order="-id")
_KINDS = (_PASSED_ON, _ORIGINALS, _CALL_BACKS, _RECORDINGS, VISITS, APPOINTMENTS, _ONLINE, _ASSISTED)
_KEPT = "_received"


def whole_case(staff: Staff, case_id: int) -> Case:
    """Return a case of which a person may read everything. Raises Refused not_found."""
    found: Case | None = whole_to(staff).select_related("unit").filter(pk=case_id).first()
    if found is None:
        raise not_found()
    return found


def read_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return {lines, buttons} of a case for who registers at its desk; None for everybody else, without a query."""
    if not at_the_desk(file, staff):
        return None
    found = hanging_on(file)
    lines = [
        *(_line(row, "来件", f"{row.sender.name}，编号{row.number}", PassedOnState) for row in found[_PASSED_ON]),
        *(_line(row, "原件材料", f"{row.taken_on}收", OriginalsState) for row in found[_ORIGINALS]),
        *(_line(row, "回电", f"{row.due_on}前，{row.who.name}", CallBackState) for row in found[_CALL_BACKS]),
        *(
            _line(row, "通话录音", f"{row.number}，保存到{row.keep_until}", RecordingState)
            for row in found[_RECORDINGS]
        ),
        *(_line(row, "网上提交", f"{row.filed_on}，联系方式", ContactState) for row in found[_ONLINE]),
        *(
            {
                "url": row.get_absolute_url(),
                "what": "代写",
                "words": row.helper.name,
                "state": ReadBack(row.read_back).label,
            }
            for row in found[_ASSISTED]
        ),
    ]
    return {"lines": lines, "buttons": _buttons(file)}


def timeline(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return what the timeline of a case says of its originals and calls back, for who registers at its desk."""
    if not at_the_desk(file, staff):
        return []
    found = hanging_on(file)
    days = [
        *((f"登记来件编号（{row.sender.name}）", row.linked_on, row) for row in found[_PASSED_ON]),
        *(("收下原件材料", row.taken_on, row) for row in found[_ORIGINALS]),
        *(("退还原件材料", row.returned_on, row) for row in found[_ORIGINALS]),
        *((CallBackState(row.state).label, row.done_on, row) for row in found[_CALL_BACKS]),
        *(("接待来访", row.visited_on, row) for row in found[VISITS]),
        *(("答复来访", row.answered_on, row) for row in found[VISITS]),
        *(("约访", row.booked_on, row) for row in found[APPOINTMENTS]),
        *((f"接访：{AppointmentState(row.state).label}", row.received_on, row) for row in _received(found)),
        *(("书面核对联系方式", row.asked_on, row) for row in found[_ONLINE]),
        *((f"代写：{ReadBack(row.read_back).label}", row.filed_on, row) for row in found[_ASSISTED]),
    ]
    unit = file.case.unit.short_name
    return [
        {"act": act, "on": on, "unit": unit, "icon": "clip", "url": row.get_absolute_url(), "label": "查看"}
        for act, on, row in days
        if on
    ]


def at_the_desk(file: CaseFile, staff: Staff) -> bool:
    """Tell whether a person registers at the desk of a case that is wholly open to him."""
    return file.whole and file.sealed_open and may(staff, Act.REGISTER, at=file.case.unit)


def hanging_on(file: CaseFile) -> dict[Kind, list[Any]]:
    """Return what this room has of a case. Panels and timeline of a page ask once; it is kept on the case, which lives as long as the page."""
    kept: dict[Kind, list[Any]] | None = vars(file.case).get(_KEPT)
    if kept is None:
        kept = vars(file.case)[_KEPT] = read_kinds(file.case, _KINDS)
    return kept


def _received(found: dict[Kind, list[Any]]) -> list[Any]:
    return [row for row in found[APPOINTMENTS] if row.state in RECEIVED]


def _line(row: Any, what: str, words: str, states: Any) -> dict[str, str]:
    return {"url": row.get_absolute_url(), "what": what, "words": words, "state": states(row.state).label}


def _buttons(file: CaseFile) -> list[dict[str, str]]:
    key = [file.case.pk]
    corrects = any(each.act is Act.CORRECT for each in file.openings)
    return [
        *([{"label": "更正一栏", "url": reverse("reception:corrections", args=key)}] if corrects else []),
        {"label": "收原件", "url": reverse("reception:originals_new", args=key)},
        {"label": "登记来件编号", "url": reverse("reception:passed_on_link", args=key)},
        {"label": "约定回电", "url": reverse("reception:call_back_new", args=key)},
        {"label": "出具查询码", "url": reverse("reception:codes", args=key)},
    ]
