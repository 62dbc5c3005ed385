"""The one sequencer: gives what was committed its place in the feed, and chains the journal per district and day.

Acts only insert; nobody waits here for anybody. A row that committed late gets a later place, so that a reader of the
feed never skips it. Whoever runs this at the same moment finds the turn taken and leaves.
"""

import json
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.utils.timezone import localtime

from organizations.models import FeedPosition, JournalEntry, JournalLink
from organizations.today import now
from vault.digests import sm3

ENTRY = "entry"
BATCH = 2000
LATE = timedelta(minutes=10)
_TURN = 7302  # the advisory lock of whoever sequences
_TAKE = """
DELETE FROM organizations_awaiting
WHERE id IN (SELECT id FROM organizations_awaiting ORDER BY id LIMIT %s)
RETURNING id, kind, key
"""


def sequence_all() -> int:
    """Give every committed row its place; returns how many got one."""
    done = 0
    while got := sequence():
        done += got
    return done


def sequence(most: int = BATCH) -> int:
    """Give at most so many rows their places, in one transaction; 0 where none waits or another has the turn."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_TURN])
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute(_TAKE, [most])
        taken = sorted(cursor.fetchall())
        FeedPosition.objects.bulk_create(FeedPosition(kind=kind, key=key) for _, kind, key in taken)
        _chain([key for _, kind, key in taken if kind == ENTRY])
    return len(taken)


def place_at_once(kind: str, table: str, after: int) -> int:
    """Give the rows of a large load behind a key their places in the order of their keys; returns the last key.

    The turn is waited for, and kept until whoever asks commits.
    """
    name = connection.ops.quote_name(table)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
        cursor.execute(f"SELECT GREATEST(max(id), %s) FROM {name}", [after])  # noqa: S608
        last = int(cursor.fetchone()[0])
        rows = f"SELECT %s, id FROM {name} WHERE id > %s AND id <= %s ORDER BY id"  # noqa: S608
        cursor.execute(f"INSERT INTO organizations_feedposition (kind, key) {rows}", [kind, after, last])
    return last


def _chain(keys: list[int]) -> None:
    by_district: dict[int | None, list[JournalEntry]] = defaultdict(list)
    for entry in JournalEntry.objects.filter(pk__in=keys).order_by("pk"):
        by_district[entry.district_id].append(entry)
    moment = now()
    links = [link for district, entries in by_district.items() for link in _links(district, entries, moment)]
    JournalLink.objects.bulk_create(links)


def _links(district: int | None, entries: list[JournalEntry], moment: datetime) -> list[JournalLink]:
    last = JournalLink.objects.filter(district=district).order_by("-day", "-sequence").first()
    day = localtime(moment).date()
    # A clock that was set back must not begin a day before the last one.
    day = max(day, last.day) if last else day
    found: list[JournalLink] = []
    for entry in entries:
        link = JournalLink(
            entry=entry,
            district_id=district,
            day=day,
            sequence=last.sequence + 1 if last and last.day == day else 1,
            previous=last.digest if last else "",
            chained_at=moment,
            late=moment - entry.at > LATE,
        )
        link.digest = digest(link)
        found.append(link)
        last = link
    return found


def digest(link: JournalLink) -> str:
    """Return the digest that a link must carry: SM3 over its entry, its place and the digest before."""
    entry = link.entry
    facts = {
        "entry": entry.pk,
        "district": link.district_id,
        "day": link.day.isoformat(),
        "sequence": link.sequence,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by_id,
        "for": entry.for_whom_id,
        "unit": entry.unit_id,
        "origin": entry.origin,
        "verb": entry.verb,
        "kind": entry.kind,
        "key": entry.key,
        "facts": entry.facts,
        "previous": link.previous,
    }
    return sm3(json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
