"""A past written straight into the tables: clocks of two units, one of which is often late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from cases.models import Case, Clock, Inquiry, Involvement, Leg
from cases.models.leg import InquiryKind
from law.vocabulary import Channel, Duty, Movement, State
from organizations.models import Unit
from tests.cast import START, Cast

SIXTY = timedelta(days=60)


@dataclass(frozen=True)
class Life:
    """One case of a unit: accepted on a day, looked into and answered so many days later; None: never."""

    unit: Unit
    accepted_on: date
    looked_after: int | None
    met_after: int | None
    stopped_after: int | None = None


def write(cast: Cast, lives: Iterable[Life]) -> list[Clock]:
    """Write cases with one leg and one clock of sixty days each."""
    lives, first = list(lives), Case.objects.count()
    cases = Case.objects.bulk_create(
        Case(
            district=cast.area,
            unit=cast.bureau,
            number=f"预测{first + place}",
            channel=Channel.LETTER,
            received_on=life.accepted_on,
            registered_on=life.accepted_on,
            subject="路",
            state=State.IN_HANDLING,
        )
        for place, life in enumerate(lives)
    )
    both = list(zip(cases, lives, strict=True))
    legs = Leg.objects.bulk_create(_leg(case, life) for case, life in both)
    # As the acts write it when a case reaches a unit: what reach is made of.
    Involvement.objects.bulk_create(
        Involvement(district=case.district, case=case, unit=unit)
        for case, life in both
        for unit in (cast.bureau, life.unit)
    )
    looked = [(leg, life) for leg, life in zip(legs, lives, strict=True) if life.looked_after is not None]
    Inquiry.objects.bulk_create(
        Inquiry(
            leg=leg,
            kind=InquiryKind.RECORDS,
            on=life.accepted_on + timedelta(days=life.looked_after or 0),
            text="查",
            by=cast.town_handler,
        )
        for leg, life in looked
    )
    return Clock.objects.bulk_create(_clock(leg, life) for leg, life in zip(legs, lives, strict=True))


def _leg(case: Case, life: Life) -> Leg:
    return Leg(
        district=case.district,
        case=case,
        unit=life.unit,
        movement=Movement.REFER,
        state=State.IN_HANDLING,
        received_on=life.accepted_on,
        accepted_on=life.accepted_on,
    )


def _clock(leg: Leg, life: Life) -> Clock:
    def after(days: int | None) -> date | None:
        return None if days is None else life.accepted_on + timedelta(days=days)

    stopped = after(life.stopped_after)
    return Clock(
        district=leg.district,
        case=leg.case,
        leg=leg,
        unit=life.unit,
        duty=Duty.HANDLE_60D,
        starts_on=life.accepted_on,
        due_on=life.accepted_on + SIXTY,
        met_on=after(life.met_after),
        ended_on=stopped,
        ended_by="withdraw" if stopped else "",
    )


def two_units(cast: Cast, seed: int, number: int, days: int) -> list[Life]:
    """A year of cases: housing is late with half of them, the town with one in ten; who looks into it late is late more often."""
    random = Random(seed)
    lives = []
    for place in range(number):
        unit, late = (cast.housing, 0.5) if place % 2 else (cast.town, 0.1)
        missed = random.random() < late
        looked = random.randint(20, 70) if missed else random.randint(3, 40)
        met = random.randint(61, 120) if missed else random.randint(max(looked, 20), 60)
        lives.append(Life(unit, START + timedelta(days=random.randrange(days)), looked, met))
    return lives
