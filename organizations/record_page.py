"""What the page of any record shows beside the record's own words: its letters, files and history."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from kit.stored_files import size_words
from organizations.journal.reading import names_in, said
from organizations.models import JournalEntry, RecordFile
from organizations.models.record import Record
from organizations.record_files import files_of
from organizations.record_letters.reading import letter_lines
from organizations.recording import history_of


def record_panels(record: Record) -> dict[str, Any]:
    """Return the context of organizations/_record.html for a record that was read through its own rule."""
    history = history_of(record)
    names = names_in(history)
    return {
        "documents": letter_lines(record),
        "attachments": [_file_line(file) for file in files_of(record)],
        "events": [_history_line(entry, names) for entry in history],
    }


def _file_line(file: RecordFile) -> dict[str, Any]:
    return {
        "url": reverse("record_file", args=[file.pk]),
        "name": file.name,
        "size": size_words(file.size),
        "type": file.content_type,
        "sm3": file.sm3,
        "added_at": file.added_at,
    }


def _history_line(entry: JournalEntry, names: Mapping[int, str]) -> dict[str, Any]:
    act, facts = said(entry, names)
    who = entry.by.name if entry.by else ""
    return {
        "at": entry.at,
        "act": act,
        "facts": facts,
        "unit": entry.unit.short_name if entry.unit else "",
        "who": f"{who}（代{entry.for_whom.name}）" if entry.for_whom else who,
    }
