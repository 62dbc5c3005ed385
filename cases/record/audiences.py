"""Whom an act concerns: one function a kind of audience, from the event to the people."""

from collections.abc import Callable

from cases.models import Case, Event, Leg, Remedy
from cases.places.acting_units import arbiter_of, sender_of, told_by_the_sender
from cases.places.deciders import current_remedy, place_of
from law.procedure import OPEN_LEG
from law.vocabulary import Act, Letter, State
from organizations.models import Grant, Staff, Unit
from organizations.roles import Reach, Right, Role, reach_of, roles_with
from organizations.today import today
from organizations.vocabulary import UnitKind

Audience = Callable[[Event], list[Staff]]


def who_can(act: Act) -> Audience:
    """Return the audience of those who can do the next act at the unit of the leg, or at the desk."""

    def told(event: Event) -> list[Staff]:
        return able(act, event.leg.unit if event.leg else event.case.unit)

    return told


def handler_or(act: Act) -> Audience:
    """Return the audience of the handler of the leg; while there is none, of those who can do an act there."""

    def told(event: Event) -> list[Staff]:
        return [event.leg.handler] if event.leg and event.leg.handler else who_can(act)(event)

    return told


def the_handler(event: Event) -> list[Staff]:
    """The handler of the leg, if there is one."""
    return [event.leg.handler] if event.leg and event.leg.handler else []


def handler_or_head(event: Event) -> list[Staff]:
    """The handler of the leg; while there is none, the heads of its unit."""
    if event.leg is None or event.leg.handler:
        return the_handler(event)
    heads = event.leg.unit.grants.in_force(today()).filter(role=Role.HEAD, staff__is_active=True)
    return [grant.staff for grant in heads.select_related("staff__unit")]


def who_was_asked(act: Act, fact: str = "unit") -> Audience:
    """Return the audience of those who can do the next act at the unit that a fact of the event names."""

    def told(event: Event) -> list[Staff]:
        return _able_at(act, event.facts[fact])

    return told


def the_desk_unless_hidden(event: Event) -> list[Staff]:
    """Who goes on at the desk; where the case accuses it, or nobody that is known, only the sealed desk (Art. 30).

    A desk hears of what is registered there; of an accusation that was hidden from it, when it has been linked.
    """
    case, office = event.case, event.case.unit.kind == UnitKind.PETITION_OFFICE
    if case.desk_walled or case.unlinked:
        return sealed_desk(case)
    if event.act == Act.REGISTER:
        return who_dispatches(case.unit) if office else able(Act.KEEP, case.unit)
    comes = event.act == Act.LINK_RESPONDENT and case.state == State.REGISTERED and not office
    return able(Act.KEEP, case.unit) if comes else []


def who_can_at_the_desk(act: Act) -> Audience:
    """Return the audience of those who can do an act at the desk; of a case hidden from its desk, the sealed desk (Art. 30)."""

    def told(event: Event) -> list[Staff]:
        hidden = event.case.desk_walled or event.case.unlinked
        return sealed_desk(event.case) if hidden else able(act, event.case.unit)

    return told


def who_commissioned(event: Event) -> list[Staff]:
    """Who takes or sends back the report of a commissioned unit; of a case hidden from its desk, the sealed desk (Art. 30)."""
    hidden = event.case.desk_walled
    return sealed_desk(event.case) if hidden else able(Act.ACCEPT_CONCLUSION, sender_of(event.case, _leg_of(event)))


def the_coordinators(event: Event) -> list[Staff]:
    """The coordinators of the district: they stand above every unit of it."""
    grants = Grant.objects.in_force(today()).filter(role=Role.COORDINATOR, staff__is_active=True)
    return [grant.staff for grant in grants.filter(unit__district=event.case.district_id).select_related("staff__unit")]


def who_decides_recusal(event: Event) -> list[Staff]:
    """The head of the unit; where the head himself shall keep out, the coordinators (Art. 28)."""
    return the_coordinators(event) if event.facts["of_head"] else who_can(Act.DECIDE_RECUSAL)(event)


def who_works_on_it(event: Event) -> list[Staff]:
    """Who works on a case; of a sealed one nobody is told what the desk was given."""
    legs = event.case.legs.filter(state__in=OPEN_LEG, handler__isnull=False).select_related("handler")
    return [] if event.case.sealed else [leg.handler for leg in legs if leg.handler]


def who_works_on_the_matter(event: Event) -> list[Staff]:
    """Who works on a case of the matter that a case has joined or left; where it is sealed, nobody."""
    if event.case.sealed:
        return []
    matters = [key for key in (event.facts["matter"], event.facts["matter_before"]) if key]
    legs = Leg.objects.filter(case__matter__in=matters, state__in=OPEN_LEG, handler__isnull=False)
    return list({leg.handler.pk: leg.handler for leg in legs.select_related("handler__unit") if leg.handler}.values())


def below_and_at_the_decider(act: Act) -> Audience:
    """Return the audience of a remedy that was decided: who is decided over, and who serves the deciding unit's letter."""

    def told(event: Event) -> list[Staff]:
        leg = _leg_of(event)
        below = [leg.handler] if leg.handler else able(Act.TAKE, leg.unit)
        return [*below, *_at_the_decider(event, leg, act)]

    return told


def who_sends_again(event: Event) -> list[Staff]:
    """Whoever made the letter that came back: the deciding unit for its own, else the handler."""
    leg = _leg_of(event)
    if _of_a_remedy(event, leg):
        return _at_the_decider(event, leg, Act.SERVE)
    sent = leg.documents.filter(number=event.facts.get("document"), kind=Letter.TRANSFER_NOTICE).first()
    if sent and told_by_the_sender(sent, leg):
        return able(Act.NOTIFY, sender_of(event.case, leg))
    return handler_or(Act.NOTIFY)(event)


def who_undoes_service(event: Event) -> list[Staff]:
    """Another than whoever asks: the head where the letter was sent; where there is nobody else, the coordinators."""
    leg = _leg_of(event)
    decided = _of_a_remedy(event, leg)
    here = _at_the_decider(event, leg, Act.UNDO_SERVICE) if decided else able(Act.UNDO_SERVICE, leg.unit)
    others = [person for person in here if person.pk != event.by_id]
    if event.case.desk_walled:
        return others or sealed_desk(event.case)
    return others or the_coordinators(event)


def who_answers_an_objection(event: Event) -> list[Staff]:
    """The sender has to answer an objection, the common superior a second one (Art. 24)."""
    leg = _leg_of(event)
    sender = sender_of(event.case, leg)
    if event.facts.get("second"):
        return [*able(Act.ARBITRATE, arbiter_of(event.case, leg)), *able(Act.ARBITRATE, sender)]
    return sealed_desk(event.case) if event.case.desk_walled else able(Act.AGREE_OBJECTION, sender)


def who_approves_an_exit(event: Event) -> list[Staff]:
    """Another than whoever turned it away; where the unit has nobody else who may, the coordinators; sealed from the desk, the sealed desk."""
    if event.case.desk_walled:
        return sealed_desk(event.case)
    others = [person for person in able(Act.APPROVE_EXIT, _leg_of(event).unit) if person.pk != event.by_id]
    return others or the_coordinators(event)


def who_is_answered(event: Event) -> list[Staff]:
    """The unit is told what was decided of its objection; where the leg came back, the desk too."""
    told = able(Act.ACCEPT, _leg_of(event).unit)
    if event.to_state == State.RETURNED:
        told += sealed_desk(event.case) if event.case.desk_walled else who_dispatches(event.case.unit)
    return told


def who_agrees_to_redirect(event: Event) -> list[Staff]:
    """The side that is asked: the sender where the holder asks, the holder where the sender does."""
    leg = _leg_of(event)
    sender = sender_of(event.case, leg)
    if event.facts["unit"] == sender.pk:
        return able(Act.AGREE_REDIRECT, leg.unit)
    return sealed_desk(event.case) if event.case.desk_walled else able(Act.AGREE_REDIRECT, sender)


def who_arbitrates(event: Event) -> list[Staff]:
    """A dispute is for the common superior, or whoever coordinates for the joint conference; both sides are told (Art. 24)."""
    leg = _leg_of(event)
    sender = sender_of(event.case, leg)
    other = leg.unit if event.facts["unit"] == sender.pk else sender
    deciding = [*able(Act.ARBITRATE, arbiter_of(event.case, leg)), *able(Act.ARBITRATE, sender)]
    return deciding if event.case.desk_walled else [*deciding, *able(Act.ASK_ARBITRATION, other)]


def who_decides_escalation(event: Event) -> list[Staff]:
    """The higher unit and the sender have to decide."""
    leg = _leg_of(event)
    sender = sender_of(event.case, leg)
    higher = _able_at(Act.AGREE_ESCALATION, event.facts["unit"])
    return higher + (able(Act.AGREE_ESCALATION, sender) if sender.pk != leg.unit_id else [])


def who_has_it_now(event: Event) -> list[Staff]:
    """An escalation that was agreed is told to who has the leg now, and to the unit that asked."""
    return _able_at(Act.ACCEPT, event.facts["unit"]) + _able_at(Act.ESCALATE, event.facts["from_unit"])


def who_dispatches(desk: Unit) -> list[Staff]:
    """Who sends on from a desk: at a petition office those whose daily work it is, elsewhere the head (Art. 22, 23)."""
    return able(Act.TRANSFER_OUT if desk.kind == UnitKind.PETITION_OFFICE else Act.REFER, desk)


def sealed_desk(case: Case) -> list[Staff]:
    """Return the named people to whom a case goes that accuses its own desk."""
    grants = Grant.objects.in_force(today()).filter(role=Role.SEALED_DESK, staff__is_active=True)
    return [grant.staff for grant in grants.filter(unit__district=case.district_id).select_related("staff__unit")]


def able(thing: Act | Right, unit: Unit) -> list[Staff]:
    """Return who can do an act, or has a right, at a unit for others too, not only for his own work."""
    roles = [role for role in roles_with(thing) if reach_of(role, thing) >= Reach.UNIT]
    grants = unit.grants.in_force(today()).filter(role__in=roles, staff__is_active=True)
    return list({grant.staff_id: grant.staff for grant in grants.select_related("staff__unit")}.values())


def _able_at(act: Act, unit_id: int) -> list[Staff]:
    unit = Unit.objects.filter(pk=unit_id).first()
    return able(act, unit) if unit else []


def _leg_of(event: Event) -> Leg:
    assert event.leg is not None
    return event.leg


def _at_the_decider(event: Event, leg: Leg, act: Act) -> list[Staff]:
    """Who drafted, and who may serve at the deciding unit; for a body outside the desk."""
    remedy: Remedy | None = current_remedy(leg)
    if remedy is None:
        return []
    drafter = [remedy.drafted_by] if remedy.drafted_by else []
    people = [*drafter, *able(act, place_of(remedy, event.case))]
    return list({person.pk: person for person in people}.values())


def _of_a_remedy(event: Event, leg: Leg) -> bool:
    """Tell whether the letter that an event names was made by the deciding unit."""
    numbers = leg.remedies.exclude(document=None).values_list("document__number", flat=True)
    return event.facts.get("document") in numbers
