"""The product on a clone of a data folder, started as `./run` starts it; its web process says what each request costs."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from embedded.__main__ import mode
from embedded.application import environment_for, healthy
from embedded.paths import DataFolder, StartError
from embedded.processes import free_port
from embedded.stack import Options, prepared
from embedded.state import locked, only_launcher
from embedded.static_files import StaticFiles

SETTINGS = "benchmarks.measured_settings"


@dataclass(frozen=True)
class Started:
    """A running product: the port of its pages, its data folder, the owner's way to its tables, its first web process."""

    port: int
    data: DataFolder
    database: str
    web_pid: int

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Ask the database itself."""
        with contextlib.closing(psycopg2.connect(self.database)) as connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall())

    def workers(self) -> list[int]:
        """Return the numbers of the processes that answer requests."""
        return [int(pid) for pid in _of_process(self.web_pid, f"task/{self.web_pid}/children").split()]

    def memory(self) -> list[int]:
        """Return the resident memory of each of them in MB."""
        found = (_of_process(pid, "status") for pid in self.workers())
        return [int(status.split("VmRSS:")[1].split()[0]) >> 10 for status in found]


@contextlib.contextmanager
def cloned(path: Path, *, in_place: bool) -> Iterator[DataFolder]:
    """Give a copy of a data folder that nobody uses now, beside it, and take it away afterwards; or the folder itself."""
    original = DataFolder(path.expanduser().absolute())
    if in_place:
        yield original
        return
    if locked(original) or (original.path / "services_are_in").exists():
        raise StartError(f"{path}: stop what runs on it; its services must lie inside the folder to be cloned")
    folder = Path(tempfile.mkdtemp(prefix=f"{original.path.name}-benchmark-", dir=original.path.parent))
    try:
        folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        subprocess.run(["cp", "-a", "--reflink=auto", f"{original.path}/.", str(folder)], check=True)  # noqa: S603, S607
        yield DataFolder(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def started(data: DataFolder, *, workers: int = 2) -> Iterator[Started]:
    """Run services, web and worker on a data folder; no beat, whose sweeps would fall into the measured minutes."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    data.create()
    options = Options(data, None, mode(data, no_demo=False))
    with only_launcher(data), contextlib.ExitStack() as stack:
        static = StaticFiles(environment_for(data, {}, options.demo))
        stack.callback(static.abandon)
        static.start()
        application, _ = stack.enter_context(prepared(options, with_people=False))
        static.finish()
        port, owner = free_port(), application.environment["DATABASE_OWNER_URL"]
        _settle(owner)
        web, worker = application.web(port), application.worker()
        web.command = _with_workers(list(web.command), workers)
        for child in (worker, web):
            stack.callback(child.stop)
            child.start()
        web.wait_until(lambda: healthy(port), 60)
        assert web.process
        yield Started(port, data, owner, web.process.pid)


def _with_workers(command: list[str], number: int) -> list[str]:
    place = command.index("--workers") + 1
    return [*command[:place], str(number), *command[place + 1 :]]


def _settle(owner: str) -> None:
    """Do what autovacuum has done long since where the rows were not all written a minute ago."""
    with contextlib.closing(psycopg2.connect(owner)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _of_process(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text(encoding="ascii", errors="replace")
