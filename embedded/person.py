"""The person at the terminal: what we tell him, and how he stops us."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopRequestedError(Exception):
    """Somebody asked the launcher to stop; raised once, later signals do not disturb the stopping."""

    def __init__(self, number: int) -> None:
        """Remember the signal."""
        super().__init__(number)
        self.number = number


def say(text: str) -> None:
    """Tell the person; standard output is kept for READY and for a command's own answer."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def listen_for_stop() -> None:
    """Turn Ctrl-C, SIGTERM and a closed terminal into one orderly stop."""
    for number in STOP_SIGNALS:
        # Whoever started us under nohup wants us to survive the terminal.
        if not (number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN):
            signal.signal(number, _raise_stop)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold a stop back for a moment: a process must not be started and then forgotten."""
    _Held.depth += 1
    try:
        yield
    finally:
        _Held.depth -= 1
        if _Held.number and not _Held.depth:
            number, _Held.number = _Held.number, 0
            raise StopRequestedError(number)


class _Held:
    """How deep we are in moments that must not be interrupted, and which signal waits for their end."""

    depth = 0
    number = 0


def _raise_stop(number: int, _frame: FrameType | None) -> None:
    for each in STOP_SIGNALS:
        # Not SIG_IGN: a child that is just being started would inherit it and never listen.
        signal.signal(each, _stopping_already)
    if _Held.depth:
        _Held.number = number
        return
    raise StopRequestedError(number)


def _stopping_already(_number: int, _frame: FrameType | None) -> None:
    say("正在停止，请稍候……")
