"""登记回执: number, day, unit, and what the petitioner may expect by when; no personal data but the own name."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from cases.models import Case, Clock, Promise
from cases.models.party import PartyRole
from cases.reading.case_file import CaseFile
from cases.reading.promises import told_lines
from kit.days import day_words
from kit.masking import mask_name
from law.deadlines import PERIODS
from law.vocabulary import Act, Duty
from organizations.authority import may
from organizations.models import Staff

_PROMISES = {
    Duty.DISPATCH_15D: "依照《信访工作条例》{article}，信访部门自收到之日起{days}日内（至迟{due}）转送、交办有权处理的机关、单位；有权处理的机关、单位自收到之日起15日内书面告知您接收情况以及处理途径和程序（第二十三条第三款）。",
    Duty.NOTICE_DIRECT_15D: "依照《信访工作条例》{article}，本机关自收到之日起{days}日内（至迟{due}）书面告知您接收情况以及处理途径和程序。",
}


def prints_receipt(file: CaseFile, staff: Staff) -> bool:
    """Tell whether a person hands out the receipt: whoever registered the case, or registers at its desk."""
    mine = file.case.registered_by_id == staff.pk
    return file.whole and (mine or may(staff, Act.REGISTER, at=file.case.unit))


def receipt_url(file: CaseFile, staff: Staff) -> str:
    """Return the address of the receipt, "" for who does not hand it out."""
    return reverse("cases:receipt", args=[file.case.pk]) if prints_receipt(file, staff) else ""


def receipt_letter(
    case: Case,
    clocks: Iterable[Clock],
    *,
    names: bool,
    promises: Iterable[Promise] = (),
    closing: str = "请妥善保存本回执，查询办理情况时提供编号。",
) -> dict[str, Any]:
    """Return the receipt of a registration as components/letter.html draws it; without ``names`` the name is masked.

    ``clocks`` of the case, for what the law promises; ``promises`` of officials stand below.
    """
    received = f"您于{day_words(case.received_on)}以{case.get_channel_display()}形式提出的信访事项，已由{case.unit.name}登记，编号：{case.number}。"
    if case.registered_on != case.received_on:
        received += f"登记日期：{day_words(case.registered_on)}。"
    return {
        "title": "信访事项登记回执",
        "number": case.number,
        "to": _addressee(case, names=names),
        "paragraphs": [received, *_promise(clocks), *told_lines(promises), closing],
        "signed_by": case.unit.name,
        "signed_on": case.registered_on,
        "footer": "本回执只说明信访事项已经登记，不代替受理告知书。",
    }


def _promise(clocks: Iterable[Clock]) -> list[str]:
    """Return the sentence about the desk's own duty, with the day it falls on."""
    clock = next((each for each in clocks if each.leg_id is None and each.duty in _PROMISES), None)
    if clock is None or clock.due_on is None:
        return []
    period = PERIODS[Duty(clock.duty)]
    return [_PROMISES[Duty(clock.duty)].format(article=period.article, days=period.days, due=day_words(clock.due_on))]


def _addressee(case: Case, *, names: bool) -> str:
    people = [p for p in case.parties.all() if p.name.strip() and p.role != PartyRole.AGENT]
    if case.anonymous or not people:
        return "信访人"
    count = max(case.petitioner_count, len(people))
    first = people[0].name if names else mask_name(people[0].name)
    return f"{first}等{count}人" if count > 1 else str(first)
