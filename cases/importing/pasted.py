"""A small sheet as it is uploaded, csv or xlsx, turned into the text that people see and mend before it is entered."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cases.importing.run import reader_of
from law.errors import Refused

MOST_BYTES = 1 << 20


def sheet_text(upload: Any, *, named: str, between: str) -> str:
    """Return the lines of an upload, each at the number that it has in the file, its cells with ``between`` in between.

    Raises Refused: too_large, file_unreadable, file_encoding.
    """
    if upload.size > MOST_BYTES:
        raise Refused(
            "file_unreadable", f"文件有{upload.size >> 10}KB，{named}最多{MOST_BYTES >> 10}KB，请分几次录入。"
        )
    with TemporaryDirectory(prefix="sheet-") as folder:
        content = upload.read()
        # Its own ending may be missing or wrong: the content decides.
        path = Path(folder) / f"{named}.{'xlsx' if content.startswith(b'PK') else 'csv'}"
        path.write_bytes(content)
        lines: list[str] = []
        for row in reader_of(path)[1](0):
            lines += [""] * (row.line - 1 - len(lines))
            cells = [" ".join(cell.split()) for cell in row.cells]
            lines.append(row.original.strip() if row.fault else between.join(cells))
    return "\n".join(lines)
