"""The steps of a note: written by a supervisor, followed by a letter, answered at its unit, closed by who wrote it."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from kit.letters import RecordPaper, Variable
from kit.messages.words import Channel
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff, Unit
from organizations.outbox.recipients import colleague
from organizations.papers.serving import Serving
from organizations.record_files import store_record_files
from organizations.record_letters.issuing import issue_letter
from organizations.record_letters.serving import add_scans, serve_letter
from organizations.record_messages import reason_of_record, tell
from organizations.recording import Move, recording
from organizations.roles import Role
from tests.toy_room.models import ToyNote

WRITTEN = Verb("toy.written", "发出督办便函", {"length": Fact("字数")})
REMINDED = Verb("toy.reminded", "印发督办函")
SERVED = Verb("toy.served", "送达督办函")
ANSWERED = Verb("toy.answered", "回复督办便函")
CLOSED = Verb("toy.closed", "督办便函办结")

NOTE_WRITTEN = reason_of_record("toy.note", "督办便函", "toy_room.toynote")
REMINDER = RecordPaper(
    code="toy_room.reminder",
    title="督办函",
    word="督",
    template="toy_room/reminder.txt",
    variables=(
        Variable("承办单位", "示例镇人民政府", lambda words: str(words["record"].unit.name), required=True),
        Variable("督办要求", "请报告修路的进展。", lambda words: str(words["text"]), required=True),
    ),
    article="第四十条",
)


def _heads(note: ToyNote) -> list[Staff]:
    return list(Staff.objects.filter(grants__unit=note.unit, grants__role=Role.HEAD))


def _answered_enough(note: ToyNote, _staff: Staff, _on: date) -> Refused | None:
    return None if len(note.answer) > 1 else Refused("answer_short", "回复太短，不能办结。")


_UNDER_WAY = frozenset({"open", "answered"})
WRITE = Move(verb=WRITTEN, right=Act.SUPERVISE, to_state="open", told=_heads)
REMIND = Move(verb=REMINDED, right=Act.SUPERVISE, from_states=_UNDER_WAY)
SERVE = Move(verb=SERVED, right=Act.SUPERVISE, from_states=_UNDER_WAY)
ANSWER = Move(
    verb=ANSWERED, right=Act.ACCEPT, from_states=_UNDER_WAY, to_state="answered", told=lambda note: [note.written_by]
)
CLOSE = Move(
    verb=CLOSED, right=Act.SUPERVISE, from_states=frozenset({"answered"}), to_state="closed", opening=_answered_enough
)
MOVES = (WRITE, REMIND, SERVE, ANSWER, CLOSE)


def write_note(unit: Unit, text: str, *, by: Staff) -> ToyNote:
    """Write to a unit, and tell its heads."""
    with recording(WRITE, ToyNote(unit=unit, written_by=by, text=text), by=by) as made:
        made.facts = {"length": len(text)}
        for head in _heads(made.record):
            tell(made, Channel.PRODUCT, NOTE_WRITTEN, colleague(head), "收到一份督办便函，请及时回复。")
    found: ToyNote = made.record
    return found


def remind(note: ToyNote, text: str, *, by: Staff) -> ToyNote:
    """Follow a note up with a letter of one's unit."""
    with recording(REMIND, note, by=by) as made:
        issue_letter(made, REMINDER, unit=by.unit, text=text)
    found: ToyNote = made.record
    return found


def serve_reminder(
    note: ToyNote, letter: int, how: Serving, *, by: Staff, scans: Sequence[CheckedFile] = ()
) -> ToyNote:
    """Record how such a letter was served, with its scan."""
    with recording(SERVE, note, by=by) as made:
        serve_letter(made, letter, how)
        if scans:
            add_scans(made, letter, scans)
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
