"""A second PostgreSQL that follows the one of the tests, as a replica does; its replay can be held."""

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ
import psycopg2
import pytest
from django.conf import settings
from django.db import connection, connections

from embedded.identity import reachable_program, service_identity
from embedded.paths import DataFolder, postgres_binaries
from embedded.postgres import Postgres
from embedded.processes import Child, free_port
from kit.replica import REPLICA, lag
from tests.xinfang.launched import data_folder, wait_for
from xinfang.replica_url import replica_database


class Standby:
    """The running replica of the tests' server."""

    def __init__(self, postgres: Postgres, child: Child, port: int) -> None:
        self.child, self.port, self._password = child, port, postgres.passwords["superuser"]

    def ask(self, statement: str) -> Any:
        """One value, asked as the superuser."""
        link = psycopg2.connect(
            host="127.0.0.1", port=self.port, dbname="postgres", user="postgres", password=self._password
        )
        with contextlib.closing(link), link.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]

    def catch_up(self) -> None:
        """Wait until it has all that is committed, and is known to have it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_wal_insert_lsn()")
            place = cursor.fetchone()[0]
        wait_for(lambda: self.ask(f"SELECT pg_last_wal_replay_lsn() >= '{place}'::pg_lsn"))
        lag.forget()
        assert wait_for(lambda: lag.seconds() is not None)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """From here on it stays where it is."""
        self.catch_up()
        self.ask("SELECT pg_wal_replay_pause()::text")
        wait_for(lambda: self.ask("SELECT pg_get_wal_replay_pause_state()") == "paused")
        try:
            yield
        finally:
            self.ask("SELECT pg_wal_replay_resume()::text")


@contextlib.contextmanager
def standby() -> Iterator[Standby]:
    """Copy the tests' server as it runs and let the copy follow it."""
    passwords = json.loads(DataFolder(settings.DATA_DIR).secrets.read_text(encoding="utf-8"))
    with data_folder() as folder:
        folder.mkdir(mode=0o755)
        postgres = _copied(folder, passwords)
        port = free_port()
        child = postgres.child(port)
        child.start()
        try:
            child.wait_until(lambda: postgres.answers(port), 180)
            yield Standby(postgres, child, port)
        finally:
            child.stop()


@contextlib.contextmanager
def as_replica(running: Standby) -> Iterator[None]:
    """Make it the replica of this process, as a setting of its address does."""
    mine = connection.settings_dict
    account = f"{quote(mine['USER'], '')}:{quote(mine['PASSWORD'], '')}"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("REPLICA_URL", f"postgres://{account}@127.0.0.1:{running.port}/{mine['NAME']}")
        named = replica_database(environ.FileAwareEnv(), mine)[REPLICA]
    settings.DATABASES[REPLICA] = {**mine, **named, "TEST": {**mine["TEST"], **named["TEST"]}}
    lag.forget()
    try:
        yield
    finally:
        connections[REPLICA].close()
        del connections[REPLICA], settings.DATABASES[REPLICA]


def _copied(folder: Path, passwords: dict[str, str]) -> Postgres:
    cluster = folder / "postgres"
    identity = service_identity(cluster)
    binaries = postgres_binaries()
    programs = reachable_program(identity, binaries / "postgres", binaries.parent.parent, folder).parent
    identity.own_folder(cluster)
    source = ["-h", "127.0.0.1", "-p", str(connection.settings_dict["PORT"]), "-U", "postgres"]
    subprocess.run(
        [str(programs / "pg_basebackup"), *source, "-D", str(cluster), "-R", "-c", "fast", "--no-sync"],
        check=True,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "PGPASSWORD": passwords["superuser"]},
        **identity.popen_arguments(),
    )
    return Postgres(cluster, identity, programs, passwords, folder, throwaway=True)
