"""What petitioners said at the portal, for those who answer: what waits, the list, one of them, its step."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.forms.base import words
from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.record_steps import RecordForm, Step
from law.errors import Refused
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import CitizenWord, WordKind, WordState
from reception.portal.words import ANSWER_QUESTION, ANSWER_REPORT, answer_word

OLDEST = Order("said_on", descending=False, label="提出日期（早的在前）")
NEWEST = Order("said_on", descending=True, label="提出日期（新的在前）")
_ALONG = ("case", "unit", "answered_by")


class WordList(Word):
    """来言清单."""

    OPEN = "open", "待答复"
    ANSWERED = "answered", "已答复"


class AnswerForm(RecordForm):
    """答复."""

    answer = words("答复", rows=4, most=4000, help_text="信访人查询办理情况时看到。")


def _step(label: str, move: Any) -> dict[str, Step]:
    return {"answer": Step(label, AnswerForm, answer_word, move, "已答复，信访人查询时看到。")}


STEPS = {WordKind.QUESTION: _step("答复", ANSWER_QUESTION), WordKind.RETALIATION: _step("登记处理情况", ANSWER_REPORT)}


def open_words(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return what waits for an answer of a person's places."""
    return CitizenWord.objects.readable_by(staff).filter(state=WordState.OPEN)


def page_of_words(staff: Staff, what: str, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of what was said. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(WordList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(WordList)}。")
    rows = CitizenWord.objects.readable_by(staff).filter(state=what).select_related(*_ALONG)
    order = OLDEST if what == WordList.OPEN else NEWEST
    return page_by(order, rows.annotate(place=F("said_on")), after=after, before=before, size=size)


def word_of(staff: Staff, key: int) -> CitizenWord:
    """Return one word that a person may read. Raises Refused not_found."""
    found: CitizenWord | None = CitizenWord.objects.readable_by(staff).select_related(*_ALONG).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
