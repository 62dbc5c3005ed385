"""What reports to other bodies have in common: the day one was made, and the receipt that comes back (Art. 25, 30)."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.actions.deed import Deed
from cases.openings.reporting import nothing_open
from law.errors import Refused


def reported_day(deed: Deed, day: date | None, *, word: str, article: str) -> date:
    """Return the day of a report, today where none is given; ``word``: what such a report is called.

    Raises Refused date_unfit: before the registration, or after today.
    """
    day, first = day or deed.on, deed.case.registered_on
    if not first <= day <= deed.on:
        raise Refused("date_unfit", f"{word}日期{day}应在登记之日{first}与今天{deed.on}之间，请核对。", article)
    return day


def assert_written(text: str, words: str, article: str) -> None:
    """Refuse a report that says nothing, in these words. Raises Refused report_empty."""
    if not text.strip():
        raise Refused("report_empty", words, article)


def take_receipt(
    deed: Deed, reports: QuerySet[Any], key: int | None, received_on: date, note: str, *, word: str, article: str
) -> None:
    """Write down that a report was received; ``key``: which one, else the oldest without a receipt.

    Raises Refused: nothing_open, date_unfit.
    """
    waiting = reports.filter(receipt_on=None)
    row = waiting.filter(pk=key).first() if key else waiting.first()
    if row is None:
        raise nothing_open(word, article)
    if not row.reported_on <= received_on <= deed.on:
        raise Refused(
            "date_unfit", f"回执日期{received_on}应在{word}之日{row.reported_on}与今天{deed.on}之间，请核对。", article
        )
    row.receipt_on, row.receipt_note, row.receipt_by = received_on, note, deed.by
    row.save()
    deed.facts = {"report": row.pk, "received_on": received_on.isoformat()}
