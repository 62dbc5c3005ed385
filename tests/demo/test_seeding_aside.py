"""Indexes and references that stand aside during a large load are back afterwards, whatever happened."""

import pytest
from django.db import connection

from demo.seeding.aside import put_back, standing_aside

TABLES = ["cases_inquiry", "cases_service", "cases_demand", "cases_event", "organizations_feedposition"]


def standing() -> list[tuple[str, ...]]:
    """Every index, constraint and trigger of the tables, as the database words it, and whether it is valid."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) ORDER BY 1", [TABLES])
        indexes = cursor.fetchall()
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint "
            "WHERE conrelid = ANY(%s::regclass[]) ORDER BY 1",
            [TABLES],
        )
        constraints = cursor.fetchall()
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = ANY(%s::regclass[]) AND NOT tgisinternal ORDER BY 1",
            [TABLES],
        )
        return [*indexes, *constraints, *cursor.fetchall()]


def fail_while_aside() -> None:
    """A load that fails while nothing but the keys and the checks is left."""
    with standing_aside(TABLES):
        assert not any("REFERENCES" in str(row) or "(leg_id)" in str(row) for row in standing())
        assert ("cases_event_awaits", "D") in standing()
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
def test_a_failed_load_and_a_killed_one_leave_everything_as_it_was():
    before = standing()
    with pytest.raises(ZeroDivisionError):
        fail_while_aside()
    assert standing() == before

    killed = standing_aside(TABLES)
    killed.__enter__()
    assert standing() != before
    assert put_back() > len(TABLES)
    assert standing() == before
    assert put_back() == 0
