"""What is still missing before a draft is submitted, all of it at once: what closes the act, and what is owed later (Art. 27, 31, 32)."""

from collections.abc import Iterator
from dataclasses import dataclass

from cases.models import Case, Leg
from cases.models.leg import ASKED_MOVEMENTS
from cases.openings.delivery import unserved_notice
from cases.openings.handling import petitioner_unheard, risk_unassessed, same_as_before, unanswered
from law.errors import Refused
from law.vocabulary import Letter

ARTICLE = "第三十二条"


@dataclass(frozen=True)
class Missing:
    """One thing: its code, what to do, the article; ``blocks``: nothing can be submitted before."""

    code: str
    message: str
    article: str
    blocks: bool


def missing_in_draft(case: Case, leg: Leg) -> list[Missing]:
    """Return what is missing on a leg in handling, what blocks first; no query where the page has fetched it all."""
    closing = (unanswered(leg), petitioner_unheard(case, leg), same_as_before(leg))
    found = [Missing(each.code, each.message, each.article, blocks=True) for each in closing if each]
    return [*found, *_incomplete(leg), *_owed(leg), *_open(leg)]


def _incomplete(leg: Leg) -> Iterator[Missing]:
    """Parts of an answer that the letter must say, left empty by an old draft."""
    for demand in leg.demands.all():
        parts = {
            "查明事实": demand.facts,
            "处理意见": demand.opinion,
            "依据": demand.legal_basis,
            "产生原因": demand.cause,
        }
        lacking = [label for label, words in parts.items() if not words.strip()]
        if demand.outcome and lacking:
            words = f"第{demand.number}项诉求的答复缺{'、'.join(lacking)}，请补全。"
            yield Missing("answer_incomplete", words, ARTICLE, blocks=False)


def _owed(leg: Leg) -> Iterator[Missing]:
    """What the issuing or the closing waits for."""
    if refusal := risk_unassessed(leg):
        yield _later(refusal)
    letter = unserved_notice(leg)
    untold = letter or next((each for each in leg.documents.all() if _untold(leg, each.kind)), None)
    if untold:
        name = Letter(untold.kind).label
        yield Missing("notice_unserved", f"《{name}》（{untold.number}）还没有送达信访人。", "第二十三条", blocks=False)
    if not leg.duties_checks.all():
        words = "还没有“核对三到位一处理”；不影响送审，结案以前应当核对。"
        yield Missing("duties_unchecked", words, "第二十七条", blocks=False)


def _untold(leg: Leg, kind: str) -> bool:
    letters = [each for each in leg.documents.all() if each.kind == kind == Letter.ACCEPTANCE_NOTICE]
    return bool(letters) and not any(each.services.all() for each in letters)


def _open(leg: Leg) -> Iterator[Missing]:
    """What was asked of others and is not answered yet: it stops nothing, but the draft may have to wait for it."""
    asked = [h for h in leg.hand_offs.all() if h.movement in ASKED_MOVEMENTS and h.replied_on is None]
    for each in asked:
        words = f"{each.get_movement_display()}（{each.to_unit.name}）还没有回复。"
        yield Missing("reply_open", words, "第二十四条", blocks=False)
    if any(each.held_to is None for each in leg.hearings.all()):
        yield Missing("hearing_open", "听证已经通知，还没有登记听证情况。", "第三十一条第六项", blocks=False)
    if any(each.agreed is None for each in leg.recusals.all()):
        yield Missing("recusal_open", "回避申请还没有决定。", "第二十八条", blocks=False)
    if any(each.received_on is None for each in leg.material_requests.all()):
        yield Missing("material_open", "告知补正的材料还没有收到。", "第二十三条", blocks=False)


def _later(refusal: Refused) -> Missing:
    return Missing(refusal.code, refusal.message, refusal.article, blocks=False)
