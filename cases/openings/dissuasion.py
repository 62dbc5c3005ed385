"""Whether there is a record of dissuasion that the petitioner has not said anything of yet (Art. 47)."""

from cases.models import Case, Dissuasion
from cases.places.spot import Spot
from law.dissuasion import ARTICLE
from law.errors import Refused


def remarkable(spot: Spot) -> Refused | None:
    """A record stands without a remark (Art. 47). Codes: nothing_to_remark."""
    if unremarked(spot.case):
        return None
    return Refused("nothing_to_remark", "没有劝阻教育记录，或者信访人都已经说明过。", ARTICLE)


def unremarked(case: Case) -> list[Dissuasion]:
    """Return the records of a case on which the petitioner has said nothing yet."""
    return [each for each in case.dissuasions.all() if each.remarked_on is None]
