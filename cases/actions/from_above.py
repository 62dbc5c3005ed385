"""A matter that a body above commissioned, as it is registered: whose letter, by when a report is owed (Art. 22, item three)."""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from cases.actions.inputs import FromAbove
from cases.clocks import clock_row
from cases.models import Case, Clock, SuperiorCommission
from law.calendar import Calendar
from law.commission import ARTICLE
from law.errors import Refused
from law.periods import MAX_DESIGNATED_DAYS
from law.vocabulary import Duty
from organizations.limits import Limits
from organizations.models import Unit
from organizations.vocabulary import UnitKind

_ABOVE = (UnitKind.EXTERNAL, UnitKind.GOVERNMENT, UnitKind.PARTY_ORGAN, UnitKind.PETITION_OFFICE)


def checked(from_above: FromAbove, desk: Unit, received_on: date, on: date) -> FromAbove:
    """Return the commission with the unit that its name means, if it fits the desk and the days fit each other.

    Raises Refused: superior_missing, superior_unfit, date_unfit.
    """
    found = _named(from_above, desk.district_id, on)
    if not found.name:
        raise Refused("superior_missing", "上级交办的，请写明交办单位；不是上级交办的，请清空交办文号和日期。", ARTICLE)
    if found.superior and desk.holds(found.superior):
        raise Refused("superior_unfit", f"“{found.name}”不是“{desk.name}”的上级，不能作为交办单位。", ARTICLE)
    if refusal := misfit(found, received_on):
        raise refusal
    return found


def _named(from_above: FromAbove, district: int | None, on: date) -> FromAbove:
    """Return it with its name, and the one unit of that name among those that commission anything."""
    if from_above.superior:
        return replace(from_above, name=from_above.name.strip() or from_above.superior.formal_name)
    name = from_above.name.strip()
    near = Q(district=None) | Q(district=district)
    known = list(Unit.objects.valid_on(on).filter(near, name=name, kind__in=_ABOVE)[:2]) if name else []
    return replace(from_above, name=name, superior=known[0] if len(known) == 1 else None)


def misfit(found: FromAbove, received_on: date) -> Refused | None:
    """Return why the days of a commission cannot be right. Code: date_unfit."""
    if found.dated_on and found.dated_on > received_on:
        text = f"来文日期{found.dated_on}晚于收到日期{received_on}，请核对。"
        return Refused("date_unfit", text, ARTICLE)
    days = found.days(received_on)
    if days is not None and not 1 <= days <= MAX_DESIGNATED_DAYS:
        begins = found.starts_on(received_on)
        text = f"要求上报的日期{found.report_by}应晚于交办的{begins}，且不超过{MAX_DESIGNATED_DAYS}日，请核对。"
        return Refused("date_unfit", text, ARTICLE)
    return None


def commission_row(case: Case, from_above: FromAbove) -> SuperiorCommission:
    """Return the unsaved row of a commission from above."""
    return SuperiorCommission(
        case=case,
        superior=from_above.superior,
        superior_name=from_above.name[:100],
        number=from_above.number,
        dated_on=from_above.dated_on,
        report_by=from_above.report_by,
        owes=from_above.owes,
    )


def report_clock(case: Case, from_above: FromAbove, *, calendar: Calendar, limits: Limits) -> Clock:
    """Return the unsaved clock of the report upward: from the day of the letter to the day it names."""
    return clock_row(
        Duty.SUPERIOR_REPORT,
        case,
        leg=None,
        unit=case.unit,
        starts_on=from_above.starts_on(case.received_on),
        days=from_above.days(case.received_on),
        calendar=calendar,
        limits=limits,
    )


def facts_of_commission(from_above: FromAbove) -> dict[str, str | None]:
    """Return what the first event keeps of it: the dates from which the clock of the report is counted."""
    days = {"commissioned_on": from_above.dated_on, "report_by": from_above.report_by}
    return {name: day.isoformat() if day else None for name, day in days.items()}
