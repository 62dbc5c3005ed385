"""The broker: one Valkey on loopback with a password, its queue kept in an append-only file."""

import contextlib
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redis import Redis, RedisError

from embedded.identity import Identity, reachable_program, service_identity
from embedded.passwords import write_private
from embedded.paths import DataFolder, valkey_binary
from embedded.processes import Child, end_survivor


@dataclass(frozen=True)
class Valkey:
    """One server: its folder, user, program and password."""

    folder: Path
    identity: Identity
    program: Path
    password: str
    logs: Path
    throwaway: bool = False

    @property
    def configuration(self) -> Path:
        """Written anew at every start, because the port changes."""
        return self.folder / "valkey.conf"

    def child(self, port: int) -> Child:
        """Write the configuration (a password does not belong on a command line) and return the process."""
        keep = "no" if self.throwaway else "yes"
        lines = {
            "bind": "127.0.0.1",
            "port": str(port),
            "requirepass": self.password,
            "dir": f'"{self.folder}"',
            "pidfile": f'"{self.folder / "valkey.pid"}"',
            "appendonly": keep,
            "appendfsync": "everysec",
            "save": '""',
            "set-proc-title": "no",
        }
        write_private(self.configuration, "".join(f"{key} {value}\n" for key, value in lines.items()))
        self.identity.own_file(self.configuration)
        return Child(
            "valkey",
            [str(self.program), str(self.configuration)],
            self.logs / "valkey.log",
            {"PATH": "/usr/bin:/bin", "TZ": "Asia/Shanghai"},
            self.identity,
            Path("/"),
            stop_signal=signal.SIGTERM,
        )

    def remove_stale(self) -> None:
        """End a server that survived its launcher on this folder."""
        pid_file = self.folder / "valkey.pid"
        if not pid_file.is_file():
            return
        text = pid_file.read_text(encoding="utf-8", errors="replace").strip()
        end_survivor(
            int(text) if text.isdigit() else 0,
            str(self.configuration),
            ((0, 5.0), (signal.SIGTERM, 5.0), (signal.SIGKILL, 2.0)),
        )
        pid_file.unlink(missing_ok=True)

    def url(self, port: int) -> str:
        """Return the server's address with its password."""
        return f"redis://:{self.password}@127.0.0.1:{port}"

    def answers(self, port: int) -> bool:
        """Tell whether the server has read its file and takes commands."""
        with contextlib.closing(Redis.from_url(self.url(port), socket_timeout=2)) as client:
            try:
                return bool(client.ping())
            except RedisError:
                return False


def embedded_valkey(data: DataFolder, services: Path, passwords: Mapping[str, str], throwaway: bool) -> Valkey:
    """Return the broker of a data folder; nothing is started yet."""
    folder = services / "valkey"
    identity = service_identity(folder)
    binary = valkey_binary()
    program = reachable_program(identity, binary, binary.parent, services)
    identity.own_folder(folder)
    valkey = Valkey(folder, identity, program, passwords["broker"], data.logs, throwaway)
    valkey.remove_stale()
    return valkey
