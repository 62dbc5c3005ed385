"""The rows that could not be taken: counted by reason, and kept in a file that can be repaired and imported."""

import csv
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from cases.importing.fields import COLUMN, LINE, ORIGINAL, REASON
from cases.importing.rows import RawRow, RowRefusedError
from kit.formulas import harmless
from law.errors import Refused


class RefusedRows:
    """Takes refused rows; the file appears with the first of them, under its name only when all is done."""

    def __init__(self, path: Path | None, header: Sequence[str]) -> None:
        self.path, self.count = path, 0
        self.reasons: Counter[str] = Counter()
        self._header = header
        self._file: TextIO | None = None
        self._writer: Any = None

    def add(self, raw: RawRow, why: RowRefusedError) -> None:
        """Take one row with its line, column and reason. Raises Refused refused_file where the file cannot be written."""
        self.count += 1
        self.reasons[f"“{why.column}”{why.reason}" if why.column else why.reason] += 1
        if self.path:
            self._write([raw.line, why.column, why.reason, raw.original, *raw.cells], self.path)

    def close(self) -> Path | None:
        """Finish the file and return where it lies, None where there is none."""
        if self._file is None or self.path is None:
            return None
        self._file.close()
        _draft(self.path).replace(self.path)
        return self.path

    def _write(self, cells: Sequence[object], path: Path) -> None:
        try:
            if self._file is None:
                self._file = _private(_draft(path))
                self._writer = csv.writer(self._file)
                self._writer.writerow([LINE, COLUMN, REASON, ORIGINAL, *self._header])
            self._writer.writerow([_harmless(str(cell)) for cell in cells])
        except OSError as error:
            raise Refused(
                "refused_file", f"拒绝行文件写不了：{path}（{error.strerror}）。可用 --refused 另外指定。"
            ) from error


def _draft(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _private(path: Path) -> TextIO:
    """Open for this user's eyes only: the rows hold people's names. The mark at the start is for Excel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    return os.fdopen(handle, "w", encoding="utf-8-sig", errors="backslashreplace", newline="")


def _harmless(cell: str) -> str:
    """No cell may become a formula where the file is opened; the import takes the mark off again."""
    return harmless(cell.replace("\x00", "\\0"))
