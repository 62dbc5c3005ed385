"""代写: a clerk or informant writes a petition for somebody who cannot, reads it back, and he confirms it (Art. 19, 21).

Registered by the one registration, in the name of who wrote; the petitioner gets his own query code on paper.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.db.models import F

from cases.actions.inputs import DemandInput, PartyInput
from cases.actions.registration import already_registered, register
from cases.forms.base import line, words
from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.record_steps import RecordForm
from kit.verbs import Fact, Verb
from law.vocabulary import Channel, Kind
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.today import today
from reception.models import AssistedFiling, ReadBack
from reception.portal.codes import code_of_form, issue
from reception.portal.filing import form_digest
from reception.portal.people import FiledAs, people_of

SOURCE = "assisted"
ASSISTED = Verb("portal.assisted", "代写信访事项", {"read_back": Fact("确认方式", str, ReadBack)})
NEWEST = Order("filed_on", descending=True, label="代写日期（新的在前）")
_CHANNELS = (Channel.VISIT, Channel.CALL)
_CHOOSE = [("", "请选择")]


@dataclass(frozen=True)
class Spoken:
    """What somebody said and had written down; the first of ``people`` is who gets the code."""

    key: UUID
    channel: Channel
    content: str
    kind: Kind
    people: list[PartyInput]
    read_back: ReadBack
    location: str = ""
    witness: str = ""


class AssistedForm(RecordForm):
    """代写信访事项."""

    hint = "为不识字、有残疾、年老或者行动不便等自己填写有困难的人如实代写；写完逐句宣读，本人确认后登记。不得劝阻，不得改变原意。"
    key = forms.UUIDField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label="怎样提出的", choices=[*_CHOOSE, *((each.value, each.label) for each in _CHANNELS)]
    )
    filed_as = forms.ChoiceField(label="来人是", choices=[*_CHOOSE, *FiledAs.choices()])
    name = line("来人姓名", required=False, most=100)
    phone = line("联系电话", required=False, most=30)
    address = line("住址", required=False)
    id_number = line("身份证号码", required=False, most=40)
    principal = line("信访人姓名", required=False, most=100, help_text="代理人、监护人来的填写：替谁提出。")
    principal_phone = line("信访人电话", required=False, most=30)
    principal_address = line("信访人住址", required=False)
    mandate = line("委托事项和权限，或者监护关系", required=False)
    kind = forms.ChoiceField(
        label="类别", choices=[*_CHOOSE, *((each.value, each.label) for each in Kind if each is not Kind.NONE)]
    )
    content = words("请求、事实和理由", rows=8, help_text="照他说的写，用他自己的话。")
    location = line("问题发生地", required=False)
    read_back = forms.ChoiceField(label="怎样确认", choices=[*_CHOOSE, *ReadBack.choices()])
    witness = line("在场人", required=False, most=100, help_text="翻译、陪同的人等。")

    def spoken(self) -> Spoken:
        """Return what was typed as values."""
        typed = self.cleaned_data
        return Spoken(
            key=typed["key"],
            channel=Channel(typed["channel"]),
            content=str(typed["content"]).replace("\r\n", "\n"),
            kind=Kind(typed["kind"]),
            people=people_of({**typed, "filed_as": FiledAs(typed["filed_as"])}),
            read_back=ReadBack(typed["read_back"]),
            location=typed["location"].strip(),
            witness=typed["witness"].strip(),
        )


def assist(spoken: Spoken, *, by: Staff, on: date | None = None) -> tuple[AssistedFiling, str]:
    """Register what was written for somebody and confirmed by him, once a form; return it with his query code.

    Raises Refused: not_permitted, nothing_said, external_number_taken.
    """
    on = on or today()
    sent: dict[str, Any] = {
        "by": by,
        "channel": spoken.channel,
        "received_on": on,
        "content": spoken.content,
        "parties": spoken.people,
        "demands": [DemandInput(spoken.content.strip(), spoken.kind)],
        "location": spoken.location,
        "petitioner_count": 1,
        "source": SOURCE,
        "external_number": form_digest(spoken.key),
    }
    code = code_of_form(spoken.key)
    if known := already_registered(**sent):
        return AssistedFiling.objects.for_its_holder().get(case=known), code
    with transaction.atomic():
        case = register(on=on, **sent)
        # The registration has asked who may: an informant stands below the desk that keeps it.
        row = AssistedFiling.objects.create(
            district_id=case.district_id,
            unit=case.unit,
            state="confirmed",
            version=1,
            case=case,
            helper=by,
            read_back=spoken.read_back,
            witness=spoken.witness,
            filed_on=on,
        )
        note(ASSISTED, by=by, at=case.unit, about=row, read_back=spoken.read_back)
        issue(case, case.new_rows.parties[0], code, by=by)
    return row, code


def page_of_assisted(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of what was written for others at a person's desks. Raises Refused: key_broken, one_direction."""
    rows = AssistedFiling.objects.readable_by(staff).select_related("case", "unit", "helper")
    return page_by(NEWEST, rows.annotate(place=F("filed_on")), after=after, before=before, size=size)


def assisted_of(staff: Staff, key: int) -> AssistedFiling:
    """Return one of them that a person may read. Raises Refused not_found."""
    rows = AssistedFiling.objects.readable_by(staff).select_related("case", "unit", "helper")
    found: AssistedFiling | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
