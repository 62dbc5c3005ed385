"""Notices 提醒: the people whose turn it is, as far as their roles let them see the case."""

from collections.abc import Sequence

from cases.models import Case, Event, Notice
from kit.rooms import door_of
from law.vocabulary import Act
from organizations.models import Staff
from organizations.today import now


def make_notices(event: Event) -> int:
    """Write one notice per person concerned (once, whatever happens) and return how many there are."""
    text = f"{event.case.number}：{Act(event.act).label}（{event.on:%m-%d}，{event.unit.short_name if event.unit else ''}）"
    return tell(event, door_of(Act(event.act)).told(event), text)


def tell(event: Event, people: Sequence[Staff], text: str) -> int:
    """Write one notice of an event per person who may work on its case, and return how many there are."""
    change = event.facts.get("change") if event.act == Act.RECOUNT else None
    others = [person for person in people if person.pk not in (event.by_id, event.for_whom_id)]
    seeing = [person for person in others if Case.objects.workable_by(person).filter(pk=event.case_id).exists()]
    rows = [Notice(staff=person, case_id=event.case_id, event=event, text=text, change=change) for person in seeing]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def mark_read(staff: Staff, notice_id: int) -> None:
    """Take a notice off a person's desk."""
    Notice.objects.filter(staff=staff, pk=notice_id, read_at=None).update(read_at=now())
