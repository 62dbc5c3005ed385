"""When a petitioner can rate, and whom: each body once an opinion, never written down by the body that is rated (Art. 21)."""

from datetime import timedelta

from cases.models import Document, Leg
from cases.openings.days import days_of
from cases.openings.letters import letters_of, unsent
from cases.openings.petitioner import accusation_goes_on
from cases.places.spot import Spot
from kit.settings import Setting
from law.answers import ANSWERS
from law.errors import Refused
from law.ratings import ARTICLE, Rated
from law.remedies import OPINIONS
from law.vocabulary import Letter
from organizations.authority import stands_at
from organizations.models import Staff, Unit

RATING_DAYS = Setting(
    "RATING_DAYS",
    30,
    "信访人可以评价的天数",
    help="自处理意见、复查复核意见或者协议送达（没有登记收到的，自发出）之日起算。条例没有规定天数。",
    unit="天",
    least=7,
    most=180,
)
_STAGES = frozenset({*OPINIONS, *ANSWERS, Letter.MEDIATION_AGREEMENT})


def rateable(spot: Spot) -> Refused | None:
    """An opinion was sent lately, somebody is left to rate, and it is not his own unit alone (Art. 21).

    One query, for the setting of days, where all else is open.
    Codes: accusation_goes_on, nothing_to_rate, rated_already, own_rating, rating_closed.
    """
    if refusal := accusation_goes_on(spot.leg, "满意度评价", ARTICLE):
        return refusal
    opinion = opinion_to_rate(spot.leg)
    if opinion is None:
        return Refused("nothing_to_rate", "还没有送达的处理意见或者协议，没有可以评价的。", ARTICLE)
    refusals = [unrateable(spot, each) for each in Rated]
    # Each has its reason: that somebody was rated already says more than that the other is one's own.
    if None not in refusals:
        return min(filter(None, refusals), key=lambda each: each.code != "rated_already")
    return _closed(spot, opinion)


def _closed(spot: Spot, opinion: Document) -> Refused | None:
    sent = [each for each in opinion.services.all() if each.returned_on is None][-1]
    since, days = sent.received_on or sent.sent_on, days_of(spot.case, RATING_DAYS.key, spot.on)
    last = since + timedelta(days=days)
    if spot.on <= last:
        return None
    return Refused("rating_closed", f"评价自{since}送达起{days}日内进行，已于{last}截止。", ARTICLE)


def unrateable(spot: Spot, rated: Rated) -> Refused | None:
    """Return why this body cannot be rated by this person now (Art. 21). Codes: rated_apart, rated_already, own_rating."""
    unit = rated_unit(spot, rated)
    if unit is None:
        return Refused("rated_apart", "登记单位就是办理单位，只评办理单位。", ARTICLE)
    opinion = opinion_to_rate(spot.leg)
    before = [r for r in spot.leg.ratings.all() if opinion and (r.document_id, r.rated) == (opinion.pk, rated)]
    if before:
        words = f"信访人已于{before[0].on}对“{unit.name}”作出评价，一个环节评一次，不能更改。"
        return Refused("rated_already", words, ARTICLE)
    if isinstance(spot.actor, Staff) and stands_there(spot.actor, unit):
        words = f"对“{unit.name}”的评价不能由本单位登记；由信访人自己评，或者由其他单位的人员登记。"
        return Refused("own_rating", words, ARTICLE)
    return None


def opinion_to_rate(leg: Leg) -> Document | None:
    """Return the last opinion or agreement of a leg that was sent: the stage that is rated."""
    sent = [letter for letter in letters_of(leg, "services") if letter.kind in _STAGES and not unsent(letter)]
    return sent[-1] if sent else None


def rated_unit(spot: Spot, rated: Rated) -> Unit | None:
    """Return whom a rating is about: who made the opinion, or the office that passed the case on; None where that is one."""
    opinion = opinion_to_rate(spot.leg)
    made = opinion.unit if opinion else spot.leg.unit
    if rated is Rated.UNIT:
        return made
    return None if spot.case.unit_id == made.pk else spot.case.unit


def stands_there(by: Staff, unit: Unit) -> bool:
    """Tell whether a person, or his hand, belongs to the unit itself."""
    people = (by, by.hand) if by.hand else (by,)
    return any(unit.pk == place.pk for each in people for place in stands_at(each))
