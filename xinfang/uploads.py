"""Uploaded files with names of any length: what was typed beside them is read, the name is shortened."""

from pathlib import PurePath
from typing import Any

from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import multipartparser

_MOST_NAME, _MOST_SUFFIX = 100, 10
# The head of one part of a form: 1024 bytes would be 300 Chinese characters of a name, and the whole form be lost.
MOST_PART_HEAD = 16 * 1024


def allow_long_names() -> None:
    """Let the head of a part hold a long name; Django offers no setting for it."""
    multipartparser.MAX_TOTAL_HEADER_SIZE = MOST_PART_HEAD  # type: ignore[attr-defined]


def shortened(name: str) -> str:
    """Return a name that any disk takes, with its suffix if it has a real one."""
    path = PurePath(name)
    suffix = path.suffix if len(path.suffix) <= _MOST_SUFFIX else ""
    return name if len(name) <= _MOST_NAME else f"{path.stem[:_MOST_NAME]}{suffix}"


class ShortNamedFiles(TemporaryFileUploadHandler):
    """Puts a large file on disk under a suffix that the disk takes."""

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(field_name, shortened(file_name), *args, **kwargs)
