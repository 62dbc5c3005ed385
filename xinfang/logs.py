"""Log lines without personal data: plain for people, JSON for a collector."""

import json
import logging
from datetime import UTC, datetime
from typing import Any


def without_values(text: str) -> str:
    """Return the text without the lines in which PostgreSQL repeats the values of a row."""
    return "\n".join(
        line for line in text.splitlines() if not line.lstrip().startswith(("DETAIL:", "详细信息:"))
    )


class PlainFormatter(logging.Formatter):
    """One readable line per record; tracebacks lose the values of rows."""

    def __init__(self) -> None:
        """Fix the line: time, level, logger, message."""
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """Return the traceback without the values of rows."""
        return without_values(super().formatException(ei))


class JsonFormatter(PlainFormatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return time, level, logger, message and, if there is one, the traceback."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)
