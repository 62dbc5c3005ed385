"""How far one leg comes, and what happens beside it on the way."""

from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """How far a leg has come."""

    SENT = 0
    OPENED = 1
    ACCEPTED = 2
    NOTIFIED = 3
    TAKEN = 4
    INQUIRED = 5
    ASKED = 6
    LEARNT = 7
    DRAFTED = 8
    SUBMITTED = 9
    ISSUED = 10
    SERVED = 11
    RECEIVED = 12
    CLOSED = 13


@dataclass(frozen=True)
class Course:
    """One leg's course: how far it goes, and what happens beside it."""

    until: Stage
    delegate: bool = False
    consult: bool = False
    send_back: bool = False
    remind: bool = False
    commissioned: bool = False
