"""What waits for a person of what leaves the procedure: to be approved, told, or received by the body outside (Art. 19-23)."""

from django.db.models import OuterRef, Q

from cases.models import Document, SideExit
from cases.places.conditions import at_places
from cases.places.second_person import did_before
from cases.sight.each import each_has
from law.procedure import EXITED, states_of
from law.service import EXIT_NOTICES
from law.vocabulary import Act, State
from organizations.models import Staff


def untold(staff: Staff) -> Q:
    """Return the legs whose notice this person has to send."""
    unsent = Document.objects.filter(leg=OuterRef("pk"), kind__in=EXIT_NOTICES, services=None)
    return Q(state__in=EXITED) & at_places(staff, Act.NOTIFY, own=Q(handler=staff)) & each_has(unsent)


def to_approve(staff: Staff) -> Q:
    """Return the legs whose turning away waits for this person as the second one."""
    own = did_before(staff, Act.APPROVE_EXIT, "asked_by", leg="leg")
    # Asked of each of the few that wait: joined, all exits there ever were would be read.
    foreign = each_has(SideExit.objects.exclude(own).filter(leg=OuterRef("pk")))
    return Q(state=State.EXIT_PENDING) & at_places(staff, Act.APPROVE_EXIT) & foreign


def to_receive(staff: Staff) -> Q:
    """Return the legs transferred out whose receipt this person has to record."""
    unreceived = each_has(SideExit.objects.filter(leg=OuterRef("pk"), receipt_on=None))
    here = at_places(staff, Act.RECORD_TRANSFER_RECEIPT)
    return here & Q(state__in=states_of(Act.RECORD_TRANSFER_RECEIPT)) & unreceived
