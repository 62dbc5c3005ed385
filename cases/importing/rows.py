"""A row of a file before anything is known about it, and the way a row is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RawRow:
    """The cells of one row; or, where it could not be split, its ``original`` text and the ``fault``.

    ``beyond``: the row holds more cells than the header names (a sheet only).
    """

    line: int
    cells: tuple[str, ...]
    original: str = ""
    fault: str = ""
    beyond: bool = False


class RowRefusedError(Exception):
    """One row cannot become a case: which column, and why, in Chinese."""

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.column = column
