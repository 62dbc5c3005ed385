"""The database of the tests: made once with all its migrations, then cloned for every process and every call.

A house with one more room (tests/toy_room) clones that of the house without it and adds only the room's own migrations.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from pytest_django.plugin import blocking_manager_key

from tests.emptying import let_tables_be_emptied

ROOT = Path(__file__).resolve().parent.parent
TURN = 7301  # the advisory lock of whoever looks for the template
PREFIX = "xinfang_template_"


def template_name(apps: Iterable[str] = ()) -> str:
    """A name that changes with every migration, ours or of a package, and with the rooms of the house."""
    digest = hashlib.sha256(" ".join(apps or settings.INSTALLED_APPS).encode())
    ours = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("kit/*/migrations/*.py"), *ROOT.glob("tests/*/migrations/*.py")]
    for path in [*sorted(ours), ROOT / "requirements.lock"]:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return PREFIX + digest.hexdigest()[:16]


def statement(text: str) -> None:
    """One statement beside all databases of the tests."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(text)


def ensure_template() -> None:
    """Make the template unless it is there, one process alone; what an earlier one or a killed run left goes."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [TURN])
        cursor.execute(
            "SELECT datname, datname IN (SELECT datname FROM pg_stat_activity) FROM pg_database "
            "WHERE starts_with(datname, %s)",
            [PREFIX],
        )
        in_use = dict(cursor.fetchall())
        if template_name() in in_use:
            return
        plain = template_name([app for app in settings.INSTALLED_APPS if not app.startswith("tests.")])
        for old in (name for name, used in in_use.items() if not used and not name.startswith(plain)):
            statement(f'DROP DATABASE IF EXISTS "{old}"')
        make(f"{template_name()}_new", f'TEMPLATE "{plain}"' if plain in in_use else "")
        statement(f'ALTER DATABASE "{template_name()}_new" RENAME TO "{template_name()}"')


def make(name: str, beginning: str) -> None:
    """Make a database with all migrations, from the beginning or from what another has."""
    outside = connection.settings_dict["NAME"]
    statement(f'DROP DATABASE IF EXISTS "{name}"')
    statement(f'CREATE DATABASE "{name}" {beginning}')
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0, interactive=False)
    let_tables_be_emptied()
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = outside


def own_name() -> str:
    """The clone of this process."""
    return f"{template_name()}_{os.environ.get('PYTEST_XDIST_WORKER') or os.getpid()}"


def renew() -> None:
    """Put a fresh clone in the place of this process's database."""
    connections.close_all()
    statement(f'DROP DATABASE IF EXISTS "{own_name()}" WITH (FORCE)')
    statement(f'CREATE DATABASE "{own_name()}" TEMPLATE "{template_name()}"')
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = own_name()


def empties_tables(item: pytest.Item) -> bool:
    """Tell whether a test commits, so that all tables are emptied after it."""
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(mark and mark.kwargs.get("transaction")) or bool({"transactional_db", "live_server"} & fixtures)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Work on a clone; it is dropped afterwards."""
    with django_db_blocker.unblock():
        ensure_template()
        renew()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        statement(f'DROP DATABASE IF EXISTS "{own_name()}" WITH (FORCE)')


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """After a test that emptied the tables, those that count on what the migrations wrote get a new clone."""
    yield
    if nextitem and empties_tables(item) and not empties_tables(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            renew()
