"""Our rows of a sender in the order of its own columns, so that it can lay them beside its list; noted like every export."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from cases.importing.columns import recognised
from cases.importing.fields import Field
from cases.models import Case, SuperiorCommission
from kit.formulas import harmless
from law.errors import Refused
from law.vocabulary import Channel
from organizations.journal.noting import note
from organizations.models import Staff
from reception.models import Sender
from reception.reconciling.matching import our_state, ours_between
from reception.reconciling.moves import EXPORTED
from reception.reconciling.their_lists import MOST_LINES

_Read = Callable[[Case, str, date | None], Any]
# What we tell; a petition's words and people are theirs already.
_TOLD: dict[Field, _Read] = {
    Field.EXTERNAL_NUMBER: lambda _case, number, _day: number,
    Field.RECEIVED_ON: lambda case, _number, _day: case.received_on,
    Field.REGISTERED_ON: lambda case, _number, _day: case.registered_on,
    Field.SUBJECT: lambda case, _number, _day: case.subject,
    Field.CHANNEL: lambda case, _number, _day: Channel(case.channel).label,
    Field.CATEGORY: lambda case, _number, _day: case.category,
    Field.LOCATION: lambda case, _number, _day: case.location,
    Field.STATUS: lambda case, _number, _day: our_state(case),
    Field.SUPERIOR_REPORT_BY: lambda _case, _number, day: day,
}
_OURS = "我方编号"
_PLAIN = (Field.EXTERNAL_NUMBER, Field.RECEIVED_ON, Field.SUBJECT, Field.STATUS, Field.SUPERIOR_REPORT_BY)


def exported(sender: Sender, *, since: date, until: date, by: Staff) -> bytes:
    """Return a workbook of our rows of these days, of those that a person reads whole. Raises Refused: too_many_lines."""
    found = ours_between(sender, by, since, until)
    if len(found) > MOST_LINES:
        raise Refused("too_many_lines", f"有{len(found)}件，一次最多导出{MOST_LINES}件，请按日期分几次导出。")
    days = _days(found.values())
    heads, columns = _columns(sender)
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("我方")
    sheet.append([*heads, _OURS])
    for number, case in found.items():
        cells = [_TOLD[column](case, number, days.get(case.pk)) if column else "" for column in columns]
        sheet.append([harmless(cell) if isinstance(cell, str) else cell for cell in [*cells, case.number]])
    note(EXPORTED, by=by, at=sender.unit, about=sender, rows=len(found), since=since, until=until)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _columns(sender: Sender) -> tuple[Sequence[str], list[Field | None]]:
    """Return the headers of its last list, and which field of ours stands in each; ours where none came yet."""
    if not sender.header:
        return [each.label for each in _PLAIN], list(_PLAIN)
    chosen = {Field(name): headers for name, headers in sender.columns.items()}
    places = recognised(sender.header, chosen).places
    by_place = {place: each for each, found in places.items() if each in _TOLD for place in found[:1]}
    return sender.header, [by_place.get(place) for place in range(len(sender.header))]


def _days(cases: Any) -> dict[int, date | None]:
    rows = SuperiorCommission.objects.filter(case__in=list(cases)).order_by("id")
    return dict(rows.values_list("case", "report_by"))
