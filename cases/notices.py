"""Who is told of an act: the people whose turn it is, as far as they may see the case."""

from django.utils import timezone

from cases.models import Case, Event, Leg, Notice
from cases.standing import arbiter_of, sender_of
from law.procedure import OPEN_LEG
from law.vocabulary import Act, State
from organizations.models import Grant, Staff, Unit
from organizations.roles import Reach, Role, reach_of, roles_with
from organizations.vocabulary import UnitKind

# Who is told: those who can do the next act at the unit, or the handler of the leg.
_NEXT: dict[str, Act] = {
    Act.REFER: Act.ACCEPT, Act.COMMISSION: Act.ACCEPT, Act.KEEP: Act.ACCEPT, Act.ACCEPT: Act.TAKE,
    Act.SUBMIT: Act.ISSUE, Act.REQUEST_VOID: Act.CONFIRM_VOID, Act.REGISTER: Act.REFER,
    Act.ASK_EXTENSION: Act.EXTEND, Act.REQUEST_RECUSAL: Act.DECIDE_RECUSAL, Act.DECIDE_RECUSAL: Act.TAKE,
    Act.RECORD_RETURN: Act.NOTIFY, Act.PROPOSE_FINALIZATION: Act.FINALIZE,
    Act.NOT_ACCEPT: Act.NOTIFY, Act.DIVERT: Act.NOTIFY, Act.NO_LONGER_ACCEPT: Act.NOTIFY,
}  # fmt: skip
_TO_HANDLER = {
    Act.TAKE, Act.SEND_BACK, Act.ISSUE, Act.REPORT_FINDINGS, Act.REPLY_CONSULTATION, Act.REMIND, Act.EXTEND,
    Act.REFUSE_EXTENSION, Act.CALL_HEARING, Act.HOLD_HEARING, Act.WITHDRAW, Act.REVOKE_WITHDRAWAL,
    Act.RECORD_RETURN, Act.REPLY_CO_HANDLING, Act.REMAND, Act.REFUSE_REMEDY, Act.DECIDE_REEXAMINATION,
    Act.DECIDE_REVIEW, Act.REJECT_CONCLUSION,
}  # fmt: skip
# These can turn out to accuse the desk itself: then nobody at the desk is told.
_WALLING = {Act.REGISTER, Act.LINK_RESPONDENT, Act.SPLIT}
_TO_ASKED: dict[str, Act] = {
    Act.DELEGATE: Act.REPORT_FINDINGS,
    Act.CONSULT: Act.REPLY_CONSULTATION,
    Act.CO_HANDLE: Act.REPLY_CO_HANDLING,
}
# Who decides a remedy is told where it works on it: a body outside has its papers kept at the desk.
_TO_DECIDER: dict[str, Act] = {
    Act.REQUEST_REEXAMINATION: Act.DRAFT_REMEDY, Act.REQUEST_REVIEW: Act.DRAFT_REMEDY, Act.DRAFT_REMEDY: Act.REMAND,
}  # fmt: skip
_DISPUTED = {Act.OBJECT, Act.AGREE_OBJECTION, Act.REFUSE_OBJECTION, Act.ARBITRATE, Act.TAKE_BACK}


def make_notices(event: Event) -> int:
    """Write one notice per person concerned (once, whatever happens) and return how many there are."""
    people = [person for person in _concerned(event) if person.pk != event.by_id]
    seeing = [
        person for person in people if Case.objects.visible_to(person).filter(pk=event.case_id).exists()
    ]
    text = f"{event.case.number}：{Act(event.act).label}（{event.on:%m-%d}，{event.unit.short_name if event.unit else ''}）"
    rows = [Notice(staff=person, case_id=event.case_id, event=event, text=text) for person in seeing]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def mark_read(staff: Staff, notice_id: int) -> None:
    """Take a notice off a person's desk."""
    Notice.objects.filter(staff=staff, pk=notice_id, read_at=None).update(read_at=timezone.now())


def _concerned(event: Event) -> list[Staff]:
    if event.leg and event.act in _DISPUTED:
        return _in_dispute(event, event.leg)
    if event.act in _TO_ASKED:
        asked = Unit.objects.filter(pk=event.facts["unit"]).first()
        return _able(_TO_ASKED[event.act], asked) if asked else []
    if event.act in _TO_DECIDER:
        decider = Unit.objects.filter(pk=event.facts["at"]).first()
        return _able(_TO_DECIDER[event.act], decider) if decider else []
    if event.act in _TO_HANDLER and event.leg and event.leg.handler:
        return [event.leg.handler]
    if event.act in _WALLING and event.case.desk_walled:
        return _sealed_desk(event.case)
    if event.act == Act.ASK_WITHDRAWAL or (event.act == Act.REQUEST_RECUSAL and event.facts["of_head"]):
        return _coordinators(event.case)
    if event.act == Act.ADD_FILE:
        return _handlers(event.case)
    following = _following(event)
    unit = event.leg.unit if event.leg else event.case.unit
    return _able(following, unit) if following else []


def _in_dispute(event: Event, leg: Leg) -> list[Staff]:
    """The sender has to answer an objection, the common superior a second one; the unit is told what was decided."""
    sender = sender_of(event.case, leg)
    if event.act == Act.OBJECT and event.facts.get("second"):
        superior = arbiter_of(event.case, leg)
        return [*_able(Act.ARBITRATE, superior), *_able(Act.ARBITRATE, sender)]
    if event.act == Act.OBJECT:
        return _sealed_desk(event.case) if event.case.desk_walled else _able(Act.AGREE_OBJECTION, sender)
    told = _able(Act.ACCEPT, leg.unit)
    if event.to_state == State.RETURNED:
        told += _sealed_desk(event.case) if event.case.desk_walled else _able(Act.REFER, event.case.unit)
    return told


def _following(event: Event) -> Act | None:
    if event.act == Act.REGISTER and event.case.unit.kind != UnitKind.PETITION_OFFICE:
        return Act.KEEP
    return _NEXT.get(event.act, Act.ACCEPT if event.act == Act.REMIND else None)


def _handlers(case: Case) -> list[Staff]:
    """Return who works on a case; of a sealed one nobody is told what the desk was given."""
    legs = case.legs.filter(state__in=OPEN_LEG, handler__isnull=False).select_related("handler")
    return [] if case.sealed else [leg.handler for leg in legs if leg.handler]


def _sealed_desk(case: Case) -> list[Staff]:
    """Return the named people to whom a case goes that accuses its own desk."""
    grants = Grant.objects.in_force(timezone.localdate()).filter(role=Role.SEALED_DESK, staff__is_active=True)
    return [grant.staff for grant in grants.filter(unit__district=case.district_id).select_related("staff")]


def _coordinators(case: Case) -> list[Staff]:
    """Return the coordinators of the district: they stand above every unit of it."""
    grants = Grant.objects.in_force(timezone.localdate()).filter(role=Role.COORDINATOR, staff__is_active=True)
    return [grant.staff for grant in grants.filter(unit__district=case.district_id).select_related("staff")]


def _able(act: Act, unit: Unit) -> list[Staff]:
    roles = [role for role in roles_with(act) if reach_of(role, act) >= Reach.UNIT]
    grants = unit.grants.in_force(timezone.localdate()).filter(role__in=roles, staff__is_active=True)
    return list({grant.staff_id: grant.staff for grant in grants.select_related("staff")}.values())
