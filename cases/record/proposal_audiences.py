"""Whom a proposal at the desk concerns: who may approve it, and who proposed it."""

from cases.models import Event
from cases.record.audiences import able, sealed_desk, the_coordinators
from law.vocabulary import Act
from organizations.models import Staff


def who_approves(event: Event) -> list[Staff]:
    """Another than whoever proposed, at the desk; where nobody else may there, the coordinators; sealed from it, the sealed desk."""
    if event.case.desk_walled or event.case.unlinked:
        return sealed_desk(event.case)
    own = {event.by_id, event.for_whom_id}
    others = [person for person in able(Act.APPROVE_PROPOSAL, event.case.unit) if person.pk not in own]
    return others or the_coordinators(event)


def who_proposed(event: Event) -> list[Staff]:
    """Whoever proposed it is told what was decided."""
    found = event.case.proposals.select_related("by__unit").filter(pk=event.facts["proposal"]).first()
    return [found.by] if found else []
