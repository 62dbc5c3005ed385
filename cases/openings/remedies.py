"""Whether a re-examination or review can be asked for, drafted, decided (Art. 28, 35, 36)."""

from collections.abc import Callable
from datetime import date

from cases.models import Clock, Document, Leg, Remedy
from cases.openings.paths import runs_sixty_days_on
from cases.openings.settled import settled_already
from cases.places.deciders import current_remedy
from cases.places.second_person import same_person, took_part
from cases.places.spot import Spot
from law.errors import Refused
from law.remedies import COURSES, OPINIONS, Course, RemedyDecision, RemedyKind
from law.vocabulary import Act
from organizations.vocabulary import UnitKind

_DECIDES = {RemedyKind.REEXAMINATION: Act.DECIDE_REEXAMINATION, RemedyKind.REVIEW: Act.DECIDE_REVIEW}


def requestable(kind: RemedyKind) -> Callable[[Spot], Refused | None]:
    """Return the condition of a request: an opinion stands that it is the remedy against (Art. 31, 35, 36)."""
    return lambda spot: undisputable(spot.leg, COURSES[kind])


def undisputable(leg: Leg, course: Course) -> Refused | None:
    """Return why nobody can ask for a remedy on a leg; whether it comes too late, the request itself says.

    Codes: no_remedy, settled_already, no_opinion, remedy_unfit, opinion_unserved.
    """
    word, opinion = course.kind.label, standing_opinion(leg)
    if not runs_sixty_days_on(leg):
        text = f"只有走信访程序的申诉求决事项可以请求{word}；其他事项按各自的法定途径寻求救济。"
        return Refused("no_remedy", text, "第三十一条第六项")
    if refusal := settled_already(leg, f"请求{word}"):
        return refusal
    if opinion is None:
        return Refused("no_opinion", f"本环节没有意见书，不能请求{word}。", course.article)
    if opinion.kind != course.against:
        text = (
            f"本环节现行的是{opinion.get_kind_display()}（{opinion.number}），{word}只能对{course.against.label}提出。"
        )
        return Refused("remedy_unfit", text, course.article)
    if not opinion.services.all():
        text = f"{course.against.label}（{opinion.number}）还没有登记送达，请先登记送达，再登记{word}请求。"
        return Refused("opinion_unserved", text, course.article)
    return None


def standing_opinion(leg: Leg) -> Document | None:
    """Return the opinion that stands on a leg: the last letter on the merits."""
    found = [document for document in leg.documents.all() if document.kind in OPINIONS]
    return found[-1] if found else None


def draftable(spot: Spot) -> Refused | None:
    """Whoever handled or signed below does not draft over it (Art. 28). Codes: took_part_below."""
    remedy = current_remedy(spot.leg)
    return took_part_below(spot, remedy) if remedy else None


def decidable(spot: Spot) -> Refused | None:
    """Drafted by another, to this very end, and by nobody from below (Art. 28, 35, 36).

    Codes: no_draft, revocation_bare, decision_unfit, own_draft, took_part_below.
    """
    remedy = current_remedy(spot.leg)
    kind = RemedyKind(remedy.kind) if remedy else RemedyKind.REEXAMINATION
    word, article = kind.label, COURSES[kind].article
    if remedy is None or not remedy.drafted_on:
        return Refused("no_draft", f"{word}意见还没有草拟，请先“{Act.DRAFT_REMEDY.label}”。", article)
    drafted = RemedyDecision(remedy.decision)
    if drafted is RemedyDecision.REVOKE:
        return revocation_bare(COURSES[kind])
    act = Act.REMAND if drafted is RemedyDecision.REMAND else _DECIDES[kind]
    if spot.act is not act:
        text = f"草拟的结果是“{remedy.decision_words}”，请办理“{act.label}”，或者重新草拟。"
        return Refused("decision_unfit", text, article)
    if same_person(spot, remedy.drafted_by_id):
        return Refused("own_draft", f"{word}意见要由草拟人以外的负责人决定。", article)
    return took_part_below(spot, remedy)


def revocation_bare(course: Course) -> Refused:
    """Return the refusal of a revocation that leaves the petitioner without an answer."""
    text = "撤销原意见的，要同时变更（直接作出新的意见），或者责令重新办理并指定期限；只撤销，信访人就没有答复了。"
    return Refused("revocation_bare", text, course.article)


def took_part_below(spot: Spot, remedy: Remedy) -> Refused | None:
    """Whoever handled or signed below does not decide over it; a body outside is only recorded here (Art. 28).

    Codes: took_part_below.
    """
    leg = spot.leg
    below = {leg.handler_id, leg.submitted_by_id, leg.issued_by_id}
    if remedy.kind == RemedyKind.REVIEW:
        earlier = [each for each in leg.remedies.all() if each.kind == RemedyKind.REEXAMINATION]
        below |= {key for each in earlier for key in (each.drafted_by_id, each.decided_by_id)}
    if remedy.unit.kind != UnitKind.EXTERNAL and took_part(spot.case, leg, spot.by, below):
        return Refused("took_part_below", f"{spot.by.name}办理过本件，应当回避，请由他人办理。", "第二十八条")
    return None


def is_late(course: Course, window: Clock | None, requested_on: date, reason: str) -> bool:
    """Tell whether a request comes after the window. Raises Refused window_lapsed without a reason given."""
    if window is None or window.due_on is None or requested_on <= window.due_on:
        return False
    if not reason.strip():
        word, days = course.kind.label, (requested_on - window.due_on).days
        text = f"请求{word}的期限已于{window.due_on}届满，提出日期{requested_on}超过{days}日。有正当理由的，请填写逾期理由，由{word}机关决定是否受理。"
        raise Refused("window_lapsed", text, course.article)
    return True
