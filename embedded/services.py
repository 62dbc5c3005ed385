"""Database and broker together: started in order, waited for, restarted, stopped in reverse."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from embedded.identity import services_folder
from embedded.passwords import ensure_secrets
from embedded.paths import DataFolder
from embedded.postgres import OWNER, WEB, Postgres, embedded_postgres
from embedded.processes import Child, free_port
from embedded.valkey import embedded_valkey

START_SECONDS = 60.0


def start_postgres(postgres: Postgres, children: list[Child], as_owner: bool) -> dict[str, str]:
    """Start the database, make its roles, return its addresses."""
    port = free_port()
    child = postgres.child(port)
    children.append(child)
    child.start()
    child.wait_until(lambda: postgres.answers(port), START_SECONDS)
    postgres.ensure_roles(port)
    owner = postgres.url(OWNER, port)
    return {"DATABASE_URL": owner if as_owner else postgres.url(WEB, port), "DATABASE_OWNER_URL": owner}


def forget_stamps_of_another_cluster(data: DataFolder, cluster: Path) -> None:
    """A cluster that is about to be made has seen no migration and no accounts, whatever the stamps say."""
    if not (cluster / "PG_VERSION").is_file():
        data.migrated.unlink(missing_ok=True)
        data.people.unlink(missing_ok=True)


@contextmanager
def services(data: DataFolder, throwaway: bool = False) -> Iterator[tuple[Mapping[str, str], list[Child]]]:
    """Run database and broker of a data folder; gives their addresses and their processes.

    What DATABASE_URL or REDIS_URL names already is used as it is and not started. `throwaway` is for tests: nothing
    is made safe against a power cut, and the tests' own role owns the tables.
    """
    passwords = ensure_secrets(data)
    children: list[Child] = []
    addresses: dict[str, str] = {}
    folder = services_folder(data)
    folder.mkdir(mode=0o755, exist_ok=True)
    try:
        if "DATABASE_URL" not in os.environ:
            forget_stamps_of_another_cluster(data, folder / "postgres")
            postgres = embedded_postgres(data, folder, passwords, throwaway)
            addresses |= start_postgres(postgres, children, as_owner=throwaway)
        if "REDIS_URL" not in os.environ:
            valkey = embedded_valkey(data, folder, passwords, throwaway)
            port = free_port()
            child = valkey.child(port)
            children.append(child)
            child.start()
            child.wait_until(lambda: valkey.answers(port), START_SECONDS)
            addresses["REDIS_URL"] = valkey.url(port)
        yield addresses, children
    finally:
        for child in reversed(children):
            child.stop()
