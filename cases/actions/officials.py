"""Accusations about officials made known to the organisation department, sealed like the accusation (Art. 30, para 2)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.frame import performing
from cases.actions.reported import reported_day, take_receipt
from cases.letters.making import make_document
from cases.models import Case, OfficialsReport
from cases.openings.reporting import OFFICIALS_WORD
from cases.places.wall import assert_outside_clear
from law.errors import Refused
from law.officials import ARTICLE, LEADERS, OfficialsTo, assert_told_rightly
from law.vocabulary import Act, Letter
from organizations.models import Staff


def report_officials(
    case_id: int,
    *,
    by: Staff,
    officials: str,
    told: Sequence[OfficialsTo],
    body: str,
    content: str,
    major: bool = False,
    left_out: str = "",
    reported_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Make known which officials a petition accuses: to the organisation department, a major matter to the leaders too.

    Only for who reads the accusing part at the desk of a petition office; never to whom it accuses.
    Raises Refused: not_found, not_permitted, wrong_state, not_accusing, office_only, bodies_missing, leaders_missing,
    report_empty, accused_party, date_unfit.
    """
    assert_told_rightly(told, major=major, left_out=left_out)
    # The words of the event would be read by everybody who reads it: they stand in the sealed row and letter alone.
    with performing(Act.REPORT_OFFICIALS, case_id, by=by, seen=seen, on=on) as deed:
        if not (officials.strip() and body.strip() and content.strip()):
            raise Refused("report_empty", "请写明被反映的干部、通报的机关和反映的主要情况。", ARTICLE)
        assert_outside_clear(deed.case, body, None)
        day = reported_day(deed, reported_on, word=OFFICIALS_WORD, article=ARTICLE)
        leaders = "、".join(each.label for each in LEADERS if each in told)
        letter = make_document(
            Letter.OFFICIALS_REPORT,
            deed.case,
            leg=None,
            unit=deed.case.unit,
            by=by,
            on=deed.on,
            addressee=body,
            officials=officials,
            text=content,
            major=major,
            leaders=leaders,
        )
        OfficialsReport.objects.create(
            case=deed.case,
            officials=officials,
            told=[str(each) for each in told],
            body=body,
            major=major,
            left_out=left_out,
            content=content,
            reported_on=day,
            document=letter,
            by=by,
            unit=deed.place,
        )
        deed.facts = {"told": [str(each) for each in told], "reported_on": day.isoformat(), "document": letter.number}
    return deed.case


def record_officials_receipt(
    case_id: int,
    *,
    by: Staff,
    received_on: date,
    note: str = "",
    report: int | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that the organisation department received a report; ``report``: which, else the oldest without a receipt.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_open, date_unfit.
    """
    with performing(Act.RECORD_OFFICIALS_RECEIPT, case_id, by=by, seen=seen, on=on) as deed:
        take_receipt(
            deed, deed.case.officials_reports.all(), report, received_on, note, word=OFFICIALS_WORD, article=ARTICLE
        )
    return deed.case
