"""日抽查: which unit had to come, report, reply or keep a promise on a day, and did not, from what is recorded (Art. 38)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cases.models import Promise
from cases.models.promise import UNDONE
from kit.addresses import address_of
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff, Unit
from supervision.models import Invitation, Meeting, SupervisionOrder, Task
from supervision.models.meetings import TOOK_PLACE
from supervision.models.tasks import OPEN_TASK
from supervision.words.assessing import SpotDuty
from supervision.words.meetings import MeetingKind, MeetingState
from supervision.words.tasks import TaskSource, TaskState

# So many of a kind are shown of one day.
MOST = 200


@dataclass(frozen=True)
class Spot:
    """One thing that was due on the day and not done on it: by which unit, what, where to look, done since when."""

    duty: SpotDuty
    unit: Unit
    what: str
    url: str
    done_on: date | None = None
    who: str = ""


def assert_supervises(staff: Staff) -> Staff:
    """Let in who orders units to do their duty. Raises Refused not_permitted."""
    if not holdings(staff, Act.SUPERVISE):
        raise Refused("not_permitted", "您的角色不做日抽查。可在“权限一览”查看谁可以办理。")
    return staff


def spot_check(staff: Staff, day: date) -> list[Spot]:
    """Return what was due on a day and not done on it, of what a person may read, by unit: four queries."""
    found = [spot for source in SOURCES for spot in source(staff, day)]
    return sorted(found, key=lambda spot: spot.unit.path)


def assert_past(day: date, on: date) -> date:
    """Return the day that is looked at. Raises Refused day_unfit: it has not come yet."""
    if day > on:
        raise Refused("day_unfit", f"{day}还没有到，只能抽查今天和以前的日子。")
    return day


def _meetings(staff: Staff, day: date) -> Iterator[Spot]:
    meetings = Meeting.objects.readable_by(staff).filter(on=day)
    for meeting in meetings.filter(state=MeetingState.PLANNED).select_related("unit")[:MOST]:
        what = f"{MeetingKind(meeting.kind).label}：还没有登记到会"
        yield Spot(SpotDuty.MEETING, meeting.unit, what, meeting.get_absolute_url())
    held = meetings.filter(state__in=TOOK_PLACE).values("pk")
    absent = Invitation.objects.filter(meeting__in=held, attended=False).select_related("meeting", "staff__unit")
    seen = set()
    for each in absent.order_by("pk")[:MOST]:
        # A unit is named, and once a meeting, however many of its people stayed away.
        if (place := (each.meeting_id, each.staff.unit_id)) not in seen:
            seen.add(place)
            what = f"{MeetingKind(each.meeting.kind).label}：应到未到"
            yield Spot(SpotDuty.MEETING, each.staff.unit, what, each.meeting.get_absolute_url())


def _tasks(staff: Staff, day: date) -> Iterator[Spot]:
    missed = Q(state__in=OPEN_TASK) | Q(reported_on__gt=day)
    rows = Task.objects.readable_by(staff).filter(missed, due_on=day).exclude(state=TaskState.WITHDRAWN)
    for task in rows.select_related("unit").order_by("pk")[:MOST]:
        said = task.reported_on if task.state not in OPEN_TASK else None
        yield Spot(SpotDuty.TASK, task.unit, TaskSource(task.source).label, task.get_absolute_url(), said)


def _orders(staff: Staff, day: date) -> Iterator[Spot]:
    missed = Q(first_reply_on=None) | Q(first_reply_on__gt=day)
    rows = SupervisionOrder.objects.readable_by(staff).filter(missed, reply_by=day)
    for order in rows.select_related("unit").order_by("pk")[:MOST]:
        yield Spot(SpotDuty.ORDER, order.unit, order.number, order.get_absolute_url(), order.first_reply_on)


def _promises(staff: Staff, day: date) -> Iterator[Spot]:
    rows = Promise.objects.readable_by(staff).filter(UNDONE | Q(kept_on__gt=day), due_on=day)
    for row in rows.select_related("unit", "promiser", "case").order_by("pk")[:MOST]:
        url = address_of("cases:case", row.case_id)
        yield Spot(SpotDuty.PROMISE, row.unit, row.case.number, url, row.kept_on, row.promiser.name)


SOURCES: tuple[Callable[[Staff, date], Iterator[Spot]], ...] = (_meetings, _tasks, _orders, _promises)
