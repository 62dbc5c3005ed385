"""Giving a leg back: its demands are free again, the desk's own clock goes on as if nothing had happened (Art. 22-24, 30)."""

from django.db.models import F
from django.db.models.functions import Coalesce

from cases.actions.deed import Deed
from cases.clocks import end_clocks
from cases.models import Demand, HandOff, Leg
from cases.places.acting_units import sender_of
from cases.places.wall import seal_given_back
from cases.record.search_terms import index_case
from law.matters import Ruling
from law.vocabulary import Duty, Movement, State
from organizations.models import Unit

# What the unit that gives back had written towards an answer stays in its events, not in the next unit's draft.
UNANSWERED = {"outcome": "", "facts": "", "opinion": "", "legal_basis": "", "answered_on": None}
_AS_SENT = {Movement.COMMISSION: State.COMMISSIONED, Movement.DIRECT: State.RECEIVED}


def give_back(deed: Deed, *, reason: str, counted: bool, named: Unit | None = None) -> None:
    """Return a leg to its sender: the clocks of the leg end by this act, no start date changes, the days are told.

    ``counted``: this return counts towards the second one (Art. 24). ``named``: the only unit the demands may go to now.
    """
    case, leg = deed.case, deed.the_leg
    rows = list(leg.demands.all())
    free_again(deed, counted=counted, named=named)
    HandOff.objects.create(
        district_id=case.district_id,
        case=case,
        leg=leg,
        movement=Movement.RETURN,
        from_unit=leg.unit,
        to_unit=sender_of(case, leg),
        sent_by=deed.by,
        sent_on=deed.on,
        received_on=deed.on,
        reason=reason,
        legal_basis=deed.step.article,
    )
    deed.facts.update(
        unit=leg.unit_id, demands=[row.number for row in rows], days_lost=(deed.on - leg.received_on).days
    )
    reopen_dispatch(deed)


def free_again(deed: Deed, *, counted: bool = False, named: Unit | None = None) -> None:
    """Let the demands of a leg wait at the desk again; what the leg still owes ends by this act, and the leg with it."""
    case, leg = deed.case, deed.the_leg
    seal_given_back(case, leg)
    end_clocks(case.clocks.filter(leg=leg), deed.act, deed.on)
    Demand.objects.filter(leg=leg).update(
        leg=None,
        returns=F("returns") + int(counted),
        accepted_on=Coalesce("accepted_on", leg.accepted_on),
        assigned_unit=named,
        **UNANSWERED,
    )
    index_case(case)
    deed.to_state = State.RETURNED


def state_before(leg: Leg) -> State:
    """Return the state in which a leg was that nobody had accepted: as it was sent, or received directly."""
    return _AS_SENT.get(Movement(leg.movement), State.REFERRED)


def close_objection(deed: Deed, ruling: Ruling, words: str, *, materials: str = "", named: Unit | None = None) -> None:
    """Write down what was decided of the open objection of a leg, where there is one."""
    deed.the_leg.objections.filter(decided_on=None).update(
        ruling=ruling, decided_on=deed.on, decided_by=deed.by, words=words, materials=materials, named=named
    )


def reopen_dispatch(deed: Deed) -> None:
    """Let the desk's own clock run again: the same row, so that its start cannot be another one.

    Of a petition office dispatch, and it is said from when and until when; of another organ the written notice, for
    what the petitioner was told of these demands is not so any more (Art. 22, 23).
    """
    own = (Duty.DISPATCH_15D, Duty.NOTICE_DIRECT_15D)
    clock = deed.case.clocks.filter(leg=None, duty__in=own, waived_on=None).order_by("-id").first()
    if clock is None:
        return
    if not clock.running:
        clock.met_on, clock.ended_on, clock.ended_by = None, None, ""
        clock.save(update_fields=["met_on", "ended_on", "ended_by"])
    if clock.duty == Duty.NOTICE_DIRECT_15D:
        return
    deed.facts["dispatch_from"] = clock.starts_on.isoformat()
    deed.facts["dispatch_due"] = clock.due_on.isoformat() if clock.due_on else ""
