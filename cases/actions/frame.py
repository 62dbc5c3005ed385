"""The frame of every change: reach, locks, the row of STEPS, your few lines, clocks, event, follow-up."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from cases.actions.deed import Deed
from cases.actions.standing_after import standing_after
from cases.actions.turned_clocks import duties_started, turn_clocks
from cases.clocks import note_next_due
from cases.letters.making import make_document
from cases.models import Case, Clock, Involvement, Leg, Party
from cases.places.acting_units import stand_of
from cases.places.actors import HIMSELF, place_of_party
from cases.places.locked import Locked, is_at_hand, lock, lock_for_party, taken
from cases.places.reading_only import only_to_read
from cases.places.spot import Actor, Spot, resolve, state_of
from cases.record.chain import event_after
from cases.record.follow_ups import follow_up_of
from cases.record.verbs import PARTY_ACTED
from cases.sight.accesses import reads_only
from cases.sight.keeping import keep_reach
from kit.doors import Door
from kit.rooms import door_of
from kit.together import Together
from law.errors import Refused
from law.procedure import HALTED, Step, step_for
from law.vocabulary import Act, Duty, State
from organizations.authority import may
from organizations.closed_units import assert_open
from organizations.journal.noting import note
from organizations.mandates import note_entered
from organizations.models import Unit
from organizations.today import today

# What is no reason to read the page anew before acting.
_CHANGES_NOTHING_READ = (Act.UNMASK, Act.RECOUNT)
_OF_THE_CASE = (*HALTED, State.PENDING_DECISION)


@contextmanager
def performing(
    act: Act,
    case_id: int,
    *,
    by: Actor,
    on: date | None = None,
    leg_id: int | None = None,
    hand_off_id: int | None = None,
    seen: int | None = None,
    text: str = "",
    **facts: Any,
) -> Iterator[Deed]:
    """Run one act in one transaction; whatever is refused inside leaves nothing behind.

    ``seen`` is the version of the leg (or case) on the person's screen; ``text`` the words kept beside
    the event, ``facts`` the ids, codes and dates kept in it.
    ``by``: staff, whose roles reach and permit it, or a party of the case for what is his own affair (PARTY_ACTS).
    Raises Refused: not_found, not_permitted, changed_meanwhile, date_before_last, wrong_state, and what the
    condition of the act (its row in doors) returns.
    """
    # What has locked the case already undoes all of it if this is refused.
    with transaction.atomic(savepoint=not is_at_hand(case_id, by)):
        deed = _begin(act, case_id, by=by, on=on or today(), leg_id=leg_id, hand_off_id=hand_off_id, seen=seen)
        deed.text, deed.facts = text, facts
        yield deed
        if not deed.known:
            _finish(deed)


def _begin(
    act: Act, case_id: int, *, by: Actor, on: date, leg_id: int | None, hand_off_id: int | None, seen: int | None
) -> Deed:
    door = door_of(act)
    locked = _locked(case_id, by, door, on)
    case = locked.case
    hand_offs = case.hand_offs.select_related("to_unit", "from_unit")
    leg, hand_off = resolve(door, locked.legs, hand_offs, leg_id=leg_id, hand_off_id=hand_off_id)
    locked.hand_out_demands(leg)
    spot = Spot(act, case, by, on, locked.legs, leg, hand_off)
    place = permitted_place(spot)
    _assert_unchanged(case, leg, seen, by)
    assert_not_before(case, on)
    step = step_now(spot)
    if door.opening and (refusal := door.opening(spot)):
        raise refusal
    locked.forget_demands(leg)
    return Deed(act, case, by, on, step, place, locked, leg, hand_off)


def _locked(case_id: int, by: Actor, door: Door, on: date) -> Locked:
    """Lock the case for this act, if it is not at hand already; what is out of reach does not exist for this person."""
    if isinstance(by, Party):
        return lock_for_party(case_id, by, door, on)
    return taken(case_id, by) or lock(case_id, by)


def permitted_place(spot: Spot) -> Unit:
    """Return the unit at which somebody does an act. Raises Refused not_permitted: no role, or no right of a party, allows it; unit_closed."""
    if isinstance(spot.actor, Party):
        return place_of_party(spot)
    if reads_only(spot.case):
        raise only_to_read()
    place, own = stand_of(spot)
    assert_open(place, spot.on)
    if not may(spot.by, spot.act, at=place, own=own):
        held = "、".join(sorted(role.label for role in spot.by.roles)) or "无"
        raise Refused(
            "not_permitted",
            f"您的角色（{held}）不能在“{place.name}”办理“{spot.act.label}”。可在“权限一览”查看谁可以办理。",
        )
    return place


def _assert_unchanged(case: Case, leg: Leg | None, seen: int | None, by: Actor) -> None:
    version = leg.version if leg else case.version
    if seen is not None and seen != version and not (leg is None and _only_looked_at(case, seen)):
        raise Refused(
            "changed_meanwhile",
            f"您打开页面之后，{_last_words(case, by)}。请核对最新情况后再提交，您填写的内容已保留。",
        )


def _only_looked_at(case: Case, seen: int) -> bool:
    """Tell whether nothing but looks at the people and recounts came after a version: a version counts the events."""
    since = case.events.filter(sequence__gt=seen)
    return seen < case.version and not since.exclude(act__in=_CHANGES_NOTHING_READ).exists()


def assert_not_before(case: Case, on: date) -> None:
    """Let nobody date back (docs/decisions/0005). Raises Refused date_before_last."""
    if case.last_act_on and on < case.last_act_on:
        raise Refused("date_before_last", f"办理日期{on}早于上一次办理的日期{case.last_act_on}，日期不能倒填。")


def step_now(spot: Spot) -> Step:
    """Return the row for an act in its state. Raises Refused wrong_state, with who acted last as that person may know it."""
    try:
        return step_for(spot.act, state_of(spot))
    except Refused as refused:
        raise Refused(
            "wrong_state", f"{refused.message}最近一次办理：{_last_words(spot.case, spot.actor)}。", refused.article
        ) from None


def _last_words(case: Case, by: Actor) -> str:
    if isinstance(by, Party):
        return "办理机关有新的办理"
    last = case.events.readable_by(by).select_related("by").order_by("-sequence").first()
    if last is None:
        return "尚无办理记录"
    who = last.by.name if last.by else HIMSELF if last.party else "系统"
    return f"{who}于{localtime(last.at):%m月%d日%H:%M}办理了“{Act(last.act).label}”"


def _finish(deed: Deed) -> None:
    case, leg, step = deed.case, deed.leg, deed.step
    from_state = State(leg.state if leg and not step.opens_leg else case.state)
    if leg and not step.opens_leg:
        leg.state = deed.to_state or step.to_state or leg.state
    after, together = standing_after(case, leg, deed.leaving, starts=bool(duties_started(deed))), deed.together
    running = turn_clocks(deed, after, together)
    touched = [each for each in (leg, deed.left_leg) if each]
    note_next_due(case, *touched, running=running)
    if leg:
        leg.version += 1
    for each in touched:
        together.store(each)
    settle_case(case, deed.on, _own_state(deed) or after.state_with(leg), together)
    _make_letters(deed, running)
    _leave_behind(deed, from_state)
    together.write()
    keep_reach([case.pk])


def _make_letters(deed: Deed, running: Sequence[Clock]) -> None:
    due = {Duty(clock.duty): clock.due_on for clock in running if deed.leg and clock.leg_id == deed.leg.pk}
    for kind, words in deed.letters:
        given: dict[str, Any] = {"leg": deed.leg, "unit": deed.the_leg.unit, "due": due, **words}
        letter = make_document(kind, deed.case, by=deed.by, on=deed.on, together=deed.together, **given)
        # What is told the petitioner follows the letter of the act.
        deed.facts["notice" if "document" in deed.facts else "document"] = letter.number


def _leave_behind(deed: Deed, from_state: State) -> None:
    """Put the event with its words and its follow-up to what is written together."""
    case, leg = deed.case, deed.leg
    deed.event, words = event_after(
        deed.locked.last,
        case,
        deed.act,
        by=deed.actor,
        unit=deed.place,
        on=deed.on,
        leg=leg,
        from_state=from_state,
        to_state=leg.state if leg else case.state,
        article=deed.step.article,
        facts=deed.facts,
        text=deed.text,
        key=deed.locked.event_key,
    )
    deed.together.insert(deed.event, *words, follow_up_of(deed.event))
    note_entered(deed.account, deed.on)
    if isinstance(deed.actor, Party):
        note(PARTY_ACTED, at=deed.place, about=case, party=deed.actor.pk, act=deed.act)


def _own_state(deed: Deed) -> State | None:
    """Return the case's own state that the act sets, or leaves as it is; None where the legs decide."""
    if deed.leg and not deed.step.opens_leg:
        # What a unit does meanwhile leaves the question put to the own level where it is.
        return State.PENDING_DECISION if deed.case.state == State.PENDING_DECISION else None
    state = deed.step.to_state or State(deed.case.state)
    return state if state in _OF_THE_CASE and deed.leg is None else None


def settle_case(case: Case, on: date, state: State, together: Together) -> None:
    """Give a case the state it has after an act, and put it to what is written together."""
    case.state = state
    case.last_act_on = on
    case.version += 1
    together.store(case)


def involve(case: Case, *units: Unit, together: Together) -> None:
    """Note that a case has reached units, each once, with what is written together; the reach rows follow it."""
    together.note(*(Involvement(case=case, unit=unit, district_id=case.district_id) for unit in dict.fromkeys(units)))
