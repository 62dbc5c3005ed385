"""The desk that imported cases are registered at, its duty, and who may be meant by a respondent's name."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from cases.actions.from_above import report_clock
from cases.actions.inputs import FromAbove
from cases.clocks import clock_row
from cases.models import Case, Clock
from law.errors import Refused
from law.vocabulary import Duty
from organizations.actions import pad_code
from organizations.closed_units import SUCCEEDING, closed_words, heir_of, is_closed
from organizations.limits import legal_limits
from organizations.models import Unit
from organizations.today import today
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar

NO_DESK = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP, UnitKind.EXTERNAL)


@dataclass
class Desk:
    """A unit that registers; the calendar is read once for a whole file."""

    unit: Unit

    def __post_init__(self) -> None:
        self._calendar, self._limits = working_calendar(), legal_limits()

    @property
    def duty(self) -> Duty:
        """Return what a registration starts here: dispatch at a petition office, else the notice (Art. 22, 23)."""
        return Duty.DISPATCH_15D if self.unit.kind == UnitKind.PETITION_OFFICE else Duty.NOTICE_DIRECT_15D

    def clock(self, case: Case) -> Clock:
        """Return the unsaved clock that the registration of a case starts here, from its day of receipt."""
        return clock_row(
            self.duty,
            case,
            leg=None,
            unit=self.unit,
            starts_on=case.received_on,
            calendar=self._calendar,
            limits=self._limits,
        )

    def report_clock(self, case: Case, from_above: FromAbove) -> Clock:
        """Return the unsaved clock of the report that a body above wants of this desk."""
        return report_clock(case, from_above, calendar=self._calendar, limits=self._limits)

    def unit_called(self, name: str) -> int | None:
        """Return the unit of this district with exactly this name, None where there is none or more than one."""
        found = self._names.get(name, set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _names(self) -> dict[str, set[int]]:
        names: dict[str, set[int]] = {}
        units = list(Unit.objects.filter(district=self.unit.district_id).select_related("successor__successor"))
        for unit in units:
            # Whoever complains of what is no more is kept apart from who went on with it (Art. 30).
            meant = (heir_of(unit) or unit) if is_closed(unit, today()) else unit
            for name in (unit.name, unit.short_name):
                names.setdefault(name, set()).add(meant.pk)
        return names


def desk_for(wanted: str, on: date) -> Desk:
    """Return the desk by its name or code; where nothing is said, the first petition office.

    Raises Refused: no_office, unit_unknown, unit_ambiguous, unit_no_desk.
    """
    valid = Unit.objects.valid_on(on).select_related("district")
    if not wanted:
        office = valid.filter(kind=UnitKind.PETITION_OFFICE).order_by("pk").first()
        if office is None:
            raise Refused("no_office", "系统里还没有信访部门，请先运行 bootstrap 建立单位，再导入。")
        return Desk(office)
    named = list(valid.filter(Q(name=wanted) | Q(short_name=wanted))[:2])
    found = named or (_by_code(list(valid.filter(code=pad_code(wanted)))) if wanted.isdigit() else [])
    if not found and (gone := Unit.objects.filter(Q(name=wanted) | Q(short_name=wanted), valid_to__lte=on).first()):
        raise Refused("unit_unknown", closed_words(gone), SUCCEEDING)
    if not found:
        raise Refused("unit_unknown", f"没有名称或者区划代码为“{wanted}”的单位。")
    if len(found) > 1:
        raise Refused("unit_ambiguous", f"有几个单位都叫“{wanted}”，请用全称指定。")
    return _standing(found[0])


def _by_code(units: list[Unit]) -> list[Unit]:
    """A code stands for the area and for all in it: its petition office is meant, else the one unit that can register."""
    offices = [unit for unit in units if unit.kind == UnitKind.PETITION_OFFICE]
    return offices or [unit for unit in units if unit.kind not in NO_DESK] or units


def _standing(unit: Unit) -> Desk:
    if unit.kind in NO_DESK:
        raise Refused(
            "unit_no_desk",
            f"“{unit.name}”是{UnitKind(unit.kind).label}，不登记信访件，请指定信访部门、部门或者乡镇街道。",
        )
    return Desk(unit)
