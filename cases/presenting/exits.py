"""Why and where demands left the procedure, who approved it, and what proves it: for the leg's card and the dialogs."""

from typing import Any

from cases.models import Leg, Remedy, SideExit
from cases.places.known_reviews import known_reviews
from cases.presenting.heading import subject_of
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.admission import GROUNDS
from law.filing import FilingGround
from law.matters import Destination
from law.vocabulary import Act, Path
from organizations.models import Staff

GROUND_WORDS = {ground.code: ground.label for ground in GROUNDS} | {str(each): each.label for each in FilingGround}
# What is decided on the same facts and reasons is read beside them.
COMPARED = (Act.NO_LONGER_ACCEPT, Act.APPROVE_EXIT, Act.REFUSE_EXIT, Act.REOPEN_EXIT)
_NUMBERS = {"NA_PENDING_SAME": "正在办理的同一事项", FilingGround.DUPLICATE: "完全重复的信访件"}


def exit_lines(leg: Leg) -> list[dict[str, Any]]:
    """Return why and where a leg left the procedure, as lines of its card."""
    left: SideExit | None = getattr(leg, "exit", None)
    if left is None:
        return []
    ground = GROUND_WORDS.get(left.ground, "")
    path = Path(left.path).label if left.path else ""
    destination = Destination(left.destination).label if left.destination else ""
    receipt = f"{day_words(left.receipt_on)}收到{left.receipt_number}" if left.receipt_on else "尚未收到"
    lines = [
        _line(Act(left.act).label, ground or path or destination or "已存查", left.reason),
        _line("去向", left.body, "；".join(filter(None, [left.limit, left.how]))),
        _line(_NUMBERS.get(left.ground, "原复核意见"), left.earlier, _held(left) or left.earlier_elsewhere),
        _line("口头告知", left.told_orally, ""),
        _line("回执", receipt if left.destination else "", ""),
        _line("核准", _decided(left), left.decided_words),
        _line("恢复办理", day_words(left.reopened_on) if left.reopened_on else "", left.reopened_reason),
    ]
    return [line for line in lines if line["value"]]


def exit_said(leg: Leg) -> list[dict[str, str]]:
    """Return what the second person reads: the decision, and what proves it."""
    return [{"title": f"{line['label']}：{line['value']}", "text": line["note"]} for line in exit_lines(leg)]


def reviews_said(file: CaseFile, leg: Leg | None, by: Staff) -> list[dict[str, str]]:
    """Return this petition and the reviews of its matter side by side: the same facts and reasons, or new ones (Art. 36)."""
    if leg and getattr(leg, "exit", None) and leg.exit.act != Act.NO_LONGER_ACCEPT:
        return []
    reviews = known_reviews(file.case, by)
    if not reviews:
        return [{"title": "原复核意见", "text": "本系统没有登记本事项的复核意见，须写明文号并附上复核意见书。"}]
    asked = [f"{view.demand.number}．{view.text}" for view in file.demands]
    told = [file.case.content] if file.sealed_open and file.whole else []
    return [
        {"title": f"本次提出（{subject_of(file)}）", "text": "\n".join([*asked, *told])},
        *({"title": f"复核意见{_number(each)}", "text": _reviewed(each)} for each in reviews),
    ]


def _number(review: Remedy) -> str:
    return review.document.number if review.document else ""


def _reviewed(review: Remedy) -> str:
    parts = (("请求和理由", review.request), ("认定的事实", review.facts), ("意见", review.opinion))
    return "\n".join(f"{title}：{text}" for title, text in parts if text)


def _held(left: SideExit) -> str:
    return f"{left.held_by}办理，{day_words(left.held_until)}届满" if left.held_by else ""


def _decided(left: SideExit) -> str:
    if left.asked_by_id is None:
        return ""
    if left.decided_on is None:
        return "尚未核准"
    return f"{day_words(left.decided_on)}{'核准' if left.approved else '不予核准'}"


def _line(label: str, value: str, note: str) -> dict[str, Any]:
    return {"label": label, "value": value, "note": note}
