"""What both sides settled has no opinion that could be disputed: no window, no re-examination (Art. 33, 35)."""

from cases.models import Leg
from law.answers import ANSWERS
from law.errors import Refused
from law.remedies import OPINIONS
from law.vocabulary import Letter, State

ARTICLE = "第三十三条、第三十五条"
_ANSWERS = frozenset({*OPINIONS, *ANSWERS, Letter.MEDIATION_AGREEMENT})


def settled(leg: Leg) -> bool:
    """Tell whether a leg stands answered by an agreement, not by an opinion; documents may be prefetched."""
    answers = [document.kind for document in leg.documents.all() if document.kind in _ANSWERS]
    return leg.state in (State.ANSWERED, State.CLOSED) and answers[-1:] == [Letter.MEDIATION_AGREEMENT]


def settled_already(leg: Leg, what: str) -> Refused | None:
    """Return why what only an opinion is there for cannot be done on a settled leg. Codes: settled_already."""
    if not settled(leg):
        return None
    agreement = next(d for d in reversed(leg.documents.all()) if d.kind == Letter.MEDIATION_AGREEMENT)
    text = (
        f"本环节以各方签字的调解（和解）协议（{agreement.number}）办结，没有处理意见，不能{what}。"
        "协议没有履行，或者出现新的事实、理由的，可以重新提出，照常登记。"
    )
    return Refused("settled_already", text, ARTICLE)
