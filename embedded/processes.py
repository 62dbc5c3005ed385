"""Children of the launcher: started with a log file, restarted with back-off, stopped, never left behind."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from embedded.identity import Identity
from embedded.paths import ROOT, StartError
from embedded.person import uninterrupted

PR_SET_PDEATHSIG = 1
LOG_LIMIT = 20 * 1024 * 1024
FIRST_PAUSE, LONGEST_PAUSE, STEADY_AFTER = 0.5, 30.0, 60.0
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None


def die_with_parent(number: int, niceness: int = 0) -> Callable[[], None]:
    """Return what a new child calls first: have the kernel send it this signal when the launcher is gone.

    ``niceness``: how far it stands back where there is not enough processor for all.
    """
    parent = os.getpid()

    def arm() -> None:
        if niceness:
            os.nice(niceness)
        if _LIBC is not None:
            _LIBC.prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return arm


@dataclass
class Child:
    """One program of the stack and how to end it."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    identity: Identity = field(default_factory=Identity)
    folder: Path = ROOT
    stop_signal: int = signal.SIGTERM
    death_signal: int = signal.SIGTERM
    patience: float = 10.0
    niceness: int = 0
    log_output: bool = True  # standard error always goes to the log
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    restart_at: float | None = None

    def start(self) -> None:
        """Start the program in a session of its own, both outputs to its log file."""
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".old"))
        options: dict[str, Any] = self.identity.popen_arguments()
        with uninterrupted(), self.log.open("ab") as log:
            self.process = subprocess.Popen(
                list(self.command),
                cwd=self.folder,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=log if self.log_output else subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent(self.death_signal, self.niceness),
                **options,
            )
            self.started = time.monotonic()

    def running(self) -> bool:
        """Tell whether the program runs."""
        return self.process is not None and self.process.poll() is None

    def wait(self) -> int:
        """Wait for the program's own end and return its exit code."""
        return self.process.wait() if self.process else 0

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> None:
        """Wait until `ready()`; raises StartError when the program ends first or the seconds are over."""
        deadline = time.monotonic() + seconds
        while not ready():
            if not self.running() or time.monotonic() > deadline:
                raise StartError(f"{self.name} 没有启动成功，原因见 {self.log}：\n{last_lines(self.log)}")
            time.sleep(0.03)

    def revive(self) -> None:
        """Start the program again if it has ended: at once, then after ever longer pauses."""
        if self.running():
            return
        now = time.monotonic()
        if self.restart_at is None:
            if now - self.started > STEADY_AFTER:
                self.pause = FIRST_PAUSE
            self.restart_at = now + self.pause
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
            code = self.process.returncode if self.process else None
            sys.stderr.write(f"{self.name} 意外停止（{code}），{self.restart_at - now:.1f} 秒后重新启动。\n")
        elif now >= self.restart_at:
            self.restart_at = None
            self.start()

    def stop(self) -> None:
        """End the program politely, after `patience` seconds by force, with all it has started."""
        if self.process is None:
            return
        if self.running():
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(self.stop_signal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(self.patience)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None


def last_lines(path: Path, number: int = 8) -> str:
    """Return the last lines of a log file, indented."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 4000))
        lines = file.read().decode("utf-8", "replace").splitlines()[-number:]
    return "\n".join(f"    {line}" for line in lines)


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def port_is_free(port: int) -> bool:
    """Tell whether we could listen on this loopback port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def alive(pid: int) -> bool:
    """Tell whether a process of this number runs; one that is dead and only not yet reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True
    return status.rpartition(")")[2].split()[0] not in {"Z", "X"}


def end_survivor(pid: int, mark: str, steps: Sequence[tuple[int, float]]) -> None:
    """End a server that outlived its launcher: the signals in turn, each with its seconds of patience.

    `mark` is a word of its command line, so that a stranger with a recycled number is never touched.
    """
    arguments = Path(f"/proc/{pid}/cmdline")
    for number, seconds in steps:
        if pid <= 1 or not alive(pid):
            return
        if arguments.is_file() and mark.encode() not in arguments.read_bytes().split(b"\0"):
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        deadline = time.monotonic() + seconds
        while alive(pid) and time.monotonic() < deadline:
            time.sleep(0.05)
