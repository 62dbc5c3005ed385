"""Verifying the journal: every chain from its beginning, what waits for its place, and that no end was cut off."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from organizations.journal.chaining import digest
from organizations.journal.noting import note
from organizations.journal.verbs import JOURNAL_VERIFIED
from organizations.models import JournalEntry, JournalLink, Staff

CHUNK = 2000


@dataclass(frozen=True)
class BrokenDay:
    """The first link that does not hold in the chain of a district, and why."""

    district: str
    day: date | None
    sequence: int
    why: str


@dataclass
class Found:
    """What a pass has seen: links and how many were chained late, entries not chained yet, broken chains.

    ``heads``: the last digest of every district; written down outside the system, it proves the chain up to there.
    """

    entries: int = 0
    late: int = 0
    waiting: int = 0
    heads: dict[str, str] = field(default_factory=dict)
    broken: list[BrokenDay] = field(default_factory=list)


def verify_journal(*, by: Staff | None = None) -> Found:
    """Walk every chain of the journal, note in it that this was done, and return what was found."""
    found = Found(waiting=JournalEntry.objects.filter(link=None).count())
    before = last_verification()
    last: JournalLink | None = None
    for link in _links():
        if last is not None and last.district_id != link.district_id:
            last = None
        name = link.district.name if link.district else "区县以上"
        why = _fault(link, last)
        # After the first broken link everything that follows is in doubt: one line a district is enough.
        if why and all(each.district != name for each in found.broken):
            found.broken.append(BrokenDay(name, link.day, link.sequence, why))
        found.entries += 1
        found.late += link.late
        found.heads[name] = link.digest
        last = link
    known = int(before.facts["entries"]) if before else 0
    if found.entries < known:
        why = f"上次核验时有{known}条，现在只有{found.entries}条，末尾的日志缺失"
        found.broken.append(BrokenDay("各区县", None, 0, why))
    note(JOURNAL_VERIFIED, by=by, entries=found.entries, broken=len(found.broken), waiting=found.waiting)
    return found


def last_verification() -> JournalEntry | None:
    """Return the entry of the last time that the journal was verified."""
    return JournalEntry.objects.filter(verb=JOURNAL_VERIFIED.code).select_related("by").order_by("-id").first()


def _links() -> Iterator[JournalLink]:
    rows = JournalLink.objects.select_related("entry", "district").order_by("district_id", "day", "sequence")
    return rows.iterator(chunk_size=CHUNK)


def _fault(link: JournalLink, last: JournalLink | None) -> str:
    expected = last.sequence + 1 if last and last.day == link.day else 1
    if link.sequence != expected:
        return f"缺少{link.day}第{expected}条"
    if link.previous != (last.digest if last else ""):
        return "与上一条不衔接"
    return "" if link.digest == digest(link) else "内容与摘要不符"
