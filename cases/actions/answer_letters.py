"""The letters that answer a leg: an opinion on path six, letters of their own for all else (Art. 29-32)."""

from cases.actions.deed import Deed
from cases.letters.making import make_document, told_demands
from cases.letters.names import names_standing_in
from cases.letters.sentences import kind_of
from cases.models import Document
from cases.places.deciders import proposed_decider
from law.answers import ANSWERS
from law.errors import Refused
from law.vocabulary import Letter

# They name whom to turn to above.
_NAMING_ABOVE = (Letter.HANDLING_OPINION, Letter.DUTY_REPLY)


def answer_letters(deed: Deed) -> list[Document]:
    """Make the letters that answer the demands of a leg, one for each way they go. Raises Refused: accused_named, letter_incomplete."""
    case, leg = deed.case, deed.the_leg
    told = told_demands(case, leg)
    by_kind = {kind: [demand for demand in told if kind_of(demand) is kind] for kind in ANSWERS}
    kinds = [kind for kind in ANSWERS if by_kind[kind]]
    superior = proposed_decider(case, leg.unit) if set(kinds) & set(_NAMING_ABOVE) else None
    letters = [
        make_document(
            kind,
            case,
            leg=leg,
            unit=leg.unit,
            by=deed.by,
            on=deed.on,
            remedy=kind is Letter.HANDLING_OPINION,
            demands=by_kind[kind],
            superior=superior,
        )
        for kind in kinds
    ]
    for letter in letters:
        if letter.kind == Letter.ACCUSATION_REPLY:
            _assert_nobody_named(deed, letter)
    return letters


def _assert_nobody_named(deed: Deed, letter: Document) -> None:
    """What an informant is told names nobody accused (Art. 30, para 3)."""
    accused = [each.name for each in deed.case.respondents.all() if each.name != letter.signed_name]
    if names_standing_in(letter.content, accused):
        text = "检举控告的办理情况告知书里不能写被检举控告的人或者单位的名称，请改写处理意见和依据后再签发。"
        raise Refused("accused_named", text, "第三十条第三款")
