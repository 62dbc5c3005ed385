"""A petitioner's word to an office: asked about his case where it is worked on, retaliation told where its head is not named."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db import IntegrityError, transaction

from cases.forms.base import words
from cases.models import Leg
from cases.record.audiences import able
from kit.plain_forms import PlainForm
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from law.words import Word
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.recording import Move, put_on_desks, recording
from organizations.rights import Right
from organizations.today import today
from reception.models import CitizenWord, WordKind, WordState
from reception.portal.limits import REPORTED, assert_within
from reception.portal.own_case import OwnCase

_KIND = {"kind": Fact("种类", str, WordKind), "party": Fact("当事人编号", party=True)}
SAID = Verb("portal.said", "信访人来言", _KIND)
QUESTION_ANSWERED = Verb("portal.question_answered", "答复信访人询问")
REPORT_ANSWERED = Verb("portal.report_answered", "处理打击报复反映")
VERBS = (SAID, QUESTION_ANSWERED, REPORT_ANSWERED)
_OPEN = frozenset({WordState.OPEN.value})
ANSWER_QUESTION = Move(
    verb=QUESTION_ANSWERED, right=Act.NOTIFY, from_states=_OPEN, to_state=WordState.ANSWERED, own=lambda *_: True
)
ANSWER_REPORT = Move(verb=REPORT_ANSWERED, right=Right.HEAR_RETALIATION, from_states=_OPEN, to_state=WordState.ANSWERED)
_TOO_MANY = "今天提出的太多，请{minutes}分钟后再提出，或者直接打电话、到窗口。"


class About(Word):
    """Who retaliates, as far as it decides who hears of it."""

    HEAD = "head", "登记单位（信访部门）的负责人"
    OTHERS = "others", "其他单位或者人员"


class WordForm(PlainForm):
    """What is said. ``key``: the form's own; sent twice, it is said once."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    text = words("内容", rows=5, most=4000)
    hint, said = "", ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["key"] = uuid4()


class AskForm(WordForm):
    """询问办理情况."""

    hint, said = (
        "由正在办理的单位答复；没有分到办理单位的，由登记单位答复。答复显示在办理情况页面。",
        "已送到办理单位。",
    )


class RetaliationForm(WordForm):
    """反映打击报复."""

    about = forms.TypedChoiceField(
        label="反映谁打击报复", choices=About.choices(), coerce=About, widget=forms.RadioSelect
    )
    hint = "任何组织和个人不得打击报复信访人（《信访工作条例》第十八条）。只送登记单位负责人；反映负责人本人的，送上一级。人身安全有危险的，请立即拨打110。"
    said = "已送达，处理结果显示在办理情况页面。"
    field_order = ("key", "about", "text")


def kind_named(code: str) -> WordKind:
    """Return a kind by its code. Raises Refused not_found."""
    if code not in set(WordKind):
        raise Refused("not_found", "没有这个地址。")
    return WordKind(code)


def word_forms(kind: WordKind) -> type[WordForm]:
    """Return the form of a kind."""
    return AskForm if kind is WordKind.QUESTION else RetaliationForm


def send_word(own: OwnCase, kind: WordKind, *, key: UUID, text: str, about: About | None = None) -> CitizenWord:
    """Put a petitioner's word where it is answered; the same form again is the same word. Raises TooOften."""
    assert_within(REPORTED, _TOO_MANY)
    unit = _asked_unit(own) if kind is WordKind.QUESTION else _hearing_unit(own, about)
    row = CitizenWord(
        district_id=own.case.district_id,
        unit=unit,
        state=WordState.OPEN,
        version=1,
        kind=kind,
        case=own.case,
        party=own.party.pk,
        form=key,
        text=text.strip(),
        said_on=today(),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            entry = note(SAID, at=unit, about=row, kind=kind, party=own.party.pk)
            put_on_desks(row, entry, hearers(row), kind.label, row.get_absolute_url())
    except IntegrityError:
        return _said_before(key)
    return row


def _said_before(key: UUID) -> CitizenWord:
    found: CitizenWord = CitizenWord.objects.for_its_holder().get(form=key)
    return found


def hearers(row: CitizenWord) -> list[Staff]:
    """Return whom a word is for."""
    return able(Act.NOTIFY if row.kind == WordKind.QUESTION else Right.HEAR_RETALIATION, row.unit)


def answer_word(
    row: CitizenWord, *, answer: str, by: Staff, seen: int | None = None, on: date | None = None
) -> CitizenWord:
    """Answer a petitioner's word; he reads it with his case. Raises Refused as `recording`."""
    move = ANSWER_QUESTION if row.kind == WordKind.QUESTION else ANSWER_REPORT
    with recording(move, row, by=by, seen=seen, on=on) as made:
        made.record.answer, made.record.answered_on, made.record.answered_by = answer.strip(), made.on, by
    found: CitizenWord = made.record
    return found


def own_words(own: OwnCase) -> list[dict[str, Any]]:
    """Return what he himself has said of this case, and what was answered."""
    rows = CitizenWord.objects.for_its_holder().filter(case=own.case, party=own.party.pk).order_by("-id")
    return [
        {
            "kind": WordKind(row.kind).label,
            "on": row.said_on,
            "text": row.text,
            "answer": row.answer,
            "answered_on": row.answered_on,
        }
        for row in rows
    ]


def _asked_unit(own: OwnCase) -> Unit:
    legs: list[Leg] = own.legs
    return legs[-1].unit if len(legs) == 1 else own.case.unit


def _hearing_unit(own: OwnCase, about: About | None) -> Unit:
    desk: Unit = own.case.unit
    return desk.parent if about is About.HEAD and desk.parent else desk
