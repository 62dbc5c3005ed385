"""What waits at the desk for a person's approval: how others propose to send demands on (Art. 22)."""

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q

from cases.models import Demand, Event, Proposal
from cases.places.conditions import at_places
from cases.places.work_rows import among
from cases.sight.querysets import ReadableQuerySet
from law.procedure import states_of
from law.vocabulary import Act
from organizations.models import Staff


def undecided() -> "ReadableQuerySet[Proposal]":
    """Return the proposals that nobody has decided and that still concern a demand at the desk: few, by their own index."""
    named = Func(
        F("number"), OuterRef("demands"), template="%(expressions)s)", arg_joiner=" = ANY(", output_field=BooleanField()
    )
    free = Demand.objects.filter(Q(named), case=OuterRef("case"), leg=None)
    return Proposal.objects.filter(Exists(free), decided_on=None)


def to_approve_at_desk(staff: Staff) -> Q:
    """Return the cases of which a proposal waits for this person as the second one."""
    waiting = undecided().exclude(own_proposals(staff))
    here = Q(state__in=states_of(Act.APPROVE_PROPOSAL)) & at_places(staff, Act.APPROVE_PROPOSAL)
    return here & among(waiting, "case_id")


def own_proposals(staff: Staff) -> Q:
    """Return the proposals that this person made, or wrote down with his hand for somebody (as `same_person` has it)."""
    by_hand = Event.objects.filter(
        case=OuterRef("case"), act=Act.PROPOSE_HANDLING, by__in=staff.both, for_whom=OuterRef("by")
    )
    return Q(by__in=staff.both) | Q(Exists(by_hand))
