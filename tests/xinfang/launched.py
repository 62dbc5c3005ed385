"""Starts the real launcher on a data folder of its own and looks at what it leaves behind."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from embedded.processes import alive, free_port

ROOT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def data_folder() -> Iterator[Path]:
    """A folder that every user can walk into, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="xinfang-launcher-"))
    folder.chmod(0o755)
    yield folder / "data"
    shutil.rmtree(folder, ignore_errors=True)


def wait_for(condition: Callable[[], Any], seconds: float = 30.0) -> Any:
    """Return the first true value; fail after these seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} seconds")


class Launched:
    """A launcher, its data folder and its page; started under a strict mask, as careful people do."""

    def __init__(self, data: Path, environment: dict[str, str]) -> None:
        """Remember where; nothing starts yet."""
        self.data, self.environment, self.port = data, {**environment, "PYTHONPATH": str(ROOT)}, free_port()
        self.process: subprocess.Popen[str] | None = None

    def command(self, *arguments: str) -> list[str]:
        """The launcher's command line."""
        return [sys.executable, "-m", "embedded", "--data", str(self.data), *arguments]

    def start(self) -> "Launched":
        """Start and wait for READY."""
        self.process = subprocess.Popen(
            self.command("--no-demo", "--port", str(self.port)),
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            umask=0o077,
        )
        assert self.process.stdout
        first = self.process.stdout.readline()
        if first.strip() != f"READY http://127.0.0.1:{self.port}":
            self.process.kill()
            raise AssertionError(f"no READY but {first!r}: {self.process.communicate()[1]}")
        return self

    def call(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run the launcher to its end with other arguments on the same folder."""
        return subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, text=True, timeout=120, check=False
        )

    def end(self, number: int) -> int:
        """Send the launcher a signal and return its exit code."""
        assert self.process
        self.process.send_signal(number)
        self.process.communicate(timeout=60)
        return int(self.process.returncode)

    def stop(self) -> None:
        """Stop it in whatever state it is."""
        if self.process and self.process.poll() is None:
            self.end(signal.SIGTERM)

    def get(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers of a page; status 0 if nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read(), dict(answer.headers)
        except urllib.error.HTTPError as error:
            return error.code, error.read(), dict(error.headers)
        except OSError:
            return 0, b"", {}

    def health(self) -> dict[str, Any]:
        """The health report, empty if nobody answers."""
        _, body, _ = self.get("/healthz")
        return dict(json.loads(body)) if body else {}

    def processes(self) -> dict[int, str]:
        """Every living process that works on this folder, by number, with its command line."""
        found = {}
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit() or not alive(int(entry.name)):
                continue
            try:
                command = (entry / "cmdline").read_bytes()
                belongs = str(self.data).encode() in command + (entry / "environ").read_bytes()
            except OSError:
                continue
            if belongs and int(entry.name) != os.getpid():
                found[int(entry.name)] = command.replace(b"\0", b" ").decode()
        return found

    def process_of(self, *words: str) -> int | None:
        """The lowest number of a process whose command line has all these words."""
        numbers = [pid for pid, line in self.processes().items() if all(word in line for word in words)]
        return min(numbers, default=None)
