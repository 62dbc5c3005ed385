"""Whether the opinion of a review can be made public, or what was published taken down (Art. 30, 36)."""

from cases.models import Leg, Publication, Remedy
from cases.places.deciders import current_remedy
from cases.places.spot import Spot
from law.errors import Refused
from law.remedies import RemedyKind

ARTICLE = "第三十六条第二款"


def publishable(spot: Spot) -> Refused | None:
    """A review was decided after a hearing, and the case accuses nobody (Art. 30, 36). Codes: sealed_case, no_review, no_hearing."""
    if spot.case.sealed:
        return Refused("sealed_case", "本件含检举控告，有关材料和办理情况不得公开。", "第三十条")
    review = decided_review(spot.leg)
    if review is None:
        return Refused("no_review", "只有复核意见可以公示，本环节没有作出复核意见。", ARTICLE)
    if not any(each.held_from and each.held_from >= review.received_on for each in spot.leg.hearings.all()):
        return Refused("no_hearing", "只有经过听证的复核意见可以公示，本次复核没有举行听证。", ARTICLE)
    return None


def published(spot: Spot) -> Refused | None:
    """Something is published, or will be (Art. 36). Codes: nothing_published."""
    shown = standing_publication(spot.leg)
    if shown and shown.shown_to >= spot.on:
        return None
    return Refused("nothing_published", "没有正在公示或者将要公示的复核意见，不需要撤下。", ARTICLE)


def decided_review(leg: Leg) -> Remedy | None:
    """Return the review that a leg ended in; a remand is handled anew, and ends nothing."""
    last = current_remedy(leg)
    return last if last and last.kind == RemedyKind.REVIEW and last.decided_on and not last.remand_days else None


def standing_publication(leg: Leg) -> Publication | None:
    """Return what of a leg was published and not taken down; it may be over."""
    return next((each for each in leg.publications.all() if each.ended_on is None), None)
