"""Rounds and reports of a test district, written at once past the acts: for measuring the grid."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

from organizations.models import Grant, Staff, Unit
from organizations.roles import Role
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar
from screening.models import Report, Round
from screening.models.words import Rhythm, RoundState
from screening.rounds.periods import due_day, period_of

_SPACE = UUID("0b1c7a0e-8f5d-4d5e-9a53-5f1f3f6f3c77")
_FEWEST, _CASES_A_WEEK = 8, 5_000
# One village in so many does not report, is late, or has something to tell.
_MISSING, _LATE, _DISPUTES = 17, 13, 9


def seed(count: int, on: date) -> int:
    """Make some weeks of reports, more for a larger district; returns how many reports."""
    asked = Grant.objects.filter(role=Role.DISPATCHER).select_related("staff", "unit__district").order_by("pk").first()
    if asked is None or asked.unit.district is None or Round.objects.exists():
        return 0
    return seed_rounds(asked.unit.district, asked.staff, max(_FEWEST, count // _CASES_A_WEEK), on)


def seed_rounds(district: Unit, by: Staff, weeks: int, on: date) -> int:
    """Make so many weekly rounds that end with the one of a day, with the reports of all villages; returns how many reports."""
    villages = list(Unit.objects.filter(district=district, kind=UnitKind.VILLAGE).order_by("path"))
    calendar, made = working_calendar(), 0
    for back in range(weeks):
        period = period_of(Rhythm.WEEKLY, on - timedelta(days=7 * back))
        round_ = Round.objects.create(
            district=district,
            kind=UnitKind.VILLAGE,
            label=period.label,
            first_day=period.first,
            last_day=period.last,
            due_on=due_day(period.first, period.last, 0, calendar),
            state=RoundState.CLOSED if back else RoundState.OPEN,
        )
        made += len(Report.objects.bulk_create(_reports(round_, villages, by, back), batch_size=1000))
    return made


def _reports(round_: Round, villages: Sequence[Unit], by: Staff, back: int) -> Iterator[Report]:
    for place, village in enumerate(villages):
        if (place + back) % _MISSING:
            late = not (place + 2 * back) % _LATE
            yield Report(
                district_id=village.district_id,
                unit=village,
                state="filed",
                version=1,
                round=round_,
                client_id=uuid5(_SPACE, f"{round_.pk}-{village.pk}"),
                zero=bool((place + back) % _DISPUTES),
                late=late,
                reported_on=round_.due_on + timedelta(days=late),
                reported_by=by,
            )
