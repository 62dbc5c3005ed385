"""What must hold for every case after whatever happened to it, read from the database alone."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from cases.clocks import NOT_OWED, explain_clock
from cases.models import Case, Clock, Document, DutiesCheck, Event, FollowUp, Leg, Service, UndoneService
from cases.openings.delivery import unserved_notice
from cases.openings.dispatching import reachable
from cases.record.auditing_reach import audit_reach
from cases.record.chain import verify_chains
from cases.record.follow_ups import KEPT, NOTIFY
from law.procedure import EXITED, case_state, steps_of
from law.vocabulary import Act, Duty, Kind, ServiceMethod, State
from organizations.today import now
from tests.law.fulfilments import FULFILLING

OWN = {Act.REQUEST_VOID: State.VOID_PENDING, Act.CONFIRM_VOID: State.VOIDED, Act.ASK_DECISION: State.PENDING_DECISION}


@dataclass
class Memory:
    """What was written once: it must stay as it was first seen."""

    starts: dict[int, object] = field(default_factory=dict)
    firsts: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)


def check_case(case: Case, memory: Memory) -> None:
    """Check one case against its own rows, and against what was seen of it before."""
    case = Case.objects.get(pk=case.pk)
    legs, clocks = list(case.legs.all()), list(case.clocks.all())
    check_state(case, legs)
    check_clocks(case, legs, clocks)
    check_closed(case)
    check_told(case, clocks)
    for clock in clocks:
        assert memory.starts.setdefault(clock.pk, clock.starts_on) == clock.starts_on, f"{clock.duty} start edited"
    for leg in legs:
        before = memory.firsts.get(leg.pk, (None, None))
        now = (leg.first_unit_id, leg.first_handler_id)
        assert all(old in (None, new) for old, new in zip(before, now, strict=True)), "first handler changed"
        memory.firsts[leg.pk] = now


def check_closed(case: Case) -> None:
    """What was answered is closed with its four duties gone through, and no notice left that was never sent (Art. 27)."""
    for event in case.events.filter(act=Act.CLOSE).exclude(from_state__in=EXITED):
        assert event.leg is not None
        checked = DutiesCheck.objects.filter(leg=event.leg, on__lte=event.on)
        assert checked.exists(), "closed without the four duties"
        assert not reachable(case) or unserved_notice(event.leg) is None, "closed with a notice not sent"


def check_told(case: Case, clocks: list[Clock]) -> None:
    """Whoever came to an organ directly is owed its written notice while a demand of his waits there (Art. 23)."""
    owed = [clock for clock in clocks if clock.duty == Duty.NOTICE_DIRECT_15D]
    waits = case.state != State.VOIDED and case.demands.filter(leg=None).exclude(kind=Kind.NONE).exists()
    spot = any(clock.duty == Duty.NOTICE_DIRECT_SPOT for clock in clocks)
    if owed and waits and not spot:
        assert any(clock.running or clock.waived_on for clock in owed), "a demand waits, and nobody owes a word"


def check_state(case: Case, legs: list[Leg]) -> None:
    waiting = case.demands.filter(leg=None).exists()
    derived = case_state([State(leg.state) for leg in legs], undispatched=waiting)
    openers = [act for act in Act if any(step.opens_leg for step in steps_of(act))]
    last = (
        case.events.filter(act__in=[*OWN, Act.REFUSE_VOID, Act.RECORD_DECISION, *openers]).order_by("sequence").last()
    )
    own = OWN.get(Act(last.act)) if last else None
    assert case.state == (own or derived)
    assert case.version == case.events.count()
    for leg in legs:
        assert leg.version == case.events.filter(leg=leg).count()
        moves = case.events.filter(leg=leg).order_by("sequence").last()
        assert moves is not None
        assert moves.to_state == leg.state


def check_clocks(case: Case, legs: list[Leg], clocks: list[Clock]) -> None:
    running = [clock for clock in clocks if clock.running]
    assert max(Counter((clock.leg_id, clock.duty) for clock in running).values(), default=0) <= 1
    assert not (running and case.state == State.VOIDED)
    closed = {leg.pk for leg in legs if leg.state == State.CLOSED}
    events = list(case.events.all())
    for clock in clocks:
        assert clock.due_on == explain_clock(clock).due_on, f"{clock.duty} stored {clock.due_on}"
        assert sum(1 for day in (clock.met_on, clock.waived_on, clock.ended_on) if day) <= 1
        assert stopped_rightly(events, clock), (
            f"{clock.duty}: met {clock.met_on}, ended {clock.ended_on} {clock.ended_by}"
        )
        assert clock.met_on is None or clock.met_on >= clock.starts_on
        assert starting_event(events, clock) or announced(clock), (
            f"{clock.duty} of leg {clock.leg_id} has no starting event"
        )
        assert not (clock.running and clock.leg_id in closed), f"{clock.duty} runs on after closing"
    owed = [clock.due_on for clock in running if clock.duty not in NOT_OWED and clock.due_on]
    assert case.next_due_on == min(owed, default=None)
    for leg in legs:
        mine = [c.due_on for c in running if c.leg_id == leg.pk and c.duty not in NOT_OWED and c.due_on]
        assert leg.next_due_on == min(mine, default=None), f"leg says {leg.next_due_on}"


def starting_event(events: list[Event], clock: Clock) -> Event | None:
    """The event that started a clock: of an act that may, not before the clock's first day."""
    acts = {act for act in Act if any(Duty(clock.duty) in step.starts for step in steps_of(act))}
    fitting = (event for event in events if event.act in acts and event.on >= clock.starts_on)
    return next((event for event in fitting if event.leg_id in line_of(clock)), None)


def line_of(clock: Clock) -> set[int | None]:
    """The legs whose events a clock follows: its own and those it was set apart from; of the case's own any."""
    leg, line = clock.leg, set[int | None]()
    while leg:
        line.add(leg.pk)
        leg = leg.apart_from
    return line or {None, *clock.case.legs.values_list("pk", flat=True)}


def stopped_rightly(events: list[Event], clock: Clock) -> bool:
    """A clock is met by what the law calls its fulfilment alone, and ended by the act it names."""
    mine = [event for event in events if event.leg_id in line_of(clock)]
    if clock.ended_on:
        return any((event.act, event.on) == (clock.ended_by, clock.ended_on) for event in events)
    return not clock.met_on or any(event.act in FULFILLING[Duty(clock.duty)] for event in mine)


def announced(clock: Clock) -> bool:
    """A window may begin ahead of its event: an announcement counts as received after thirty days."""
    told = {"document__leg": clock.leg_id, "method": ServiceMethod.ANNOUNCEMENT, "received_on": clock.starts_on}
    kept = (model.objects.filter(**told).exists() for model in (Service, UndoneService))
    return clock.duty == Duty.REEXAM_REQ_30D and any(kept)


def check_all() -> None:
    """Check what holds across cases: chains, follow-ups, document numbers, case numbers."""
    seen = verify_chains()
    assert not seen.broken
    assert seen.cases == Case.objects.count()
    # A done one is kept for some days, so each event of these days has its own.
    of_late = Event.objects.filter(at__gte=now() - KEPT)
    assert not of_late.exclude(pk__in=FollowUp.objects.filter(kind=NOTIFY).values("event")).exists()
    given: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    own = Document.objects.exclude(unit__kind="external")  # bodies outside number their own letters
    for unit, kind, number in own.values_list("unit_id", "kind", "number"):
        prefix, count = re.fullmatch(r"(.+〕)(\d+)号", number).groups()
        given[unit, kind, prefix].append(int(count))
    for key, numbers in given.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), f"gap in the numbers of {key}"
    held = Leg.objects.filter(Q(demands__kind=Kind.ACCUSATION) | Q(state=State.RETURNED), case__sealed=True)
    assert not held.filter(held_accusation=False).exists(), "a leg has forgotten that it held an accusation"
    reach = audit_reach()
    assert not reach.surplus + reach.missing, "the reach rows do not say what the records say"
    for leg in Leg.objects.exclude(state=State.RETURNED):
        assert leg.demands.exists(), "a leg answers nothing"
