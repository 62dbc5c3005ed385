"""Who has to do with an order: who is told of it, who may sign it, and who comes second."""

from django.db.models import Q

from cases.record.audiences import able
from kit.verbs import Verb
from law.errors import Refused
from organizations.authority import stands_at
from organizations.models import Grant, JournalEntry, Staff, Unit
from organizations.roles import Right, Role
from organizations.today import today
from supervision.models import SupervisionOrder

_SIGNING = (Role.HEAD, Role.LEADER)


def who_replies(order: SupervisionOrder) -> list[Staff]:
    """Return who has to see to a reply: the handler of the leg, and who may reply for the whole unit."""
    return [*able(Right.REPLY_ORDER, order.unit), *([order.leg.handler] if order.leg.handler else [])]


def who_ordered(order: SupervisionOrder) -> list[Staff]:
    """Return who made an order and who signed it."""
    return [order.made_by, order.signed_by]


def signers(by: Staff) -> "list[int]":
    """Return the keys of who may sign an order of a person's unit: its heads and leaders, those above, and himself."""
    lines = {key for unit in stands_at(by) for key in unit.line}
    grants = Grant.objects.in_force(today()).filter(unit__in=lines, role__in=_SIGNING, staff__is_active=True)
    return [by.pk, *grants.values_list("staff", flat=True)]


def own_unit(unit: Unit, staff: Staff) -> Refused | None:
    """Another unit is ordered, its reply checked and its order closed, never one's own. Code: own_unit."""
    if unit.pk in {each.pk for each in stands_at(staff)}:
        return Refused("own_unit", f"您在“{unit.name}”任职，本单位的督办由别的单位的人员办理。", "第四十条")
    return None


def had_a_part(order: SupervisionOrder, staff: Staff, *verbs: Verb) -> bool:
    """Tell whether a person, or his hand, took one of these steps of an order, or was acted for in it."""
    steps = JournalEntry.objects.filter(
        kind=order._meta.label_lower, key=order.pk, verb__in=[verb.code for verb in verbs]
    )
    return steps.filter(Q(by__in=staff.both) | Q(for_whom__in=staff.both)).exists()
