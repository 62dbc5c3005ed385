"""One stack per data folder: the lock, and how those who come later find what runs."""

import contextlib
import fcntl
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TextIO

from embedded.passwords import write_private
from embedded.paths import DataFolder, StartError


@dataclass(frozen=True)
class Running:
    """What a running stack tells: its launcher, its environment, its page (0: no web), its mode."""

    pid: int
    environment: dict[str, str]
    web_port: int
    demo: bool


@contextlib.contextmanager
def flock(data: DataFolder, name: str, mode: int) -> Iterator[TextIO]:
    """Hold a lock file of the data folder; raises BlockingIOError if `mode` says not to wait."""
    with (data.path / name).open("a", encoding="utf-8") as file:
        fcntl.flock(file, mode)
        yield file


@contextlib.contextmanager
def only_launcher(data: DataFolder) -> Iterator[None]:
    """Be the one launcher of this folder; raises BlockingIOError when there is another."""
    with contextlib.ExitStack() as stack:
        _take_launcher_lock(data, stack)
        # Whatever was written before is of a launcher that is gone.
        data.state.unlink(missing_ok=True)
        stack.callback(data.state.unlink, missing_ok=True)
        yield


def _take_launcher_lock(data: DataFolder, stack: contextlib.ExitStack, tries: int = 5) -> None:
    """Take the lock; somebody who only looks whether it is held holds it for a moment himself."""
    for left in range(tries, 0, -1):
        try:
            stack.enter_context(flock(data, "launcher.lock", fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError:
            if left == 1:
                raise
            time.sleep(0.1)
        else:
            return


@contextlib.contextmanager
def user_of_services(data: DataFolder) -> Iterator[None]:
    """Keep a temporary starter from stopping the services while somebody works with them."""
    with flock(data, "users.lock", fcntl.LOCK_SH):
        yield


@contextlib.contextmanager
def no_more_users(data: DataFolder) -> Iterator[None]:
    """Wait until nobody works with the services any more, and let nobody begin."""
    with flock(data, "users.lock", fcntl.LOCK_EX):
        yield


def publish(data: DataFolder, running: Running) -> None:
    """Tell those who attach that the services are ready."""
    write_private(data.state, json.dumps(asdict(running), indent=1))


def read_state(data: DataFolder) -> Running | None:
    """Return what the running stack has published, or None."""
    try:
        return Running(**json.loads(data.state.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise StartError(f"数据目录 {data.path} 属于另一个用户，请用那个用户运行。") from error


def locked(data: DataFolder) -> bool:
    """Tell whether some launcher holds the folder now."""
    try:
        with flock(data, "launcher.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
            return False
    except BlockingIOError:
        return True


def wait_for_state(data: DataFolder, seconds: float) -> Running | None:
    """Return what the launcher that holds the folder publishes; None if it goes away meanwhile.

    Raises StartError when it is still busy after these seconds.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if running := read_state(data):
            return running
        if not locked(data):
            return None
        time.sleep(0.1)
    raise StartError(f"数据目录 {data.path} 正在启动，{seconds:.0f} 秒内没有就绪。请查看 {data.logs}。")
