"""Emptying the tables between transactional tests."""

from django.db import connection


def let_tables_be_emptied() -> None:
    """Drop the triggers that forbid it: they are for real data, and every migration forward brings them back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE tgname LIKE '%\\_no\\_truncate'")
        for trigger, table in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {trigger} ON {table}")
