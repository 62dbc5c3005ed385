"""Somebody acting for somebody else, from today on."""

from datetime import timedelta

from organizations.mandates import acting_for, give_mandate
from organizations.models import Mandate, Staff
from organizations.models.mandate import MandateKind
from organizations.today import today


def stand_in(person: Staff, hand: Staff, days: int = 10, kind: MandateKind = MandateKind.STAND_IN) -> Mandate:
    """A mandate from today on, given by the person himself."""
    return give_mandate(kind, person, hand, today(), today() + timedelta(days=days), "年休假", by=person)


def by_hand(person: Staff, hand: Staff) -> Staff:
    """The person as his deputy acts for him."""
    acted = acting_for(Staff.objects.get(pk=hand.pk), stand_in(person, hand).pk)
    assert acted is not None
    return acted
