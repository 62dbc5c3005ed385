"""The services of `./test --only`: started at the first call, kept for the next ones, ended by themselves when idle.

    warm_services.py run PATH::NAME [pytest arguments]    test on the kept services, starting them where they are not
    warm_services.py stop                                 end them now
    warm_services.py hold                                 what the launcher runs while they are kept (nobody else)

Everything lies in var/test-services of the checkout. Who tests holds users.lock shared; the holder takes it alone
before it ends, so that nobody loses the services under his hands. The environment to test in is in environment.json.
"""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from embedded.paths import DataFolder
from embedded.processes import alive, last_lines
from embedded.state import locked

ROOT = Path(__file__).resolve().parent.parent
DATA = DataFolder(Path(os.environ.get("XINFANG_WARM_DATA", ROOT / "var" / "test-services")))
ENVIRONMENT, LOG, USERS = DATA.path / "environment.json", DATA.path / "launcher.log", DATA.path / "users.lock"
IDLE_SECONDS = float(os.environ.get("XINFANG_WARM_SECONDS", 30 * 60))
LOOK_EVERY = min(5.0, IDLE_SECONDS / 4)
START_SECONDS = 90.0


@contextlib.contextmanager
def lock(path: Path, mode: int) -> Iterator[int]:
    """Hold a lock file; raises BlockingIOError if `mode` says not to wait."""
    with path.open("a", encoding="utf-8") as file:
        fcntl.flock(file, mode)
        yield file.fileno()


def hold() -> int:
    """Tell the environment, wait until nobody has tested for a while (or the checkout is gone), and end."""
    ENVIRONMENT.touch(mode=0o600)
    ours = {"XINFANG_WARM_HOLDER": str(os.getpid()), "XINFANG_WARM_LAUNCHER": str(os.getppid())}
    ENVIRONMENT.write_text(json.dumps({**os.environ, **ours}), encoding="utf-8")
    while USERS.parent.is_dir():
        time.sleep(LOOK_EVERY)
        try:
            with lock(USERS, fcntl.LOCK_EX | fcntl.LOCK_NB):
                if time.time() - USERS.stat().st_mtime > IDLE_SECONDS:
                    ENVIRONMENT.unlink(missing_ok=True)
                    break
        except BlockingIOError:
            USERS.touch()
        except FileNotFoundError:
            break
    return 0


def kept() -> dict[str, str] | None:
    """Return the environment of the services that run, or None."""
    try:
        environment: dict[str, str] = json.loads(ENVIRONMENT.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return environment if locked(DATA) and alive(int(environment["XINFANG_WARM_HOLDER"])) else None


def start() -> dict[str, str]:
    """Return the environment of the services, started if need be; one starts, the others wait."""
    with lock(DATA.path / "start.lock", fcntl.LOCK_EX):
        if environment := kept():
            return environment
        # Services that are just ending are waited for.
        wait_until(lambda: not locked(DATA))
        ENVIRONMENT.unlink(missing_ok=True)
        command = [sys.executable, "-m", "embedded", "--data", str(DATA.path), "services"]
        with LOG.open("wb") as log:
            launcher = subprocess.Popen(
                [*command, sys.executable, str(Path(__file__).resolve()), "hold"],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and launcher.poll() is None:
            if environment := kept():
                return environment
            time.sleep(0.05)
        raise SystemExit(f"错误：测试用的数据库和消息队列没有启动成功，原因见 {LOG}：\n{last_lines(LOG)}")


def wait_until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait for a condition, at most so long."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)


def run(arguments: list[str]) -> NoReturn:
    """Become pytest on the kept services; the lock goes with it and is free when it ends."""
    with lock(USERS, fcntl.LOCK_SH) as users:
        USERS.touch()
        environment = start()
        os.set_inheritable(users, True)
        own = {name: os.environ[name] for name in ("COLUMNS", "PATH", "TERM", "XINFANG_RECORD") if name in os.environ}
        # Hypothesis works without its plugin, which takes a second to load. Long tests run where one is named.
        quick = ["--ds=tests.settings", "-p", "no:hypothesispytest"]
        if not any("::" in each for each in arguments):
            quick += ["-m", "not long"]
        command = [sys.executable, "-m", "pytest", *quick, *arguments]
        os.execve(sys.executable, command, {**environment, **own})


def stop() -> int:
    """End the services; while somebody tests on them, say so instead."""
    environment = kept()
    if environment is None:
        return 0
    try:
        with lock(USERS, fcntl.LOCK_EX | fcntl.LOCK_NB):
            os.kill(int(environment["XINFANG_WARM_HOLDER"]), signal.SIGTERM)
            ENVIRONMENT.unlink(missing_ok=True)
            wait_until(lambda: not alive(int(environment["XINFANG_WARM_LAUNCHER"])))
    except BlockingIOError:
        sys.stderr.write("还有测试在这些服务上运行，请等它结束后再停止。\n")
        return 1
    return 0


def main(arguments: list[str]) -> int:
    """Return the exit code."""
    DATA.create()
    match arguments:
        case ["hold"]:
            return hold()
        case ["stop"]:
            return stop()
        case ["run", _, *_]:
            run(arguments[1:])
    sys.stderr.write("用法：./test --only 路径::名称 [pytest 参数]；./test --stop\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
