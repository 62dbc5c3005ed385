"""One case as a line of a list, in the words this person may read: the list, the desk and the look-up share it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch

from cases.clocks import NOT_OWED
from cases.models import Case, Clock, HandOff, Leg
from cases.models.clock import RUNNING
from cases.places.matters import with_matter_shared
from cases.presenting.marks import badge
from cases.reading.case_file import readable_state, readable_subject, reads_whole, was_asked
from cases.reading.matter import repeated
from cases.sight.querysets import CaseQuerySet
from kit.addresses import address_of
from law.matters import PetitionMark, Tier
from law.nearness import tone, words
from law.vocabulary import Duty, State
from organizations.models import Staff

MOST_UNITS = 3


@dataclass(frozen=True)
class Line:
    """A case in a list: ``due`` is a clock chip or None, ``units`` the responsible units this person may know of."""

    id: int
    url: str
    number: str
    subject: str
    channel: str
    received_on: date
    state: dict[str, str]
    units: str
    due: dict[str, Any] | None
    marks: list[str] = field(default_factory=list)


def with_parts(rows: CaseQuerySet[Case], staff: Staff) -> CaseQuerySet[Case]:
    """Fetch what lines need: four queries, however many rows."""
    asked = HandOff.objects.read_under(rows, staff).select_related("to_unit")
    legs = Leg.objects.read_under(rows, staff).select_related("unit", "handler")
    legs = legs.prefetch_related(Prefetch("hand_offs", asked))
    clocks = (
        Clock.objects.read_under(rows, staff)
        .filter(RUNNING)
        .exclude(duty__in=NOT_OWED)
        .exclude(due_on=None)
        .order_by("due_on", "id")
    )
    return (
        with_matter_shared(rows.with_sealed_open(staff))
        .select_related("unit", "category_term")
        .prefetch_related(Prefetch("legs", legs), Prefetch("clocks", clocks))
    )


def fetched(staff: Staff) -> Callable[[list[int]], CaseQuerySet[Case]]:
    """Return how the cases of a page are read by their keys: through the rule for seeing, with what lines need."""
    return lambda keys: with_parts(Case.objects.visible_to(staff).filter(pk__in=keys), staff)


def lines_of(rows: Iterable[Case], staff: Staff, on: date) -> list[Line]:
    """Return the lines of cases fetched by `with_parts`."""
    found = list(rows)
    again = repeated(found, staff)
    return [_line_of(case, staff, on, again=case.pk in again) for case in found]


def _line_of(case: Case, staff: Staff, on: date, *, again: bool) -> Line:
    legs = list(case.legs.all())
    whole = reads_whole(staff, case, legs)
    asked = [h for leg in legs for h in leg.hand_offs.all() if was_asked(staff, h)]
    shown = legs if whole else [leg for leg in legs if any(h.leg_id == leg.pk for h in asked)]
    due = nearest(case, legs, on) if whole else _reply_by(asked, on)
    return Line(
        id=case.pk,
        url=address_of("cases:case", case.pk),
        number=case.number,
        subject=readable_subject(case),
        channel=case.get_channel_display(),
        received_on=case.received_on,
        state=shown_state(case, shown),
        units=_names(shown),
        due=due,
        marks=_marks(case, again=again),
    )


def nearest(case: Case, legs: list[Leg], on: date) -> dict[str, Any] | None:
    """Return the chip of the running clock that falls first, among those of these legs and, unsealed, of the case."""
    keys = {None, *(leg.pk for leg in legs)}
    clock = next((c for c in case.clocks.all() if c.leg_id in keys), None)
    return chip(clock.due_on, on, Duty(clock.duty).label) if clock else None


def chip(due_on: date | None, on: date, name: str) -> dict[str, Any]:
    """Return a date as the tag clock_chip wants it."""
    return {"tone": tone(due_on, on), "words": words(due_on, on), "name": name, "due_on": due_on}


def shown_state(case: Case, legs: list[Leg]) -> dict[str, str]:
    """Return the badge of the case, or of the legs shown where the rest is sealed."""
    return badge(readable_state(case, legs))


def _reply_by(asked: list[HandOff], on: date) -> dict[str, Any] | None:
    """Return the chip of the day by which this person's unit was asked to reply."""
    days = [h.reply_by for h in asked if h.reply_by and not h.replied_on]
    return chip(min(days), on, "请予回复") if days else None


def _names(legs: list[Leg]) -> str:
    names = list(dict.fromkeys(leg.unit.short_name for leg in legs if leg.state != State.RETURNED))
    more = f" 等{len(names)}个单位" if len(names) > MOST_UNITS else ""
    return "、".join(names[:MOST_UNITS]) + more


def _marks(case: Case, *, again: bool) -> list[str]:
    # That it comes for the first time is what one expects of a line.
    marks = {
        PetitionMark.REPEATED.label: again,
        "重大紧急": case.urgent,
        Tier(case.tier).label: case.tier != Tier.ORDINARY,
        "含检举控告": case.sealed,
        f"{case.petitioner_count}人": case.petitioner_count > 1,
        "匿名": case.anonymous,
        "历史件": case.historic,
    }
    return [word for word, given in marks.items() if given]
