"""On the page of a case that waits at the desk: how it may be handled, looked for when somebody asks; what stood first is noted."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from cases.intake.similar import similar_cases
from cases.models.case import DESK_STATES
from cases.reading.case_file import CaseFile
from insight.handling.suggesting import Asked, Handling, suggested_handling
from insight.handling.suggestion import Suggestion
from insight.models import Hint, HintKind
from insight.noting import keep_hints
from kit.doors import slug_of
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff

# Which dialog takes what is suggested, and the name of its field.
_TAKEN_BY = {HintKind.UNIT: (Act.REFER, "unit"), HintKind.TIER: (Act.TRIAGE, "tier")}
_ROUTING = (Act.REFER, Act.COMMISSION, Act.KEEP)


def read_handling_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return where to look for how a case may be handled, for who dispatches it; of a sealed one never. No query."""
    waits = file.case.state in DESK_STATES and not file.case.sealed
    return {"url": reverse("insight:handling", args=[file.case.pk])} if waits and may_route(file, staff) else None


def may_route(file: CaseFile, staff: Staff) -> bool:
    """Tell whether a person reads the whole case and dispatches it at its desk."""
    return file.whole and file.sealed_open and any(may(staff, act, at=file.case.unit) for act in _ROUTING)


def handling_of(file: CaseFile, staff: Staff, on: date) -> Handling:
    """Return how a case may be handled, and note what stood first. Raises Refused not_permitted."""
    if not may_route(file, staff):
        raise Refused("not_permitted", "您不分流本件。可在“权限一览”查看谁可以办理。")
    case = file.case
    if case.sealed:
        return Handling()
    alike = [each.line.id for each in similar_cases(staff, (), f"{file.subject}\n{file.content}", on, to=case)]
    asked = Asked(f"{case.subject}\n{case.content}", alike, case.category_term, case.division, case.pk)
    found = suggested_handling(staff, asked)
    _note(staff, file, found, on)
    return found


def lines_of(file: CaseFile, found: Handling) -> list[dict[str, Any]]:
    """Return what is suggested, as insight/_handling.html draws it: with the dialog that takes it, where it is open."""
    opened = {each.act for each in file.openings if each.refusal is None}
    return [
        {"kind": kind, "found": [{"each": each, "url": _url(file, kind, each, opened)} for each in suggestions]}
        for kind, suggestions in found.by_kind.items()
        if suggestions
    ]


def _url(file: CaseFile, kind: HintKind, each: Suggestion, opened: set[Act]) -> str:
    act, name = _TAKEN_BY.get(kind, (None, ""))
    if act is None or act not in opened:
        return ""
    return f"{reverse('cases:act', args=[file.case.pk, slug_of(act)])}?{urlencode({name: each.code})}"


def _note(staff: Staff, file: CaseFile, found: Handling, on: date) -> None:
    case = file.case
    common = {"district_id": case.district_id, "form": f"case:{case.pk}", "shown_on": on, "shown_to": staff}
    keep_hints([Hint(kind=kind, value=each.code, case=case, **common) for kind, each in found.first()])
