"""A holiday notice as it is uploaded, csv or xlsx, turned into the text that people see and mend."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cases.importing.run import reader_of
from law.errors import Refused

MOST_BYTES = 1 << 20


def notice_text(upload: Any) -> str:
    """Return the lines of an upload, each at the number that it has in the file. Raises Refused: too_large, file_unreadable, file_encoding."""
    if upload.size > MOST_BYTES:
        raise Refused(
            "file_unreadable", f"文件有{upload.size >> 10}KB，最多{MOST_BYTES >> 10}KB；一份放假通知只有几十行。"
        )
    with TemporaryDirectory(prefix="notice-") as folder:
        content = upload.read()
        # Its own ending may be missing or wrong: the content decides.
        path = Path(folder) / ("放假通知.xlsx" if content.startswith(b"PK") else "放假通知.csv")
        path.write_bytes(content)
        lines: list[str] = []
        for row in reader_of(path)[1](0):
            lines += [""] * (row.line - 1 - len(lines))
            lines.append(row.original.strip() if row.fault else "，".join(row.cells))
    return "\n".join(lines)
