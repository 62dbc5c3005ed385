"""What the desk does about online filings: the list, one of them, its steps. Both doors call these."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.forms.base import words
from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.record_steps import RecordForm, Step
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.record_letters.issuing import issue_letter
from organizations.recording import record_not_found, recording
from reception.models import CONTACT_WAITS, OnlineFiling
from reception.portal.moves import ANSWER, ASK, QUESTION

OLDEST = Order("filed_on", descending=False, label="提交日期（早的在前）")
NEWEST = Order("filed_on", descending=True, label="提交日期（新的在前）")
_ALONG = ("case", "unit")


class FilingList(Word):
    """网上信访清单."""

    WAITS = "waits", "联系方式待核对"
    ALL = "all", "全部"


def to_check(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the online filings of the desks of a person whose way back to the petitioner is not checked yet."""
    return OnlineFiling.objects.readable_by(staff).filter(state__in=CONTACT_WAITS)


def page_of_filings(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of online filings. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(FilingList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(FilingList)}。")
    waits = what == FilingList.WAITS
    rows = to_check(staff, on) if waits else OnlineFiling.objects.readable_by(staff)
    rows = rows.select_related(*_ALONG).annotate(place=F("filed_on"))
    return page_by(OLDEST if waits else NEWEST, rows, after=after, before=before, size=size)


def filing_of(staff: Staff, key: int) -> OnlineFiling:
    """Return an online filing that a person may read. Raises Refused not_found."""
    found: OnlineFiling | None = OnlineFiling.objects.readable_by(staff).select_related(*_ALONG).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def ask_in_writing(row: OnlineFiling, *, by: Staff, seen: int | None = None, on: date | None = None) -> OnlineFiling:
    """Write to the petitioner whether it was he, and how he is reached; the letter is served like any other.

    Raises Refused: address_missing, as `recording`.
    """
    with recording(ASK, row, by=by, seen=seen, on=on) as made:
        made.record.asked_on = made.on
        issue_letter(made, QUESTION, unit=made.record.unit)
    found: OnlineFiling = made.record
    return found


def answer_contact(
    row: OnlineFiling, *, answer: str, by: Staff, seen: int | None = None, on: date | None = None
) -> OnlineFiling:
    """Write down what the petitioner said, in a letter, on the telephone or at the counter. Raises Refused as `recording`."""
    with recording(ANSWER, row, by=by, seen=seen, on=on) as made:
        made.record.answer = answer.strip()
    found: OnlineFiling = made.record
    return found


class AskForm(RecordForm):
    """书面核对联系方式."""

    hint = "生成联系方式核对函，打印后送达；信访件的办理和期限不因此停止。"


class AnswerForm(RecordForm):
    """登记回复."""

    answer = words("怎样核对、信访人怎样回复", rows=3, most=1000)


STEPS: dict[str, Step] = {
    "ask": Step("书面核对", AskForm, ask_in_writing, ASK, "核对函已生成，请打印送达。"),
    "answer": Step("登记回复", AnswerForm, answer_contact, ANSWER, "已登记回复。"),
}
