"""What came of an owned case, and striking it off: reported by those who worked, visited by another, closed by a third."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff
from organizations.record_files import store_record_files
from organizations.recording import recording
from supervision.models import OwnershipSheet, Progress, ReturnVisit
from supervision.models.ownership_words import ProgressKind, Satisfaction
from supervision.ownership.moves import CLOSE, ENTER_RESULT, REPORT, SEND_BACK, VISIT


def enter_result(
    sheet: OwnershipSheet,
    *,
    by: Staff,
    concluded_on: date | None = None,
    resolved_on: date | None = None,
    settled_on: date | None = None,
    opinion: str = "",
    papers: Sequence[CheckedFile] = (),
    seen: int | None = None,
) -> OwnershipSheet:
    """Enter 办结, 化解 and 息访, three facts of which none follows from another; what is left out stays as it was.

    息访 needs the petitioner's own signed statement as a file. Raises Refused as `recording`, day_ahead, no_statement.
    """
    days = {"concluded_on": concluded_on, "resolved_on": resolved_on, "settled_on": settled_on}
    with recording(ENTER_RESULT, sheet, by=by, seen=seen) as made:
        found: OwnershipSheet = made.record
        for name, day in days.items():
            if day and day > made.on:
                raise Refused("day_ahead", f"{day}还没有到（今天{made.on}）。")
            setattr(found, name, day or getattr(found, name))
        if settled_on and not papers:
            raise Refused("no_statement", "登记“息访”要附信访人本人签名的书面声明；息访不是办结、化解、帮扶的条件。")
        found.opinion = opinion.strip() or found.opinion
        made.facts = {name: getattr(found, name) for name in days}
        store_record_files(found, papers, by=by)
    return found


def report(sheet: OwnershipSheet, *, by: Staff, seen: int | None = None) -> OwnershipSheet:
    """Ask that a sheet be struck off. Raises Refused as `recording`, not_named, not_concluded, steps_open."""
    with recording(REPORT, sheet, by=by, seen=seen) as made:
        made.record.reported_on = made.on
    found: OwnershipSheet = made.record
    return found


def visit(
    sheet: OwnershipSheet,
    *,
    said: Satisfaction,
    text: str,
    by: Staff,
    on: date | None = None,
    papers: Sequence[CheckedFile] = (),
    seen: int | None = None,
) -> OwnershipSheet:
    """Record a return visit, agreed with the petitioner, by who had no part in the work. Raises Refused as `recording`, same_person."""
    with recording(VISIT, sheet, by=by, seen=seen) as made:
        day = on or made.on
        if day > made.on:
            raise Refused("day_ahead", f"{day}还没有到（今天{made.on}）。")
        ReturnVisit.objects.create(sheet=made.record, on=day, by=by, said=said, text=text.strip())
        made.facts = {"on": day, "said": said.value}
        store_record_files(made.record, papers, by=by)
    found: OwnershipSheet = made.record
    return found


def send_back(sheet: OwnershipSheet, *, reason: str, by: Staff, seen: int | None = None) -> OwnershipSheet:
    """Send a sheet back to be worked on; why stands in its progress. Raises Refused as `recording`."""
    with recording(SEND_BACK, sheet, by=by, seen=seen) as made:
        made.record.reported_on = None
        words = f"退回继续包案：{reason.strip()}"
        Progress.objects.create(sheet=made.record, kind=ProgressKind.OTHER, on=made.on, text=words, by=by, hand=by.hand)
    found: OwnershipSheet = made.record
    return found


def close(sheet: OwnershipSheet, *, by: Staff, seen: int | None = None) -> OwnershipSheet:
    """Strike a sheet off. Raises Refused as `recording`, not_visited, same_person."""
    with recording(CLOSE, sheet, by=by, seen=seen) as made:
        made.record.closed_on, made.record.closed_by = made.on, by
    found: OwnershipSheet = made.record
    return found
