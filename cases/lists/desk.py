"""My desk: what waits for this person, counted and listed; nobody sees a figure that is not theirs to act on."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse

from cases.clocks import NOT_OWED
from cases.lists.case_rows import chip
from cases.lists.counting import capped_counts, own_question
from cases.lists.waiting import Waiting, asked_of, desk_scope, listed, offered, plate
from cases.models import Case, Clock, Draft, HandOff, Leg
from cases.models.clock import RUNNING
from cases.places.work_rows import among, hidden_work
from cases.presenting.marks import badge
from cases.reading.case_file import readable_subject
from cases.sight.querysets import CaseQuerySet
from kit.rooms import Tile, all_of
from law.procedure import EXITED, HALTED
from law.vocabulary import Duty, State
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right

INTAKE_DRAFT = "intake:"
MOST_RECENT = 6
MOST_LINES = 12
MOST_DRAFTS = 6
_NEXT: dict[State, str] = {
    State.REFERRED: "受理",
    State.COMMISSIONED: "受理",
    State.RECEIVED: "受理",
    State.ACCEPTED: "指定承办人、办理",
    State.IN_HANDLING: "调查答复",
    State.PENDING_SIGN_OFF: "审签",
    State.ISSUED: "送达",
    State.ANSWERED: "反馈、结案",
    State.REEXAMINING: "等复查意见",
    State.REVIEWING: "等复核意见",
    State.REEXAM_DECIDED: "送达、结案",
    State.REVIEW_DECIDED: "送达、结案",
    State.OBJECTION_PENDING: "等候异议决定",
    State.EXIT_PENDING: "等另一人核准",
    **dict.fromkeys(EXITED, "送达告知书、反馈、结案"),
}


@dataclass(frozen=True)
class DeskLine:
    """One thing to do: the case, what is next and who holds it, the day it is due."""

    url: str
    number: str
    subject: str
    next: str
    holder: str
    due: dict[str, Any]
    due_on: date


@dataclass(frozen=True)
class Asked:
    """What another unit asks of mine: a fact-finding or an opinion."""

    url: str
    number: str
    what: str
    from_unit: str
    words: str
    due: dict[str, Any]


def stats(staff: Staff, on: date) -> list[dict[str, Any]]:
    """Return the figures of all rooms that this person can act on, each with the list behind it."""
    tiles = [tile for tile in all_of("tiles") if any(holdings(staff, need) for need in tile.needs)]
    counts = capped_counts([own_question(tile, staff, on, partial(tile.rows, staff, on)) for tile in tiles])
    return [_stat(tile, count) for tile, count in zip(tiles, counts, strict=True)]


def to_do(staff: Staff, on: date) -> list[DeskLine]:
    """Return what this person has to do, by the day that falls first: legs on the plate, cases to dispatch."""
    seen = Case.objects.visible_to(staff).filter(historic=False).with_sealed_open(staff)
    waiting = seen.filter(desk_scope(staff)).exclude(next_due_on=None).order_by("next_due_on", "id")
    lines = [_leg_line(leg, on) for leg in _legs(seen, staff)]
    lines += [_case_line(case, on) for case in waiting[:MOST_LINES]]
    return sorted(lines, key=lambda line: line.due_on)[:MOST_LINES]


def asked(staff: Staff, on: date) -> list[Asked]:
    """Return the hand-offs that wait for this person's reply, the soonest first."""
    if not offered(staff, Waiting.REPLY):
        return []
    seen = listed(staff, Waiting.REPLY, on).order_by().values("pk")
    rows = HandOff.objects.readable_by(staff).filter(asked_of(staff), case__in=seen)
    rows = rows.select_related("case", "from_unit")
    return [_asked(row, on) for row in rows.order_by(F("reply_by").asc(nulls_last=True), "id")[:MOST_LINES]]


def registered_by(staff: Staff) -> list[dict[str, Any]]:
    """Return what this person registered last and may still see."""
    mine = Case.objects.visible_to(staff).filter(registered_by=staff, historic=False).with_sealed_open(staff)
    return [
        {
            "url": _case_url(case.pk),
            "number": case.number,
            "subject": readable_subject(case),
            "state": badge(case.state),
        }
        for case in mine.order_by("-id")[:MOST_RECENT]
    ]


def drafts(staff: Staff) -> list[Draft]:
    """Return the unfinished intakes of this person, the newest first, without what is sealed in them."""
    return list(Draft.objects.filter(staff=staff, form__startswith=INTAKE_DRAFT).defer("data")[:MOST_DRAFTS])


def _stat(tile: Tile, value: str) -> dict[str, Any]:
    return {
        "label": tile.label,
        "value": value,
        "tone": tile.tone if value != "0" else None,
        "url": tile.url,
        "definition": tile.definition,
        "busy": value != "0" or tile.tone is not None,
    }


def _legs(seen: CaseQuerySet[Case], staff: Staff) -> list[Leg]:
    """Return the legs on the plate, soonest first, each with its running clocks and its case as it may be read."""
    opened = Exists(seen.filter(Q(sealed_open=True), pk=OuterRef("case")).order_by())
    running = (
        Clock.objects.readable_by(staff)
        .filter(RUNNING)
        .exclude(duty__in=NOT_OWED)
        .exclude(due_on=None)
        .order_by("due_on", "id")
    )
    legs = Leg.objects.readable_by(staff).filter(plate(staff), case__historic=False).exclude(case__state__in=HALTED)
    if not holdings(staff, Right.SEE):
        # Whoever is the sealed desk and nothing else sees few of the legs that his reminders reach.
        legs = legs.filter(among(hidden_work(staff), "pk", key="case"))
    # First their keys, in the order of the index; what hangs on them would make PostgreSQL join it to all before it sorts.
    keys = list(legs.order_by("next_due_on", "id").values_list("pk", flat=True)[:MOST_LINES])
    found = Leg.objects.readable_by(staff).filter(pk__in=keys).annotate(opened=opened)
    found = found.select_related("case", "unit", "handler").prefetch_related(Prefetch("clocks", running))
    return list(found.order_by("next_due_on", "id"))


def _leg_line(leg: Any, on: date) -> DeskLine:
    clock = next(iter(leg.clocks.all()), None)
    assert leg.next_due_on is not None
    holder = leg.handler.name if leg.handler else leg.unit.short_name
    step = _NEXT.get(State(leg.state), leg.get_state_display())
    leg.case.sealed_open = leg.opened
    return _line(leg.case, step, holder, leg.next_due_on, on, clock)


def _case_line(case: Case, on: date) -> DeskLine:
    assert case.next_due_on is not None
    return _line(case, "分流", "", case.next_due_on, on, None)


def _line(case: Case, step: str, holder: str, due_on: date, on: date, clock: Clock | None) -> DeskLine:
    name = Duty(clock.duty).label if clock else Duty.DISPATCH_15D.label
    due = chip(due_on, on, name)
    return DeskLine(_case_url(case.pk), case.number, readable_subject(case), step, holder, due, due_on)


def _asked(row: HandOff, on: date) -> Asked:
    due = chip(row.reply_by, on, "请予回复") if row.reply_by else {"tone": "grey", "words": "没有限期"}
    who = row.from_unit.short_name if row.from_unit else ""
    return Asked(_case_url(row.case_id), row.case.number, row.get_movement_display(), who, row.reason, due)


def _case_url(case_id: int) -> str:
    return reverse("cases:case", args=[case_id])
