"""Rows of several tables written in one statement come out as if each had been written by itself."""

from datetime import date
from typing import Any

from kit.together import Together
from organizations.models import CalendarDay
from organizations.models.papers import PaperCounter
from tests.cast import Cast


def counter(cast: Cast, kind: str) -> PaperCounter:
    return PaperCounter(unit=cast.town, kind=kind, year=2026)


def test_new_rows_get_their_own_keys_and_everything_is_one_statement(cast: Cast, django_assert_num_queries: Any):
    old, new, day = counter(cast, "old"), [counter(cast, kind) for kind in "abc"], CalendarDay(on=date(2026, 3, 2))
    old.save()
    old.last = 7
    together = Together()
    together.insert(*new, day)
    together.store(old)
    with django_assert_num_queries(1):
        together.write()
        together.write()
    assert {row.pk: row.kind for row in PaperCounter.objects.exclude(pk=old.pk)} == {row.pk: row.kind for row in new}
    assert PaperCounter.objects.get(pk=old.pk).last == 7
    assert CalendarDay.objects.get() == day


def test_a_row_that_is_there_already_is_left_alone_and_a_new_one_is_written_as_it_is_by_then(cast: Cast):
    old, later = counter(cast, "a"), counter(cast, "b")
    old.save()
    later.pk = old.pk + 1000
    together = Together()
    together.note(counter(cast, "a"))
    together.insert(later)
    later.last = 3
    together.store(later)
    together.write()
    assert [(row.kind, row.last) for row in PaperCounter.objects.order_by("kind")] == [("a", 0), ("b", 3)]
