"""What must hold after a simulation, asked of the database alone."""

from collections.abc import Iterator

from cases.clocks import wrong_clocks
from cases.models import Event, FollowUp
from cases.record.chain import verify_chains
from organizations.journal.chaining import sequence_all
from organizations.journal.verifying import verify_journal
from organizations.models import FeedPosition, JournalEntry


def faults() -> list[str]:
    """Return in words whatever does not hold of chains, journal, feed, clocks and follow-ups; nothing where all does."""
    return list(_faults())


def _faults() -> Iterator[str]:
    for link in verify_chains().broken:
        yield f"办理链断裂：{link.case_number} 第{link.sequence}条，{link.why}"
    sequence_all()
    journal = verify_journal()
    for day in journal.broken:
        yield f"日志链断裂：{day.district} {day.day or ''} 第{day.sequence}条，{day.why}"
    if journal.waiting:
        yield f"日志有{journal.waiting}条没有入链"
    yield from _of_the_feed()
    for clock in wrong_clocks():
        yield f"期限不符：第{clock.pk}号（{clock.duty}）存为{clock.due_on}，重算不是这一天"
    if left := FollowUp.objects.filter(done_at=None).count():
        yield f"后续事项有{left}件没有办"


def _of_the_feed() -> Iterator[str]:
    """Each event and each entry has one place in the feed, none is missing."""
    for kind, rows in (("event", Event.objects.all()), ("entry", JournalEntry.objects.filter(link__isnull=False))):
        placed = FeedPosition.objects.filter(kind=kind)
        missing = rows.exclude(pk__in=placed.values("key")).count()
        if missing:
            yield f"变动次序缺{missing}条（{kind}）"
