"""What a unit does with what reaches it: open, accept with notice, name the handler (Art. 23, 28)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.own_duty import begin_reminder
from cases.letters.making import told_demands
from cases.models import Case, Leg
from cases.openings.handling import assigns
from cases.openings.paths import runs_sixty_days_on
from cases.places.wall import assert_clear_person
from kit.prefetching import hand_out
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter
from organizations.authority import may
from organizations.models import Staff
from organizations.today import now


def open_in_tray(case_id: int, *, leg_id: int, by: Staff, seen: int | None = None, on: date | None = None) -> Case:
    """Record who opened a leg in the in-tray, and when; receipt itself was the day it arrived (Art. 23).

    Raises Refused: not_found, not_permitted, wrong_state, opened_already.
    """
    with performing(Act.OPEN, case_id, leg_id=leg_id, by=by, seen=seen, on=on) as deed:
        _mark_opened(deed)
    return deed.case


def accept(
    case_id: int, *, leg_id: int, by: Staff, handling: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Accept a leg and make the written notice (Art. 23); on path six the 60 days begin (Art. 34).

    ``handling``: how it will be handled and by which steps, for the notice. The first unit to accept is the
    first handler. Raises Refused: not_found, not_permitted, wrong_state.
    """
    with performing(Act.ACCEPT, case_id, leg_id=leg_id, by=by, seen=seen, on=on) as deed:
        leg = deed.the_leg
        # A leg that came up to a higher unit was accepted before: that day, and the clock begun then, hold.
        again, leg.accepted_on = leg.accepted_on is not None, leg.accepted_on or deed.on
        leg.first_unit = leg.first_unit or leg.unit
        if not leg.opened_by_id:
            _mark_opened(deed)
        hand_out(deed.locked.demands, [leg], "demands")
        since, sixty_days = begun_on(leg), runs_sixty_days_on(leg)
        if again or not sixty_days:
            deed.omits.add(Duty.HANDLE_60D)
        elif since:
            deed.starts_on[Duty.HANDLE_60D] = since
        begin_reminder(deed, again=again)
        deed.writes(
            Letter.ACCEPTANCE_NOTICE,
            handling=handling,
            sixty_days=sixty_days,
            since=since,
            demands=told_demands(deed.case, leg),
        )
        deed.facts["sixty_days"] = sixty_days
    return deed.case


def take(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    handler: Staff | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Name the handler of a leg: oneself, or a handler of the unit chosen by its head or dispatcher (Art. 28).

    The first person named is the first handler (首办责任人), written once.
    Raises Refused: not_found, not_permitted, wrong_state, handler_unfit, handler_same, accused_party.
    """
    handler = handler or by
    with performing(Act.TAKE, case_id, leg_id=leg_id, by=by, seen=seen, on=on) as deed:
        leg = deed.the_leg
        if handler.pk != by.pk and not assigns(by, leg.unit):
            raise Refused(
                "not_permitted", "承办人只能自己领办；指定他人承办，由单位负责人或者工作调度员决定。", "第二十八条"
            )
        if handler.pk == leg.handler_id:
            raise Refused("handler_same", f"承办人已经是{handler.name}。")
        if not may(handler, Act.ANSWER, at=leg.unit, own=True):
            raise Refused(
                "handler_unfit", f"{handler.name}不是“{leg.unit.name}”的承办人，请在本单位承办人中选择。", "第二十八条"
            )
        assert_clear_person(deed.case, handler)
        leg.handler = handler
        leg.first_handler = leg.first_handler or handler
        deed.facts["handler"] = handler.pk
    return deed.case


def begun_on(leg: Leg) -> date | None:
    """Return the day another unit accepted a demand of this leg before it was taken back: the 60 days run on from there."""
    return min((d.accepted_on for d in leg.demands.all() if d.accepted_on), default=None)


def _mark_opened(deed: Deed) -> None:
    deed.the_leg.opened_at = now()
    deed.the_leg.opened_by = deed.by
