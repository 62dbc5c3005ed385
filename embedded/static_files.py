"""The static files: collected beside the start of the database, skipped when nothing has changed."""

import fcntl
import subprocess
import sys
from collections.abc import Mapping
from typing import TextIO

from embedded.paths import ROOT, StartError
from embedded.person import uninterrupted
from embedded.stamps import fingerprint, stamp_is, write_stamp

TARGET = ROOT / "var" / "static"


class StaticFiles:
    """Collects into one folder per checkout; two launchers of one checkout take turns."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Remember the environment of the command; nothing happens yet."""
        self.environment = environment
        self.lock: TextIO | None = None
        self.process: subprocess.Popen[bytes] | None = None
        self.stamp = ""

    def start(self) -> None:
        """Start collecting unless the stamp says that nothing has changed."""
        TARGET.mkdir(parents=True, exist_ok=True)
        self.lock = (TARGET.parent / "static.lock").open("a", encoding="utf-8")
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        self.stamp = current_stamp()
        if not stamp_is(TARGET / ".stamp", self.stamp):
            command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
            with uninterrupted():
                self.process = subprocess.Popen(
                    command, cwd=ROOT, env=dict(self.environment), stdin=subprocess.DEVNULL, stdout=sys.stderr
                )

    def finish(self) -> None:
        """Wait for the command; raises StartError if it failed, with its own words above."""
        code = self.process.wait() if self.process else 0
        if self.process and not code:
            write_stamp(TARGET / ".stamp", self.stamp)
        if self.lock:
            self.lock.close()
        self.process = self.lock = None
        if code:
            raise StartError("收集静态文件失败，原因见上。")

    def abandon(self) -> None:
        """End a command that nobody waits for any more."""
        if self.process:
            self.process.terminate()
            self.process.wait()
        if self.lock:
            self.lock.close()


def current_stamp() -> str:
    """Return a digest that changes when a static file of ours or the locked packages change."""
    folders = [ROOT / "static", ROOT / "var" / "vendor", *ROOT.glob("*/static")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return fingerprint(files) + fingerprint([ROOT / "requirements.lock"], contents=True)
