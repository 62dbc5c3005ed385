"""The person at the terminal: what we tell him, and how he stops us."""

import signal
import sys
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
        signal.signal(number, _raise_stop)


def _raise_stop(number: int, _frame: FrameType | None) -> None:
    for each in STOP_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise StopRequestedError(number)
