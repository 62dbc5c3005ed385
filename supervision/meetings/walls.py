"""No case that accuses somebody stands on an agenda whose attendants may not read all of it (Art. 30)."""

from collections.abc import Collection, Iterable

from cases.models import Case
from cases.places.whole_cases import whole_to
from law.errors import Refused
from organizations.models import Staff
from supervision.models.meetings import Meeting


def unreadable_to(people: Iterable[Staff], meeting: Meeting, more: Collection[Case] = ()) -> Refused | None:
    """Return the refusal where one of these people may not read a sealed case of the agenda, or one to be put on it.

    How many may not is said, not who: that would tell whom the case accuses. Code: attendant_cannot_read.
    """
    keys = set(meeting.agenda.for_the_wall().filter(case__sealed=True).values_list("case", flat=True))
    keys |= {case.pk for case in more if case.sealed}
    if not keys:
        return None
    shut = sum(whole_to(person).filter(pk__in=keys).count() < len(keys) for person in people)
    if not shut:
        return None
    return Refused(
        "attendant_cannot_read",
        f"参会人员中有{shut}人不能查看含检举控告的信访件，不能列入同一次会议的议程。请另行召集有权查看的人员。",
        "第三十条",
    )
