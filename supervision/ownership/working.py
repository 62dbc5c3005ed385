"""The work under a sheet: scheme, guarantees, steps of the plan, progress, another limit. Nothing is counted of a petitioner."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.recording import Recorded, recording
from supervision.models import Guarantee, LimitChange, OwnershipSheet, PlanStep, Progress
from supervision.models.ownership_words import GuaranteeKind, LimitReason, ProgressKind
from supervision.ownership.labels import assert_no_watching
from supervision.ownership.moves import (
    ADD_STEP,
    CHANGE_LIMIT,
    ENTER_PROGRESS,
    FINISH_STEP,
    MOVE_STEP,
    SET_GUARANTEE,
    SET_SCHEME,
)
from supervision.ownership.people import person_named


def set_scheme(sheet: OwnershipSheet, *, scheme: str, by: Staff, seen: int | None = None) -> OwnershipSheet:
    """Write down how the case shall be settled. Raises Refused as `recording`, watching_word."""
    assert_no_watching(scheme)
    with recording(SET_SCHEME, sheet, by=by, seen=seen) as made:
        made.record.scheme = scheme.strip()
        made.facts = {"length": len(made.record.scheme)}
    return _sheet(made)


def set_guarantee(
    sheet: OwnershipSheet,
    *,
    kind: GuaranteeKind,
    by: Staff,
    requirement: str = "",
    due_on: date | None = None,
    person: str = "",
    done_on: date | None = None,
    seen: int | None = None,
) -> OwnershipSheet:
    """Say one guarantee more closely, or that it is done; what is left out stays.

    Raises Refused as `recording`, watching_word, person_unknown, person_ambiguous, day_ahead.
    """
    assert_no_watching(requirement)
    with recording(SET_GUARANTEE, sheet, by=by, seen=seen) as made:
        row = Guarantee.objects.get(sheet=made.record, kind=kind)
        _assert_not_ahead(done_on, made.on)
        row.requirement, row.due_on = requirement.strip() or row.requirement, due_on or row.due_on
        row.person = _one_of(made.record, person) if person.strip() else row.person
        row.done_on = done_on or row.done_on
        row.save()
        made.facts = {"kind": kind.value, "due_on": row.due_on, "person": row.person_id, "done_on": row.done_on}
    return _sheet(made)


def add_step(
    sheet: OwnershipSheet, *, what: str, due_on: date, by: Staff, person: str = "", seen: int | None = None
) -> OwnershipSheet:
    """Add a step to the plan; without a name it is who enters it. Raises Refused as `recording`, watching_word, limit_past."""
    assert_no_watching(what)
    with recording(ADD_STEP, sheet, by=by, seen=seen) as made:
        _add(made, what, due_on, _one_of(made.record, person) if person.strip() else by)
    return _sheet(made)


def finish_step(sheet: OwnershipSheet, *, step: int, by: Staff, seen: int | None = None) -> OwnershipSheet:
    """Say that a step is done. Raises Refused as `recording`, step_unknown."""
    with recording(FINISH_STEP, sheet, by=by, seen=seen) as made:
        row = _open_step(made.record, step)
        row.done_on = made.on
        row.save(update_fields=["done_on"])
        made.facts = {"step": row.pk}
    return _sheet(made)


def move_step(
    sheet: OwnershipSheet, *, step: int, due_on: date, reason: str, by: Staff, seen: int | None = None
) -> OwnershipSheet:
    """Put a step off, or forward, for a reason; its first date stays. Raises Refused as `recording`, step_unknown, limit_past."""
    with recording(MOVE_STEP, sheet, by=by, seen=seen) as made:
        row = _open_step(made.record, step)
        _assert_ahead(due_on, made.on)
        made.facts = {"step": row.pk, "before": row.due_on, "due_on": due_on}
        row.due_on, row.put_off = due_on, reason.strip()[:200]
        row.save(update_fields=["due_on", "put_off"])
    return _sheet(made)


def enter_progress(
    sheet: OwnershipSheet,
    *,
    kind: ProgressKind,
    text: str,
    by: Staff,
    on: date | None = None,
    next_what: str = "",
    next_on: date | None = None,
    papers: Sequence[CheckedFile] = (),
    seen: int | None = None,
) -> OwnershipSheet:
    """Enter what was done, and what comes next until when: the one-minute entry.

    Raises Refused as `recording`, watching_word, day_ahead, next_half, limit_past.
    """
    assert_no_watching(text, next_what)
    if bool(next_what.strip()) != bool(next_on):
        raise Refused("next_half", "下一步的事项和日期要一起填写，或者都不填。")
    with recording(ENTER_PROGRESS, sheet, by=by, seen=seen) as made:
        day = on or made.on
        _assert_not_ahead(day, made.on)
        Progress.objects.create(sheet=made.record, kind=kind, on=day, text=text.strip(), by=by, hand=by.hand)
        if next_on:
            _add(made, next_what, next_on, by)
        made.facts = {"kind": kind.value, "on": day}
        store_record_files(made.record, papers, by=by)
    return _sheet(made)


def change_limit(
    sheet: OwnershipSheet, *, until: date, kind: LimitReason, reason: str, by: Staff, seen: int | None = None
) -> OwnershipSheet:
    """Set another limit for a reason; the first stays, and what is late by it stays late. Raises Refused as `recording`, limit_past."""
    with recording(CHANGE_LIMIT, sheet, by=by, seen=seen) as made:
        found = _sheet(made)
        _assert_ahead(until, made.on)
        if until == found.until:
            raise Refused("limit_same", f"时限已经是{until}。")
        LimitChange.objects.create(
            sheet=found, before=found.until, after=until, kind=kind, reason=reason.strip()[:200], on=made.on, by=by
        )
        made.facts = {"before": found.until, "until": until, "kind": kind.value}
        found.until = until
    return found


def _add(made: Recorded, what: str, due_on: date, person: Staff) -> None:
    _assert_ahead(due_on, made.on)
    row = PlanStep.objects.create(
        sheet=made.record, what=what.strip(), due_on=due_on, first_due_on=due_on, person=person
    )
    # The facts of the step that adds it; progress says its own afterwards.
    made.facts = {"step": row.pk, "due_on": due_on, "person": person.pk}


def _sheet(made: Recorded) -> OwnershipSheet:
    found: OwnershipSheet = made.record
    return found


def _one_of(sheet: OwnershipSheet, name: str) -> Staff:
    """Only who has a part in the sheet answers for a piece of it. Raises Refused not_named."""
    person = person_named(name, sheet.district_id)
    if person.pk not in sheet.people:
        raise Refused("not_named", f"“{person.name}”不是本件的包案领导或者责任人，请先调整责任人。")
    return person


def _open_step(sheet: OwnershipSheet, key: int) -> PlanStep:
    row = PlanStep.objects.filter(sheet=sheet, pk=key, done_on=None).first()
    if row is None:
        raise Refused("step_unknown", "没有这个步骤，或者已经完成。")
    return row


def _assert_ahead(day: date, on: date) -> None:
    if day < on:
        raise Refused("limit_past", f"时限{day}早于今天{on}。")


def _assert_not_ahead(day: date | None, on: date) -> None:
    if day and day > on:
        raise Refused("day_ahead", f"{day}还没有到（今天{on}）。")
