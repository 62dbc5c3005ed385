"""What waits for a person: one predicate per kind, shared by the desk's counts and by the list behind each of them."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db.models import OuterRef, Q

from cases.lists.commissions_waiting import to_report, to_review
from cases.lists.disputes_waiting import objected, to_arbitrate, to_redirect
from cases.lists.exits_waiting import to_approve, to_receive, untold
from cases.lists.proposals_waiting import to_approve_at_desk
from cases.lists.remedies_waiting import came_back, decided_returned, decided_unserved, to_decide
from cases.models import Assessment, Case, Demand, HandOff, Leg, Remedy, Respondent
from cases.models.leg import ASKED_MOVEMENTS
from cases.places.conditions import at_places, in_districts
from cases.places.second_person import asked_before, did_before
from cases.places.work_rows import among
from cases.sight.each import each_has
from cases.sight.predicate import sealed_open
from cases.sight.querysets import CaseQuerySet
from law.nearness import NEAR_DAYS
from law.procedure import HALTED, OPEN_LEG, REMEDIES, WORKING, states_of
from law.vocabulary import Act, Kind, Movement, State
from law.words import Word
from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.roles import Reach, Right
from organizations.vocabulary import UnitKind


class Waiting(Word):
    """待办: what a person can do something about, today."""

    DISPATCH = "dispatch", "待分流"
    LINK = "link", "待关联对象"
    OPEN = "open", "待签收受理"
    TAKE = "take", "待指定承办人"
    MINE = "mine", "我承办的"
    ASSESS = "assess", "待研判"
    SIGN = "sign", "待审签"
    SERVE = "serve", "待送达"
    REPLY = "reply", "待回复"
    RETURNED = "returned", "退件待重送"
    VOID = "void", "作废待核"
    PROPOSAL = "proposal", "拟办待批"
    REMEDY = "remedy", "待复查复核"
    OBJECTION = "objection", "异议待核"
    ARBITRATION = "arbitration", "待指定单位"
    REDIRECT = "redirect", "待答复重新转办"
    REPORT = "report", "交办反馈待审"
    UPWARD = "upward", "待上报"
    EXIT_NOTICE = "exit_notice", "待送达告知书"
    TRANSFER = "transfer", "待转出回执"
    EXIT = "exit", "去向待核"
    UNIT = "unit", "我单位在办"
    OVERDUE = "overdue", "已超期"
    TODAY = "today", "今天到期"
    NEAR = "near", f"{NEAR_DAYS}日内到期"


IN_HAND = (*OPEN_LEG, State.OBJECTION_PENDING, State.ANSWERED, *REMEDIES)
UNDISPATCHED = states_of(Act.REFER)

# Who is offered a kind at all: whoever holds one of these acts anywhere.
ACTS: dict[Waiting, tuple[Act, ...]] = {
    Waiting.DISPATCH: (Act.REFER, Act.COMMISSION, Act.KEEP),
    Waiting.LINK: (Act.LINK_RESPONDENT,),
    Waiting.OPEN: (Act.ACCEPT,),
    Waiting.TAKE: (Act.TAKE,),
    Waiting.MINE: (Act.ANSWER,),
    Waiting.ASSESS: (Act.ASSESS,),
    Waiting.SIGN: (Act.ISSUE,),
    Waiting.SERVE: (Act.SERVE,),
    Waiting.RETURNED: (Act.SERVE, Act.NOTIFY),
    Waiting.REPLY: (Act.REPORT_FINDINGS, Act.REPLY_CONSULTATION, Act.REPLY_CO_HANDLING, Act.REPLY_GUIDANCE),
    Waiting.VOID: (Act.CONFIRM_VOID,),
    Waiting.PROPOSAL: (Act.APPROVE_PROPOSAL,),
    Waiting.OBJECTION: (Act.AGREE_OBJECTION,),
    Waiting.ARBITRATION: (Act.ARBITRATE,),
    Waiting.REDIRECT: (Act.AGREE_REDIRECT,),
    Waiting.UPWARD: (Act.INTERIM_UPWARD,),
    Waiting.REPORT: (Act.ACCEPT_CONCLUSION, Act.REFUSE_FEEDBACK_DATE),
    Waiting.EXIT_NOTICE: (Act.NOTIFY,),
    Waiting.TRANSFER: (Act.RECORD_TRANSFER_RECEIPT,),
    Waiting.EXIT: (Act.APPROVE_EXIT,),
    Waiting.UNIT: (Act.ACCEPT,),
    Waiting.REMEDY: (Act.DRAFT_REMEDY, Act.REMAND),
}
# By a day, and the column that holds the date.
DATED: dict[Waiting, Callable[[date, str], Q]] = {
    Waiting.OVERDUE: lambda on, due: Q(**{f"{due}__lt": on}),
    Waiting.TODAY: lambda on, due: Q(**{due: on}),
    Waiting.NEAR: lambda on, due: Q(**{f"{due}__gt": on, f"{due}__lte": on + timedelta(days=NEAR_DAYS)}),
}
_FOR_DATES = (*ACTS[Waiting.DISPATCH], Act.ACCEPT, Act.ANSWER, Act.ISSUE, Act.REMIND)


def needs(what: Waiting) -> tuple[Act, ...]:
    """Return the acts of which who holds one could ever have something of this kind on the desk."""
    return ACTS.get(what, _FOR_DATES)


def offered(staff: Staff, what: Waiting) -> bool:
    """Tell whether a person could ever have something of this kind on the desk."""
    return any(holdings(staff, act) for act in needs(what))


def waiting_for(rows: CaseQuerySet[Case], what: Waiting, staff: Staff, on: date) -> CaseQuerySet[Case]:
    """Narrow cases to those where this kind of thing waits for this person; sealed legs for their readers only."""
    if what is Waiting.DISPATCH:
        return rows.filter(on_desk(desk_scope(staff)))
    if what is Waiting.LINK:
        return rows.with_sealed_open(staff).filter(on_desk(_unlinked(staff)) & Q(sealed_open=True))
    if what is Waiting.VOID:
        return rows.filter(on_desk(_to_void(staff)))
    if what is Waiting.PROPOSAL:
        return rows.filter(on_desk(to_approve_at_desk(staff)))
    if what is Waiting.UPWARD:
        return rows.filter(to_report(staff))
    if what in DATED:
        dated = DATED[what](on, "next_due_on")
        due = on_legs(plate(staff) & dated, staff) | on_desk(desk_scope(staff) & dated)
        return rows.filter(due | to_report(staff, DATED[what](on, "due_on")))
    return rows.filter(on_legs(_LEGS[what](staff), staff))


def on_legs(wanted: Q, staff: Staff) -> Q:
    """Return the cases with such a leg that this person may know of: an accusing leg counts for its readers only."""
    opened = each_has(Case.objects.filter(sealed_open(staff), pk=OuterRef("case")))
    legs = Leg.objects.filter(wanted, Q(held_accusation=False) | opened)
    return among(legs, "case_id") & ~Q(state__in=HALTED)


def on_desk(wanted: Q) -> Q:
    """Return the cases that wait at their desk, found before anything else is asked of them."""
    return among(Case.objects.filter(wanted), "pk")


def plate(staff: Staff) -> Q:
    """Return the legs with a date that concern a person: own ones, those nobody has taken, those answered for."""
    here = in_districts(staff, Act.REMIND, Act.ACCEPT, Act.ISSUE, Act.DELEGATE)
    if not _answers_for_all(staff):
        led = at_places(staff, Act.ISSUE) | at_places(staff, Act.DELEGATE) | at_places(staff, Act.REMIND)
        here &= Q(handler=staff) | led | Q(handler=None) & at_places(staff, Act.ACCEPT)
    # Something is owed on open legs alone; to name their states would let PostgreSQL expect next to none.
    return here & Q(next_due_on__isnull=False)


def _answers_for_all(staff: Staff) -> bool:
    """Tell whether all dates of the one district where a person stands concern him: then they are walked in their order."""
    reminds = holdings(staff, Act.REMIND)
    districts = {grant.unit.district_id for grant in staff.grants_in_force}
    return len(districts) == 1 and None not in districts and any(reach is Reach.ALL for reach, _ in reminds)


def desk_scope(staff: Staff) -> Q:
    """Return the cases that this person can dispatch, or keep for the own unit."""
    sends = at_places(staff, Act.REFER) | at_places(staff, Act.COMMISSION)
    keeps = at_places(staff, Act.KEEP) & ~Q(unit__kind=UnitKind.PETITION_OFFICE)
    # Who reads the sealed alone finds his few by their own index, not among all that wait in the district.
    read = Q() if holdings(staff, Right.SEE) else Q(sealed=True)
    return Q(state__in=UNDISPATCHED) & (sends | keeps) & read


def asked_of(staff: Staff) -> Q:
    """Return the hand-offs that wait for a reply this person can give (下派, 征求意见, 协办)."""
    found = at_places(staff, Act.REPORT_FINDINGS, "to_unit") & Q(movement=Movement.DELEGATE)
    asked = at_places(staff, Act.REPLY_CONSULTATION, "to_unit") & Q(movement=Movement.CONSULT)
    helping = at_places(staff, Act.REPLY_CO_HANDLING, "to_unit") & Q(movement=Movement.CO_HANDLE)
    guiding = at_places(staff, Act.REPLY_GUIDANCE, "to_unit") & Q(movement=Movement.GUIDANCE)
    waiting = Q(leg__state__in=WORKING) & (found | asked | helping)
    guided = Q(leg__state__in=states_of(Act.REPLY_GUIDANCE)) & guiding
    return (waiting | guided) & Q(replied_on=None, movement__in=ASKED_MOVEMENTS)


def _mine(staff: Staff) -> Q:
    return Q(handler=staff, state__in=IN_HAND)


def _to_assess(staff: Staff) -> Q:
    replied = HandOff.objects.filter(leg=OuterRef("pk"), movement=Movement.DELEGATE, replied_on__isnull=False)
    assessed = Assessment.objects.filter(leg=OuterRef("pk"))
    here = Q(state__in=states_of(Act.ASSESS)) & at_places(staff, Act.ASSESS, own=Q(handler=staff))
    return here & each_has(replied) & ~each_has(assessed)


def _to_sign(staff: Staff) -> Q:
    foreign = ~did_before(staff, Act.ISSUE, "handler", "submitted_by", leg="pk")
    return Q(state__in=states_of(Act.ISSUE)) & at_places(staff, Act.ISSUE) & foreign


def _asked_here(staff: Staff) -> Q:
    return among(HandOff.objects.filter(asked_of(staff)), "leg_id")


def _returned(staff: Staff) -> Q:
    """A letter came back and was not sent again."""
    mine = Q(handler=staff)
    # What a deciding unit wrote waits for that unit, not for the one it decided over.
    decided = each_has(Remedy.objects.filter(document=OuterRef("document")))
    answering = at_places(staff, Act.SERVE, own=mine) | at_places(staff, Act.NOTIFY, own=mine)
    return among(came_back().filter(~decided), "document__leg_id") & answering | decided_returned(staff)


def _to_serve(staff: Staff) -> Q:
    return Q(state=State.ISSUED) & at_places(staff, Act.SERVE, own=Q(handler=staff))


def _unlinked(staff: Staff) -> Q:
    nobody = Respondent.objects.filter(case=OuterRef("pk"), accused=True, unit=None, staff=None, outside=False)
    unnamed = Demand.objects.filter(case=OuterRef("pk"), kind=Kind.ACCUSATION, respondents=None)
    here = at_places(staff, Act.LINK_RESPONDENT, own=Q(registered_by=staff))
    return Q(state=State.REGISTERED, sealed=True) & here & (each_has(nobody) | each_has(unnamed))


def _to_void(staff: Staff) -> Q:
    here = Q(state__in=states_of(Act.CONFIRM_VOID)) & at_places(staff, Act.CONFIRM_VOID)
    return here & ~asked_before(staff, Act.CONFIRM_VOID)


_LEGS: dict[Waiting, Callable[[Staff], Q]] = {
    Waiting.OPEN: lambda staff: Q(state__in=states_of(Act.ACCEPT)) & at_places(staff, Act.ACCEPT),
    Waiting.TAKE: lambda staff: Q(state=State.ACCEPTED, handler=None) & at_places(staff, Act.TAKE),
    Waiting.MINE: _mine,
    Waiting.ASSESS: _to_assess,
    Waiting.SIGN: _to_sign,
    Waiting.SERVE: lambda staff: _to_serve(staff) | decided_unserved(staff),
    Waiting.REPLY: _asked_here,
    Waiting.RETURNED: _returned,
    Waiting.REMEDY: to_decide,
    Waiting.OBJECTION: objected,
    Waiting.ARBITRATION: to_arbitrate,
    Waiting.REDIRECT: to_redirect,
    Waiting.REPORT: to_review,
    Waiting.EXIT_NOTICE: untold,
    Waiting.TRANSFER: to_receive,
    Waiting.EXIT: to_approve,
    Waiting.UNIT: lambda staff: Q(state__in=OPEN_LEG, unit__in=[u.pk for u in stands_at(staff)]),
}


def listed(staff: Staff, what: Waiting, on: date) -> CaseQuerySet[Case]:
    """Return the cases of the list that the desk's figure for this kind opens."""
    return waiting_for(Case.objects.visible_to(staff).filter(historic=False), what, staff, on)
