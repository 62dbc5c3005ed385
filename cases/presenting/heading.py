"""What stands above every page of a case: number, subject, state, marks, who petitions."""

from typing import Any

from cases.presenting.acts import unmask_url
from cases.presenting.marks import badge
from cases.reading.case_file import CaseFile, readable_state
from law.matters import PetitionMark, Tier
from law.vocabulary import Channel


def heading(file: CaseFile) -> dict[str, Any]:
    """Return title, number, badge and marks; of a sealed case only what this person's own part says."""
    case = file.case
    return {
        "case_id": case.pk,
        "number": case.number,
        "title": subject_of(file),
        "state": badge(readable_state(case, file.legs)),
        "channel": Channel(case.channel).label,
        "received_on": case.received_on,
        "marks": _marks(file),
        "petitioner": {"text": _petitioners(file), "label": "信访人信息", "url": unmask_url(file)}
        if file.whole
        else None,
    }


def subject_of(file: CaseFile) -> str:
    """Return the subject, or for who may not read all of the file the demand, or extract, that was passed on."""
    if (file.whole and file.sealed_open) or not file.demands:
        return file.subject
    return file.demands[0].text[:60]


def _marks(file: CaseFile) -> list[dict[str, str]]:
    case, again = file.case, PetitionMark.REPEATED in file.marks
    sealed = "含检举控告，已密封" if file.sealed_open else "部分内容已密封"
    marks = [
        (bool(file.marks), "refresh" if again else "dot", file.marks[0].label if file.marks else ""),
        (case.urgent, "flag", "重大紧急"),
        (case.tier != Tier.ORDINARY, "split", f"分级：{Tier(case.tier).label}"),
        (case.sealed, "lock", sealed),
        (case.historic, "book", "历史导入"),
        (case.petitioner_count > 1, "people", f"{case.petitioner_count}人联名"),
    ]
    return [{"icon": icon, "text": text} for shown, icon, text in marks if shown]


def _petitioners(file: CaseFile) -> str:
    names = [party.name or "姓名不详" for party in file.parties]
    if file.case.anonymous or not names:
        return "匿名" if file.case.anonymous else "未登记"
    return "、".join(names[:3]) + (f" 等{len(names)}人" if len(names) > 3 else "")
