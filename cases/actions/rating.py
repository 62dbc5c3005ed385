"""Rating (Art. 21): the petitioner's own word on the office and on the unit, once a stage, never changed."""

from datetime import date

from cases.actions.frame import performing
from cases.models import Case, Rating
from cases.openings.rating import opinion_to_rate, rated_unit, unrateable
from cases.places.spot import Actor
from law.errors import Refused
from law.ratings import ARTICLE, Rated, RatingWay, Score
from law.vocabulary import Act


def rate(
    case_id: int,
    *,
    leg_id: int,
    by: Actor,
    rated: Rated,
    score: Score,
    way: RatingWay = RatingWay.PORTAL,
    words: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record a petitioner's rating of the office or of the unit: by himself, or what he said on a call or at the counter.

    The score stands in the sealed words of the event and in its row, not in the facts: a unit sees no single rating.
    Raises Refused: not_found, not_permitted, wrong_state, accusation_goes_on, nothing_to_rate, rated_apart,
    rated_already, own_rating, way_unfit, rating_closed.
    """
    said = f"{rated.label}：{score.label}\n{words.strip()}"
    with performing(Act.RATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=said) as deed:
        if refusal := unrateable(deed.spot, rated):
            raise refusal
        if (deed.account is None) != (way is RatingWay.PORTAL):
            raise Refused("way_unfit", "工作人员登记的评价，写明是电话回访还是本人到窗口。", ARTICLE)
        opinion, unit = opinion_to_rate(deed.the_leg), rated_unit(deed.spot, rated)
        assert opinion, "the opening of the act has seen to it"
        assert unit, "what cannot be rated was refused"
        Rating.objects.create(
            leg=deed.the_leg,
            document=opinion,
            rated=rated,
            unit=unit,
            score=score,
            way=way,
            words=words.strip(),
            on=deed.on,
            by=deed.account,
        )
        deed.facts = {"rated": str(rated), "document": opinion.number}
    return deed.case
