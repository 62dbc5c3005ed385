"""A list as both doors bring it: read as its sender's columns say, then held against ours; and what an export is called."""

from collections.abc import Sequence
from datetime import date

from kit.files import CheckedFile
from organizations.models import Staff
from organizations.today import today
from reception.models import Comparison, Sender
from reception.reconciling.comparing import compare_list
from reception.reconciling.their_lists import read_their_list

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def bring_list(
    sender: Sender, *, file: CheckedFile, since: date, until: date, by: Staff
) -> tuple[Comparison, Sequence[str]]:
    """Hold an upload against our cases; return the comparison, and which lines could not be read.

    Raises Refused as `read_their_list` and `compare_list`.
    """
    file.upload.seek(0)
    given = read_their_list(file.name, file.upload.read(), sender.columns, today(), sender=sender.name)
    return compare_list(sender, given, since=since, until=until, by=by), given.faults


def export_name(sender: Sender, *, since: date, until: date) -> str:
    """Return the name of the workbook of our rows."""
    return f"{sender.name}{since}至{until}.xlsx"
