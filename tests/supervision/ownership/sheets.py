"""Sheets for tests: one made, one accepted, one worked on, as the small cast does it."""

from datetime import date, timedelta

from cases.doors.table import ACTIONS
from cases.models import Case
from law.vocabulary import Act
from organizations.models import Staff
from organizations.today import today
from supervision.models import OwnershipSheet
from supervision.models.ownership_words import ProgressKind
from supervision.ownership.closing import enter_result, report
from supervision.ownership.making import accept, make_sheet
from supervision.ownership.working import enter_progress
from tests.cast import START, Cast, register

LIMIT = timedelta(days=60)


def a_case(cast: Cast) -> Case:
    """A letter about a road, with the housing department."""
    case = register(cast)
    ACTIONS[Act.REFER](case.pk, by=cast.coordinator, on=START, unit=cast.housing, demands=[1, 2], reason="职责")
    return case


def until() -> date:
    return today() + LIMIT


def a_sheet(cast: Cast, case: Case | None = None, *, by: Staff | None = None) -> OwnershipSheet:
    """A sheet that waits for its leader: the coordinator for the procedure, the router, the head of housing."""
    case = case or a_case(cast)
    return make_sheet(
        case.number,
        leader=cast.leader.name,
        procedure=cast.router.username,
        coordination=cast.bureau_head.name,
        settlement=cast.housing_head.username,
        until=until(),
        by=by or cast.supervisor,
    )


def an_owned(cast: Cast, case: Case | None = None) -> OwnershipSheet:
    """A sheet that its leader has accepted."""
    return accept(a_sheet(cast, case), by=cast.leader)


def a_reported(cast: Cast) -> OwnershipSheet:
    """A sheet that was worked on, concluded, and is asked to be struck off."""
    sheet = enter_progress(an_owned(cast), kind=ProgressKind.VISIT, text="到现场看了路面", by=cast.leader)
    sheet = enter_result(sheet, concluded_on=today(), opinion="同意修路方案", by=cast.housing_head)
    return report(sheet, by=cast.leader)
