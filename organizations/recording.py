"""The frame of every change of a room's record: reach, lock, the row of its own steps, your lines, journal, notices.

What `performing` is for a case, `recording` is for a record: whatever is refused inside leaves nothing behind. A record
that has to change a case does so through the case's own act.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from kit.verbs import Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.journal.noting import note
from organizations.mandates import note_entered
from organizations.models import JournalEntry, Staff
from organizations.models.record import Record, RecordNotice
from organizations.roles import Right
from organizations.today import today


def _nobody(_record: Any) -> list[Staff]:
    return []


@dataclass(frozen=True, kw_only=True)
class Move:
    """One step of a record: its verb, who may take it at the record's unit, from where it leads where.

    ``from_states`` empty: it makes the record. ``own(record, staff)``: the work is this person's own. ``opening(record,
    staff, on)``: why it cannot be done now, or None; the page asks it too. ``told(record)``: whom it concerns.
    ``url(record)``: where its notice leads, the page of the record where not said.
    """

    verb: Verb
    right: Act | Right
    from_states: frozenset[str] = frozenset()
    to_state: str = ""
    own: Callable[[Any, Staff], bool] = lambda _record, _staff: False
    opening: Callable[[Any, Staff, date], Refused | None] | None = None
    told: Callable[[Any], list[Staff]] = _nobody
    url: Callable[[Any], str] = lambda record: str(record.get_absolute_url())

    def refusal(self, record: Record, by: Staff, on: date) -> Refused | None:
        """Return why a person cannot take this step now, or None. Codes: not_permitted, wrong_state, those of ``opening``."""
        if not may(by, self.right, at=record.unit, own=self.own(record, by)):
            held = "、".join(sorted(role.label for role in by.roles)) or "无"
            return Refused(
                "not_permitted",
                f"您的角色（{held}）不能在“{record.unit.name}”办理“{self.verb.label}”。可在“权限一览”查看谁可以办理。",
            )
        if self.from_states and record.state not in self.from_states:
            return Refused("wrong_state", f"现在的状态不能办理“{self.verb.label}”。请刷新后核对。")
        return self.opening(record, by, on) if self.opening else None


@dataclass
class Recorded:
    """What is under way: the locked record, who and when; ``facts`` go into the journal. ``entry``: once it is done."""

    record: Any
    by: Staff
    on: date
    facts: dict[str, Any] = field(default_factory=dict)
    entry: JournalEntry | None = None


@contextmanager
def recording(
    move: Move, record: Record, *, by: Staff, on: date | None = None, seen: int | None = None
) -> Iterator[Recorded]:
    """Take one step of a record in one transaction; a new record is given unsaved, with all that it cannot do without.

    ``seen``: the version on the person's screen. Your lines change ``recorded.record``; the frame saves it.
    Raises Refused: not_found, not_permitted, wrong_state, changed_meanwhile, and what the step's condition returns.
    """
    on = on or today()
    with transaction.atomic():
        recorded = Recorded(_locked(record, by) if record.pk else record, by, on)
        found: Any = recorded.record
        if seen is not None and seen != found.version:
            raise Refused("changed_meanwhile", "您打开页面之后，别人改动过。请核对后再提交，您填写的内容已保留。")
        if refusal := move.refusal(found, by, on):
            raise refusal
        if found.pk is None:
            # So that a letter, a file, a message may hang on it in the step that makes it.
            found.district_id = found.unit.district_id
            found.save(force_insert=True)
        yield recorded
        found.district_id = found.unit.district_id
        found.state = move.to_state or found.state
        found.version += 1
        found.save()
        recorded.entry = note(move.verb, by=by, at=found.unit, about=found, **recorded.facts)
        note_entered(by, on)
        _tell(move, found, recorded.entry)


def record_not_found() -> Refused:
    """Return what is said of a record that is not there for a person."""
    return Refused("not_found", "没有这条记录，或者不在您的查看范围内。")


def _locked(record: Record, by: Staff) -> Record:
    """Lock a record that the person may read; what is out of reach does not exist for him. Raises Refused not_found."""
    rows: Any = type(record)._default_manager
    locked: Record | None = rows.select_for_update(of=("self",)).select_related("unit").filter(pk=record.pk).first()
    # Asked under the lock, as for a case.
    if locked is None or not locked.may_be_read_by(by):
        raise record_not_found()
    return locked


def _tell(move: Move, record: Any, entry: JournalEntry) -> None:
    """Put a line on the desk of whom it concerns and who may read the record; never of who did it."""
    put_on_desks(record, entry, move.told(record), move.verb.label, move.url(record))


def put_on_desks(record: Any, entry: JournalEntry, whom: Iterable[Staff], what: str, url: str) -> None:
    """Put a line about an entry of a record on the desk of those who may read the record; never of who did it."""
    people = {person.pk: person for person in whom if person.pk != entry.by_id}
    text = f"{what}（{record.unit.short_name}）"
    RecordNotice.objects.bulk_create(
        [
            RecordNotice(staff=person, entry=entry, text=text, url=url)
            for person in people.values()
            if record.may_be_read_by(person)
        ],
        ignore_conflicts=True,
    )


def history_of(record: Record) -> list[JournalEntry]:
    """Return what was done on a record, the latest first."""
    rows = JournalEntry.objects.filter(kind=record._meta.label_lower, key=record.pk)
    return list(rows.select_related("by", "for_whom", "unit").order_by("-id"))
