"""The journal when several write at once: nobody waits for anybody, and nothing is lost while the worker is away."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from organizations.journal.chaining import sequence, sequence_all
from organizations.journal.noting import note
from organizations.journal.verbs import LIMITS_ADDED
from organizations.journal.verifying import verify_journal
from organizations.models import JournalEntry, JournalLink, Unit
from organizations.vocabulary import Level, UnitKind

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def area() -> Unit:
    unit = Unit.objects.create(name="云川区", short_name="云川", kind=UnitKind.AREA, level=Level.DISTRICT)
    Unit.objects.filter(pk=unit.pk).update(district=unit, path=f"/{unit.pk}/")
    unit.refresh_from_db()
    return unit


def elsewhere(work: Any) -> list[Any]:
    """Do something on another connection and return what it returned, or the error."""
    done: list[Any] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as failed:  # noqa: BLE001 the test looks at it
            done.append(failed)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)
    return done


def write_quickly(area: Unit) -> int:
    """Note something, and give up rather than wait for a lock."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '500ms'")
        return note(LIMITS_ADDED, at=area).pk


def test_two_of_one_district_do_not_wait_for_each_other(area: Unit):
    with transaction.atomic():
        mine = note(LIMITS_ADDED, at=area)
        [theirs] = elsewhere(lambda: write_quickly(area))
        assert isinstance(theirs, int), theirs
        # What is not committed is not chained; what is, is, though it came later.
        assert elsewhere(sequence) == [1]
    assert JournalLink.objects.get().entry_id == theirs
    sequence_all()
    links = list(JournalLink.objects.order_by("sequence").values_list("entry", flat=True))
    assert links == [theirs, mine.pk]
    assert verify_journal().broken == []


def test_whoever_writes_does_not_wait_for_the_sequencer(area: Unit):
    note(LIMITS_ADDED, at=area)
    with transaction.atomic():
        assert sequence() == 1
        [theirs] = elsewhere(lambda: write_quickly(area))
        assert isinstance(theirs, int), theirs
        # Another sequencer finds the turn taken.
        assert elsewhere(sequence) == [0]
    assert sequence() == 1


def test_an_hour_without_a_worker_loses_nothing_and_shows(area: Unit, monkeypatch: Any):
    for _ in range(20):
        note(LIMITS_ADDED, at=area)
    last = JournalEntry.objects.latest("pk")
    monkeypatch.setattr("organizations.journal.chaining.now", lambda: last.at + timedelta(hours=1))
    assert sequence_all() == 20
    assert JournalLink.objects.filter(late=True).count() == 20
    found = verify_journal()
    assert (found.broken, found.entries, found.late) == ([], 20, 20)


def test_a_sequencer_that_dies_half_way_leaves_everything_waiting(area: Unit, monkeypatch: Any):
    note(LIMITS_ADDED, at=area)

    def dies(*_: Any) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr("organizations.journal.chaining._chain", dies)
        with pytest.raises(RuntimeError):
            sequence()
    assert not JournalLink.objects.exists()
    assert sequence() == 1
    assert JournalLink.objects.count() == 1
