"""Senders: named once, with what their lists call things; closed when they pass nothing on any more."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from cases.actions.registration import desk_of
from cases.importing.columns import chosen_from
from kit.files import CheckedFile
from law.commission import Owed
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import recording
from reception.models import Sender, SenderKind
from reception.senders.moves import ADD, CLOSE, MAP, REOPEN


def add_sender(
    *,
    name: str,
    kind: SenderKind,
    by: Staff,
    owes: Owed | None = None,
    columns: Mapping[str, Sequence[str]] | None = None,
    done_words: str = "",
    on: date | None = None,
) -> Sender:
    """Name a body that passes petitions on to one's desk. Raises Refused: not_permitted, sender_twice."""
    row = Sender(unit=desk_of(by), name=name.strip(), source=name.strip(), kind=kind, owes=owes or "")
    row.columns, row.done_words = dict(columns or {}), _lines(done_words)
    try:
        with transaction.atomic(), recording(ADD, row, by=by, on=on) as made:
            made.facts = {"kind": kind.value}
    except IntegrityError as twice:
        if "sender_source_once" not in str(twice):
            raise
        raise Refused("sender_twice", f"本单位已经有来件渠道“{row.name}”；停用了的可以恢复。") from twice
    return row


def change_map(
    row: Sender,
    *,
    by: Staff,
    columns: Mapping[str, Sequence[str]] | None = None,
    done_words: str = "",
    owes: Owed | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Sender:
    """Say anew how the lists of a sender are read; ``columns`` None: they stay. Raises Refused as `recording`."""
    with recording(MAP, row, by=by, seen=seen, on=on) as made:
        if columns is not None:
            made.record.columns = dict(columns)
        made.record.done_words, made.record.owes = _lines(done_words), owes or ""
        made.facts = {"columns": len(made.record.columns)}
    found: Sender = made.record
    return found


def close_sender(row: Sender, *, by: Staff, seen: int | None = None, on: date | None = None) -> Sender:
    """Take nothing more from a sender; what came stays. Raises Refused as `recording`."""
    return _only(CLOSE, row, by=by, seen=seen, on=on)


def reopen_sender(row: Sender, *, by: Staff, seen: int | None = None, on: date | None = None) -> Sender:
    """Take from a sender again. Raises Refused as `recording`."""
    return _only(REOPEN, row, by=by, seen=seen, on=on)


def columns_in(file: CheckedFile) -> dict[str, list[str]]:
    """Read a map file, the same as of the import: our field, their headers. Raises Refused: map_invalid, map_field_unknown."""
    file.upload.seek(0)
    try:
        data: Any = json.loads(file.upload.read().decode("utf-8-sig"))
    except ValueError as error:
        raise Refused("map_invalid", '列对应文件应是一个JSON对象，如 {"content": "反映情况"}。') from error
    return {field.value: headers for field, headers in chosen_from(data).items()}


def _only(move: Any, row: Sender, *, by: Staff, seen: int | None, on: date | None) -> Sender:
    with recording(move, row, by=by, seen=seen, on=on) as made:
        pass
    found: Sender = made.record
    return found


def _lines(words: str) -> str:
    return "\n".join(dict.fromkeys(line.strip() for line in words.splitlines() if line.strip()))[:500]
