"""The steps of a note: written by a supervisor, answered at its unit, closed by who wrote it."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff, Unit
from organizations.record_files import store_record_files
from organizations.recording import Move, recording
from organizations.roles import Role
from tests.toy_room.models import ToyNote

WRITTEN = Verb("toy.written", "发出督办便函", {"length": Fact("字数")})
ANSWERED = Verb("toy.answered", "回复督办便函")
CLOSED = Verb("toy.closed", "督办便函办结")


def _heads(note: ToyNote) -> list[Staff]:
    return list(Staff.objects.filter(grants__unit=note.unit, grants__role=Role.HEAD))


def _answered_enough(note: ToyNote, _staff: Staff, _on: date) -> Refused | None:
    return None if len(note.answer) > 1 else Refused("answer_short", "回复太短，不能办结。")


WRITE = Move(verb=WRITTEN, right=Act.SUPERVISE, to_state="open", told=_heads, url=lambda note: f"/toy/notes/{note.pk}/")
ANSWER = Move(
    verb=ANSWERED,
    right=Act.ACCEPT,
    from_states=frozenset({"open", "answered"}),
    to_state="answered",
    told=lambda note: [note.written_by],
)
CLOSE = Move(
    verb=CLOSED, right=Act.SUPERVISE, from_states=frozenset({"answered"}), to_state="closed", opening=_answered_enough
)
MOVES = (WRITE, ANSWER, CLOSE)


def write_note(unit: Unit, text: str, *, by: Staff) -> ToyNote:
    """Write to a unit."""
    with recording(WRITE, ToyNote(unit=unit, written_by=by, text=text), by=by) as made:
        made.facts = {"length": len(text)}
    found: ToyNote = made.record
    return found


def answer_note(
    note: ToyNote, text: str, *, by: Staff, seen: int | None = None, files: Sequence[CheckedFile] = ()
) -> ToyNote:
    """Answer a note, with files."""
    with recording(ANSWER, note, by=by, seen=seen) as made:
        made.record.answer = text
        store_record_files(made.record, files, by=by)
    found: ToyNote = made.record
    return found


def close_note(note: ToyNote, *, by: Staff) -> ToyNote:
    """Close an answered note."""
    with recording(CLOSE, note, by=by) as made:
        pass
    found: ToyNote = made.record
    return found
