"""Whose matter it is, as it waits for a person: objections, disputes, and what the other side asks to send elsewhere (Art. 23, 24)."""

from django.db.models import F, Q

from cases.places.conditions import at_places
from law.procedure import states_of
from law.vocabulary import Act
from organizations.models import Staff


def objected(staff: Staff) -> Q:
    """What the sender decides: first objections."""
    first = Q(objections__decided_on=None, objections__second=False, objections__disputed=False)
    return Q(state__in=states_of(Act.AGREE_OBJECTION)) & at_places(staff, Act.AGREE_OBJECTION, "from_unit") & first


def to_arbitrate(staff: Staff) -> Q:
    """What the own unit decides as common superior; for who coordinates the district, what the joint conference does."""
    open_one = Q(Q(objections__second=True) | Q(objections__disputed=True), objections__decided_on=None)
    superior = at_places(staff, Act.ARBITRATE, "objections__arbiter")
    conference = Q(objections__arbiter=None) & at_places(staff, Act.ARBITRATE, "from_unit")
    return Q(state__in=states_of(Act.ARBITRATE)) & open_one & (superior | conference)


def to_redirect(staff: Staff) -> Q:
    """What the other side asks to send elsewhere: the holder the sender, the sender the holder."""
    by_holder = at_places(staff, Act.AGREE_REDIRECT, "from_unit") & Q(redirects__asked_unit=F("unit"))
    by_sender = at_places(staff, Act.AGREE_REDIRECT, "unit") & Q(redirects__asked_unit=F("from_unit"))
    return Q(state__in=states_of(Act.AGREE_REDIRECT), redirects__decided_on=None) & (by_holder | by_sender)
