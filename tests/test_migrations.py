"""Every migration of ours has a way back; the way itself is walked in tests/cases/test_sight_migrations.py (long)."""

from django.db.migrations.loader import MigrationLoader

from kit.rooms import rooms


def test_every_migration_has_a_way_back():
    ours = {"cases", "organizations", *(room.name for room in rooms())}
    found = MigrationLoader(None).disk_migrations
    closed = [
        f"{app}.{name}: {operation.describe()}"
        for (app, name), migration in found.items()
        if app in ours
        for operation in migration.operations
        if not operation.reversible
    ]
    assert len([app for app, _ in found if app in ours]) > 60
    assert not closed, closed
