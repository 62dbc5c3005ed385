"""On which grounds a request for re-examination or review is not taken up: each proven by the record, or refused (Art. 33, 35, 36)."""

from collections.abc import Callable

from cases.models import Clock, Document, Leg, Remedy
from cases.openings.letters import letters_of, unsent
from cases.openings.paths import runs_sixty_days_on
from cases.openings.remedies import standing_opinion, took_part_below
from cases.openings.settled import settled_already
from cases.places.deciders import current_remedy
from cases.places.spot import Spot
from law.errors import Refused
from law.remedies import COURSES, OPINIONS, Course, RefusalGround, RemedyKind, article_of
from law.vocabulary import Letter


def refusable(spot: Spot) -> Refused | None:
    """Some ground is proven, and nobody who handled it below refuses (Art. 28, 35, 36). Codes: no_ground, took_part_below."""
    remedy = current_remedy(spot.leg)
    if remedy is None:
        return None
    course = COURSES[RemedyKind(remedy.kind)]
    against = [refusal for ground in RefusalGround if (refusal := unproven(ground, remedy, spot.leg))]
    if len(against) == len(RefusalGround):
        word, said = course.kind.label, "".join(refusal.message for refusal in against)
        return Refused(
            "no_ground", f"这件{word}请求没有可以不予受理的情形，应当{word}并作出意见。{said}", course.article
        )
    return took_part_below(spot, remedy)


def unproven(ground: RefusalGround, remedy: Remedy, leg: Leg) -> Refused | None:
    """Return what of the record speaks against a ground, None where it is proven. Codes: ground_unproven."""
    course = COURSES[RemedyKind(remedy.kind)]
    said = _PROOFS[ground](remedy, leg, course)
    return Refused("ground_unproven", f"{ground.label}：{said}", article_of(ground, course)) if said else None


def readmittable(spot: Spot) -> Refused | None:
    """The last request was not taken up, and what it disputes still stands (Art. 35, 36).

    Codes: not_refused, settled_already, opinion_replaced.
    """
    remedy, article = current_remedy(spot.leg), "第三十五条、第三十六条"
    if remedy is None or not remedy.refused_on:
        return Refused("not_refused", "本环节没有不予受理的复查、复核请求，无从恢复。", article)
    if refusal := settled_already(spot.leg, "恢复受理"):
        return refusal
    standing = standing_opinion(spot.leg)
    if standing is None or standing.pk != remedy.against_id:
        text = f"请求所不服的{remedy.against.get_kind_display()}（{remedy.against.number}）已经由新的意见取代，信访人可以对新的意见提出请求。"
        return Refused("opinion_replaced", text, article)
    return None


def window_of(leg: Leg, course: Course, against: Document) -> Clock | None:
    """Return the petitioner's window that the receipt of this opinion opened, used or not; clocks may be prefetched."""
    mine = [c for c in leg.clocks.all() if c.duty == course.window and c.starts_on >= against.issued_on]
    return max(mine, key=lambda clock: clock.pk, default=None)


def _late(remedy: Remedy, leg: Leg, course: Course) -> str:
    window = window_of(leg, course, remedy.against)
    if window is None or window.due_on is None:
        return "信访人收到意见的日期没有登记，期限没有起算，不会逾期。"
    if remedy.requested_on <= window.due_on:
        return f"请求于{remedy.requested_on}提出，期限到{window.due_on}才届满，没有逾期。"
    if remedy.admitted_on:
        return f"逾期的理由已于{remedy.admitted_on}被接受，请求已经受理。"
    return ""


def _no_opinion(remedy: Remedy, leg: Leg, _course: Course) -> str:
    opinion = next(letter for letter in letters_of(leg, "services") if letter.pk == remedy.against_id)
    if unsent(opinion):
        return ""
    went = max(service.sent_on for service in opinion.services.all() if service.returned_on is None)
    return f"{opinion.get_kind_display()}（{opinion.number}）已于{went}送出，没有退回。"


def _agreed(_remedy: Remedy, leg: Leg, _course: Course) -> str:
    answers = [letter for letter in leg.documents.all() if letter.kind in (*OPINIONS, Letter.MEDIATION_AGREEMENT)]
    if answers[-1].kind == Letter.MEDIATION_AGREEMENT:
        return ""
    return f"本环节现行的是{answers[-1].get_kind_display()}（{answers[-1].number}），不是各方签字的协议。"


def _other_way(_remedy: Remedy, leg: Leg, _course: Course) -> str:
    return "本环节有走信访程序的申诉求决事项（第三十一条第六项）。" if runs_sixty_days_on(leg) else ""


# Each returns what speaks against its ground, nothing where the record proves it.
_PROOFS: dict[RefusalGround, Callable[[Remedy, Leg, Course], str]] = {
    RefusalGround.LATE: _late,
    RefusalGround.NO_OPINION: _no_opinion,
    RefusalGround.AGREED: _agreed,
    RefusalGround.OTHER_WAY: _other_way,
}
