"""Log lines without personal data: plain for people, JSON for a collector."""

import json
import logging
from datetime import UTC, datetime
from typing import Any
from unicodedata import category

# Control characters, and what some readers take for the end of a line.
_BREAKING = ("Cc", "Zl", "Zp")


def without_values(text: str) -> str:
    """Return the text without the lines in which PostgreSQL repeats the values of a row."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(("DETAIL:", "详细信息:")))


def on_one_line(text: str) -> str:
    """Return the text with its control characters and line ends written as escapes: what was sent forges no line."""
    return "".join(ch.encode("unicode_escape").decode() if category(ch) in _BREAKING else ch for ch in text)


class PlainFormatter(logging.Formatter):
    """One readable line per record; tracebacks lose the values of rows."""

    def __init__(self) -> None:
        """Fix the line: time, level, logger, message."""
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        """Return the line of a message that cannot begin a second line."""
        record.message = on_one_line(record.message)
        return super().formatMessage(record)

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
            "message": on_one_line(record.getMessage()),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def logging_settings(*, as_json: bool, level: str) -> dict[str, Any]:
    """Return Django's LOGGING: one handler on stderr, its lines for people or for a collector."""
    formatter = "JsonFormatter" if as_json else "PlainFormatter"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": f"xinfang.logs.{formatter}"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {"axes": {"level": "WARNING"}, "django.server": {"handlers": ["stderr"], "propagate": False}},
    }
