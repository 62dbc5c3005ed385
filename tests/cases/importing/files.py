"""Small invented files for the tests of the import, and the import itself as a person starts it."""

import csv
import gzip
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command
from openpyxl import Workbook

HEADER = ("编号", "信访日期", "标题", "内容", "姓名", "联系电话")
ROWS = (
    ("A1", "2026-01-05", "路灯不亮", "柳湾村村口的路灯坏了半个月。", "老王", "13800001234"),
    ("A2", "2026/1/6", "水渠堵塞", "三组的水渠堵了，地里进不了水。", "老周", "13900005678"),
)


def as_csv(rows: Sequence[Sequence[object]], delimiter: str = ",") -> str:
    """The rows as text, quoted where they must be."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def write(path: Path, *rows: Sequence[object], header: Sequence[str] = HEADER, encoding: str = "utf-8") -> Path:
    """A csv or csv.gz of these rows below the header."""
    data = as_csv([header, *rows]).encode(encoding)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def write_sheet(path: Path, *rows: Sequence[Any], header: Sequence[str] = HEADER, preface: str = "") -> Path:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    for row in [*([[preface]] if preface else []), header, *rows]:
        sheet.append(row)
    book.save(path)
    return path


def bring_in(*files: Path, **options: Any) -> dict[str, Any]:
    """Run the command with --json and return what it says; stdout must hold nothing else."""
    out = io.StringIO()
    words = [str(file) for file in files]
    for name, value in options.items():
        words += [f"--{name.replace('_', '-')}", *([] if value is True else [str(value)])]
    call_command("import_cases", *words, "--json", stdout=out, stderr=io.StringIO(), skip_checks=True)
    said: dict[str, Any] = json.loads(out.getvalue())
    return said


def counts(said: dict[str, Any]) -> tuple[int, int, int, int]:
    """Read, new, known, refused."""
    return said["read"], said["new"], said["known"], said["refused"]
