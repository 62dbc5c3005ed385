"""Who makes no visit: whoever belongs to a unit that handled the case, or had a part in handling it himself."""

from cases.models import Case, HandOff, Inquiry
from law.errors import Refused
from law.vocabulary import Movement
from organizations.authority import may, stands_at
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import FollowUpVisit

_WORKED_AT = (Movement.REFER, Movement.COMMISSION, Movement.DIRECT, Movement.DELEGATE, Movement.CO_HANDLE)


def handling_units(visit: FollowUpVisit, asked: Staff) -> set[int]:
    """Return the units that handled the leg, or part of the work on it, as far as the person in question may know."""
    leg, rows = visit.leg, HandOff.objects.readable_by(asked)
    moved = rows.filter(leg=leg, movement__in=_WORKED_AT).values_list("to_unit", flat=True)
    return {leg.unit_id, *moved} | ({leg.first_unit_id} if leg.first_unit_id else set())


def handling_people(visit: FollowUpVisit, asked: Staff) -> set[int]:
    """Return who led, answered, signed, investigated or replied on the leg; who does not see the case visits nobody."""
    leg = visit.leg
    people = {leg.handler_id, leg.first_handler_id, leg.submitted_by_id, leg.issued_by_id}
    people |= set(Inquiry.objects.readable_by(asked).filter(leg=leg).values_list("by", flat=True))
    people |= set(HandOff.objects.readable_by(asked).filter(leg=leg).values_list("replied_by", flat=True))
    return {key for key in people if key}


def kept_out(visit: FollowUpVisit, person: Staff) -> Refused | None:
    """Return why a person (or his hand) does not make this visit, or None. Codes: handling_unit, handled_himself."""
    people = [each for each in (person, person.hand) if each]
    units, took_part = handling_units(visit, person), handling_people(visit, person)
    if any(unit.pk in units for each in people for unit in stands_at(each)):
        return Refused("handling_unit", f"“{person.name}”属于办理本件的单位，回访由没有参与办理的人进行。")
    if any(each.pk in took_part for each in people):
        return Refused("handled_himself", f"“{person.name}”参与过本件的办理，回访由没有参与办理的人进行。")
    return None


def assert_can_visit(visit: FollowUpVisit, person: Staff) -> None:
    """Let only somebody visit who may, sees the case, and had no part in it.

    Raises Refused: visitor_unfit, visitor_sees_not, handling_unit, handled_himself.
    """
    if not person.is_active or not may(person, Right.VISIT, at=person.unit, own=True):
        raise Refused("visitor_unfit", f"“{person.name}”的角色不办理回访。可在“权限一览”查看谁可以办理。")
    if refused := kept_out(visit, person):
        raise refused
    if not Case.objects.visible_to(person).filter(pk=visit.case_id).exists():
        raise Refused("visitor_sees_not", f"“{person.name}”不能查看本件。可以先给予临时查阅，再指派回访。")
