"""Who is told of an act: the people whose turn it is, as far as they may see the case."""

from django.utils import timezone

from cases.models import Case, Event, Leg, Notice
from cases.places.acting_units import arbiter_of, sender_of
from cases.places.deciders import current_remedy, place_of
from law.procedure import OPEN_LEG
from law.vocabulary import Act, State
from organizations.models import Grant, Staff, Unit
from organizations.roles import Reach, Role, reach_of, roles_with
from organizations.vocabulary import UnitKind

# Who is told: those who can do the next act at the unit, or the handler of the leg.
_NEXT: dict[str, Act] = {
    Act.REFER: Act.ACCEPT,
    Act.COMMISSION: Act.ACCEPT,
    Act.KEEP: Act.ACCEPT,
    Act.ACCEPT: Act.TAKE,
    Act.SUBMIT: Act.ISSUE,
    Act.REQUEST_VOID: Act.CONFIRM_VOID,
    Act.REGISTER: Act.REFER,
    Act.ASK_EXTENSION: Act.EXTEND,
    Act.REQUEST_RECUSAL: Act.DECIDE_RECUSAL,
    Act.DECIDE_RECUSAL: Act.TAKE,
    Act.RECORD_RETURN: Act.NOTIFY,
    Act.PROPOSE_FINALIZATION: Act.FINALIZE,
    Act.NOT_ACCEPT: Act.NOTIFY,
    Act.DIVERT: Act.NOTIFY,
    Act.NO_LONGER_ACCEPT: Act.NOTIFY,
    Act.DECLINE: Act.NOTIFY,
    Act.GUIDE: Act.NOTIFY,
}
_TO_HANDLER = {
    Act.TAKE,
    Act.SEND_BACK,
    Act.ISSUE,
    Act.REPORT_FINDINGS,
    Act.REPLY_CONSULTATION,
    Act.REMIND,
    Act.EXTEND,
    Act.REFUSE_EXTENSION,
    Act.CALL_HEARING,
    Act.HOLD_HEARING,
    Act.WITHDRAW,
    Act.REVOKE_WITHDRAWAL,
    Act.RECORD_RETURN,
    Act.REPLY_CO_HANDLING,
    Act.REMAND,
    Act.REFUSE_REMEDY,
    Act.DECIDE_REEXAMINATION,
    Act.DECIDE_REVIEW,
    Act.REJECT_CONCLUSION,
    Act.REPLY_GUIDANCE,
    Act.DEFER_REPLY,
}
# These can turn out to accuse the desk itself, or nobody that is known: then nobody at the desk is told.
_WALLING = {Act.REGISTER, Act.LINK_RESPONDENT, Act.SPLIT, Act.REQUEST_VOID}
_TO_ASKED: dict[str, Act] = {
    Act.DELEGATE: Act.REPORT_FINDINGS,
    Act.CONSULT: Act.REPLY_CONSULTATION,
    Act.CO_HANDLE: Act.REPLY_CO_HANDLING,
    Act.ASK_GUIDANCE: Act.REPLY_GUIDANCE,
}
# Who decides a remedy is told where it works on it: a body outside has its papers kept at the desk.
_TO_DECIDER: dict[str, Act] = {
    Act.REQUEST_REEXAMINATION: Act.DRAFT_REMEDY,
    Act.REQUEST_REVIEW: Act.DRAFT_REMEDY,
    Act.DRAFT_REMEDY: Act.REMAND,
}
_RAISED = {Act.ESCALATE, Act.AGREE_ESCALATION, Act.REFUSE_ESCALATION}
# Of a leg that is re-examined or reviewed the deciding unit serves its own letters, and is told of what came back.
_DECIDED = {
    Act.DECIDE_REEXAMINATION: Act.SERVE,
    Act.DECIDE_REVIEW: Act.SERVE,
    Act.REMAND: Act.NOTIFY,
    Act.REFUSE_REMEDY: Act.NOTIFY,
}
_DISPUTED = {Act.OBJECT, Act.AGREE_OBJECTION, Act.REFUSE_OBJECTION, Act.ARBITRATE, Act.TAKE_BACK}


def make_notices(event: Event) -> int:
    """Write one notice per person concerned (once, whatever happens) and return how many there are."""
    people = [person for person in _concerned(event) if person.pk != event.by_id]
    seeing = [person for person in people if Case.objects.visible_to(person).filter(pk=event.case_id).exists()]
    text = f"{event.case.number}：{Act(event.act).label}（{event.on:%m-%d}，{event.unit.short_name if event.unit else ''}）"
    rows = [Notice(staff=person, case_id=event.case_id, event=event, text=text) for person in seeing]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def mark_read(staff: Staff, notice_id: int) -> None:
    """Take a notice off a person's desk."""
    Notice.objects.filter(staff=staff, pk=notice_id, read_at=None).update(read_at=timezone.now())


def _concerned(event: Event) -> list[Staff]:
    of_leg = _about_leg(event, event.leg) if event.leg else None
    if of_leg is not None:
        return of_leg
    if event.act in _TO_ASKED:
        return _able_at(_TO_ASKED[event.act], event.facts["unit"])
    if event.act in _TO_DECIDER:
        return _able_at(_TO_DECIDER[event.act], event.facts["at"])
    if event.act in _WALLING and (event.case.desk_walled or event.case.unlinked):
        return _sealed_desk(event.case)
    if event.act == Act.ASK_WITHDRAWAL or (event.act == Act.REQUEST_RECUSAL and event.facts["of_head"]):
        return _coordinators(event.case)
    if event.act == Act.ADD_FILE:
        return _handlers(event.case)
    following = _following(event)
    unit = event.leg.unit if event.leg else event.case.unit
    return _able(following, unit) if following else []


def _about_leg(event: Event, leg: Leg) -> list[Staff] | None:
    """Whom an act on a leg concerns for reasons of its own; None where nothing special is known of it."""
    if event.act in _DISPUTED:
        return _in_dispute(event, leg)
    if event.act in _RAISED:
        return _in_escalation(event, leg)
    if event.act in _DECIDED:
        return [*_below(leg), *_at_the_decider(event, leg, _DECIDED[Act(event.act)])]
    if event.act == Act.RECORD_RETURN and _of_a_remedy(event, leg):
        return _at_the_decider(event, leg, Act.SERVE)
    if event.act in _TO_HANDLER and event.act not in (*_TO_ASKED, *_TO_DECIDER) and leg.handler:
        return [leg.handler]
    return None


def _below(leg: Leg) -> list[Staff]:
    """The handler whose opinion was decided over, or who may take the leg."""
    return [leg.handler] if leg.handler else _able(Act.TAKE, leg.unit)


def _at_the_decider(event: Event, leg: Leg, act: Act) -> list[Staff]:
    """Who drafted, and who may serve at the deciding unit; for a body outside the desk."""
    remedy = current_remedy(leg)
    if remedy is None:
        return []
    drafter = [remedy.drafted_by] if remedy.drafted_by else []
    return list({person.pk: person for person in [*drafter, *_able(act, place_of(remedy, event.case))]}.values())


def _of_a_remedy(event: Event, leg: Leg) -> bool:
    """Tell whether the letter that an event names was made by the deciding unit."""
    numbers = leg.remedies.exclude(document=None).values_list("document__number", flat=True)
    return event.facts.get("document") in numbers


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


def _in_escalation(event: Event, leg: Leg) -> list[Staff]:
    """The sender and the higher unit have to decide; what was decided is told to the unit that asked, and who has it now."""
    if event.act == Act.REFUSE_ESCALATION:
        return [leg.handler] if leg.handler else _able(Act.ESCALATE, leg.unit)
    higher = _able_at(Act.AGREE_ESCALATION, event.facts["unit"])
    if event.act == Act.ESCALATE:
        sender = sender_of(event.case, leg)
        return higher + (_able(Act.AGREE_ESCALATION, sender) if sender.pk != leg.unit_id else [])
    return _able_at(Act.ACCEPT, event.facts["unit"]) + _able_at(Act.ESCALATE, event.facts["from_unit"])


def _able_at(act: Act, unit_id: int) -> list[Staff]:
    unit = Unit.objects.filter(pk=unit_id).first()
    return _able(act, unit) if unit else []


def _following(event: Event) -> Act | None:
    if event.case.unit.kind != UnitKind.PETITION_OFFICE and _comes_to_the_desk(event):
        return Act.KEEP
    return _NEXT.get(event.act, Act.ACCEPT if event.act == Act.REMIND else None)


def _comes_to_the_desk(event: Event) -> bool:
    """A desk hears of what is registered there; of an accusation that was hidden from it, when it has been linked."""
    return event.act == Act.REGISTER or (event.act == Act.LINK_RESPONDENT and event.case.state == State.REGISTERED)


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
