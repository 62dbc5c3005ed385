"""A list held against our cases: what differs is kept for somebody to settle, and the next list renews it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q

from law.errors import Refused
from organizations.models import Staff
from organizations.recording import recording
from organizations.today import today
from reception.models import Comparison, Difference, DifferenceState, Differs, Sender
from reception.reconciling.matching import Found, differences, done_words, ours_between, ours_of
from reception.reconciling.moves import COMPARE
from reception.reconciling.their_lists import TheirList

_Key = tuple[str, str, int | None]
_AT_A_TIME = 500


def compare_list(
    sender: Sender, given: TheirList, *, since: date, until: date, by: Staff, on: date | None = None
) -> Comparison:
    """Hold a list of a sender against our cases: four kinds of difference, what changed since, nothing registered yet.

    ``since`` to ``until``: the days of receipt that the list covers; of those days we look for what they do not have. A
    list that is brought again renews what differs and finds what agrees by now; what was settled stays so until either
    side says otherwise. Raises Refused: not_permitted, not_found, period_unfit.
    """
    on = on or today()
    if not since <= until <= on:
        raise Refused("period_unfit", f"清单的起日{since}、止日{until}应依次不晚于今天{on}，请核对。")
    made_of = {"since": since, "until": until, "file_name": given.name[:200], "made_on": on, "made_by": by}
    rows = {"rows": len(given.lines) + len(given.faults), "unread": len(given.faults)}
    with recording(COMPARE, Comparison(unit=sender.unit, sender=sender, **made_of, **rows), by=by, on=on) as made:
        # Two lists of one sender at once: the second one sees what the first has found.
        Sender.objects.select_for_update().get(pk=sender.pk)
        fresh = _renew(made.record, _found(sender, given, by, since, until), set(given.lines), on)
        Sender.objects.filter(pk=sender.pk).update(header=list(given.header), compared_on=on)
        made.facts = {"rows": rows["rows"], "since": since, "until": until, "found": fresh}
    found: Comparison = made.record
    return found


def _found(sender: Sender, given: TheirList, by: Staff, since: date, until: date) -> list[Found]:
    words, ours = done_words(sender), ours_of(sender, by, given.lines)
    found = [each for line in given.lines.values() for each in differences(line, ours.get(line.number), words)]
    mine = ours_between(sender, by, since, until)
    return found + [
        Found(Differs.OURS_ONLY, number, case.pk) for number, case in mine.items() if number not in given.lines
    ]


def _renew(comparison: Comparison, found: Sequence[Found], numbers: set[str], on: date) -> int:
    """Write what was found over what is known of it, and close what agrees by now; return how many are new or open again."""
    known = _known(comparison.sender, found, numbers)
    fresh = [each for each in found if _key(each) not in known]
    again = [pair for each in found if (pair := _changed(known.get(_key(each)), each))]
    Difference.objects.bulk_create((_row(comparison, each, on) for each in fresh), batch_size=_AT_A_TIME)
    renewed = len(fresh) + sum(row.state != DifferenceState.OPEN for row, _ in again)
    for row, each in again:
        row.state, row.theirs, row.ours, row.row = DifferenceState.OPEN, each.theirs, each.ours, each.row
        row.comparison, row.how, row.note, row.settled_on, row.settled_by = comparison, "", "", None, None
        row.version += 1
    columns = ["state", "theirs", "ours", "row", "comparison", "how", "note", "settled_on", "settled_by", "version"]
    Difference.objects.bulk_update([row for row, _ in again], columns, batch_size=_AT_A_TIME)
    _agree(comparison, known, {_key(each) for each in found}, numbers)
    return renewed


def _changed(row: Difference | None, found: Found) -> tuple[Difference, Found] | None:
    """A settled difference is open again where either side says otherwise than when it was settled; one that is open is told anew."""
    if row is None:
        return None
    same = (row.theirs, row.ours) == (found.theirs, found.ours)
    settled = row.state == DifferenceState.SETTLED
    if settled and (same or found.what in (Differs.THEIRS_ONLY, Differs.OURS_ONLY)) and found.what != Differs.CONTENT:
        return None
    return row, found


def _agree(comparison: Comparison, known: dict[_Key, Difference], found: set[_Key], numbers: set[str]) -> None:
    gone = [row.pk for key, row in known.items() if key not in found and row.number in numbers]
    Difference.objects.filter(pk__in=gone, state=DifferenceState.OPEN).update(
        state=DifferenceState.AGREED, row="", comparison=comparison, version=F("version") + 1
    )


def _known(sender: Sender, found: Iterable[Found], numbers: set[str]) -> dict[_Key, Difference]:
    named = Q(number__in=numbers | {each.number for each in found})
    # What was registered from a list is over: a number that comes again without its case is another difference.
    rows: Any = Difference.objects.filter(named, sender=sender).exclude(what=Differs.THEIRS_ONLY, case__isnull=False)
    return {(row.what, row.number, row.case_id): row for row in rows}


def _key(found: Found) -> _Key:
    return (found.what, found.number, found.case)


def _row(comparison: Comparison, found: Found, on: date) -> Difference:
    return Difference(
        district=comparison.unit.district,
        unit=comparison.unit,
        state=DifferenceState.OPEN,
        sender=comparison.sender,
        comparison=comparison,
        what=found.what,
        number=found.number,
        case_id=found.case,
        theirs=found.theirs,
        ours=found.ours,
        row=found.row,
        found_on=on,
    )
