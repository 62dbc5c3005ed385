"""How far a replica is behind, as one process knows it: asked of both sides at most once a second."""

from threading import Lock
from time import monotonic

from django.db import DEFAULT_DB_ALIAS, Error, connections

ASKED_EVERY = 1.0
# A replica that does not answer is left alone for so long: nobody waits for it at every page.
LEFT_ALONE = 30.0


class Lag:
    """Up to which moment a replica has everything.

    No clock of the two machines is compared, and an idle primary makes no replica look old: the primary is asked how far
    it has written, the replica whether it has come so far. What is no replica, or one no longer, has never come so far.
    """

    def __init__(self, replica: str) -> None:
        self.replica = replica
        self.forget()

    def forget(self) -> None:
        """Know nothing again."""
        self._asking, self._next = Lock(), 0.0
        self._whole_at: float | None = None
        self._mark: tuple[float, str] | None = None

    def seconds(self) -> float | None:
        """Return by how many seconds the replica may be behind; None where it has never been whole, or does not answer."""
        if monotonic() >= self._next and self._asking.acquire(blocking=False):
            try:
                self._ask()
            finally:
                self._asking.release()
        return None if self._whole_at is None else monotonic() - self._whole_at

    def leave_alone(self) -> None:
        """Ask nothing of the replica for a while."""
        self._whole_at, self._next = None, monotonic() + LEFT_ALONE
        connections[self.replica].close()

    def _ask(self) -> None:
        now = monotonic()
        self._next = now + ASKED_EVERY
        try:
            # The moment is taken first: what was committed before it lies before the place that is read after it.
            self._mark = self._mark or (now, self._written())
            moment, place = self._mark
            if self._has(place):
                self._whole_at, self._mark = moment, None
        except Error:
            self.leave_alone()

    def _written(self) -> str:
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT pg_current_wal_insert_lsn()")
            return str(cursor.fetchone()[0])

    def _has(self, place: str) -> bool:
        with connections[self.replica].cursor() as cursor:
            cursor.execute("SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= %s::pg_lsn", [place])
            return bool(cursor.fetchone()[0])
