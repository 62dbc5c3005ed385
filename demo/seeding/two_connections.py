"""Work of the database shared out to two connections, so that both processors are used."""

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.pool import ThreadPool

from django.db import connection

_AT_ONCE = 2
Piece = Callable[[], object]


def side_by_side(pieces: Iterable[Piece]) -> None:
    """Do the pieces, the longest first, if that is how they come: whoever is free takes the next.

    Inside somebody's transaction, which another connection would not see, one after the other.
    """
    if connection.in_atomic_block:
        for piece in pieces:
            piece()
        return
    waiting = deque(pieces)
    with ThreadPool(_AT_ONCE) as pool:
        pool.map(lambda _number: _take_from(waiting), range(_AT_ONCE))


def _take_from(waiting: deque[Piece]) -> None:
    try:
        with suppress(IndexError):
            while True:
                waiting.popleft()()
    finally:
        connection.close()
