"""A town approves a round of all its villages at once, and may open it again with a reason."""

from datetime import date

from django.db import transaction

from organizations.models import Staff, Unit
from organizations.recording import recording
from organizations.today import today
from screening.models import GridApproval, Report, Round
from screening.reports.moves import APPROVE, APPROVE_AGAIN, REOPEN
from screening.rounds.expected import Tally, expected_units, tally


def approve_grid(round_: Round, town: Unit, *, by: Staff, on: date | None = None) -> GridApproval:
    """Approve the reports of all villages of a town: one act for the whole grid, which locks the round there.

    Raises Refused: not_permitted, round_running, wrong_state.
    """
    on = on or today()
    with transaction.atomic():
        # Who reports at this moment waits for the round, or is waited for.
        Round.objects.select_for_update().get(pk=round_.pk)
        counted = tally_of_town(round_, town)
        numbers = {"expected": counted.expected, "on_time": counted.on_time, "late": counted.late, "zero": counted.zero}
        before = GridApproval.objects.filter(round=round_, unit=town).select_related("round").first()
        fresh = GridApproval(round=round_, unit=town, approved_on=on, approved_by=by, **numbers)
        with recording(APPROVE_AGAIN if before else APPROVE, before or fresh, by=by, on=on) as made:
            made.record.approved_on, made.record.approved_by = on, by
            for name, number in numbers.items():
                setattr(made.record, name, number)
            made.facts = {"round": round_.pk, **numbers}
        found: GridApproval = made.record
    return found


def reopen_grid(
    approval: GridApproval, *, reason: str, by: Staff, seen: int | None = None, on: date | None = None
) -> GridApproval:
    """Open an approved round again for the villages of the town, with a reason. Raises Refused as `recording`."""
    with recording(REOPEN, approval, by=by, seen=seen, on=on) as made:
        made.record.reason = reason.strip()
        made.facts = {"round": made.record.round_id}
    found: GridApproval = made.record
    return found


def tally_of_town(round_: Round, town: Unit) -> Tally:
    """Count the reports of the villages of a town in a round."""
    villages = expected_units(round_).below(town).exclude(pk=town.pk)
    reports = Report.objects.filter(round=round_, unit__in=villages, current=True)
    return tally(villages.values_list("pk", flat=True), reports)
