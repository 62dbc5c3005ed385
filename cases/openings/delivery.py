"""Whether there is anything to serve, to have come back, or to waive on a leg (Art. 23, 34, 35, 36)."""

from cases.models import Case, Clock, Document, Leg
from cases.openings.dispatching import reachable
from cases.openings.letters import letters_of, on_its_way, unsent
from cases.openings.settled import settled_already
from cases.places.acting_units import at_the_leg_or_above, at_the_sender, told_by_the_sender
from cases.places.spot import Spot
from law.answers import ANSWERS
from law.errors import Refused
from law.procedure import REMEDIES
from law.remedies import OPINION_IN, REMAND_LETTERS
from law.service import INFORMING, NOTICES, OWED_AT_THE_END
from law.vocabulary import Duty, Letter, Movement, State
from organizations.authority import may

ARTICLE, UNKNOWN_AUTHOR = "第二十三条", "第二十三条第二款"


def notifiable(spot: Spot) -> Refused | None:
    """A notice lies here that was not sent, or came back (Art. 23). Codes: no_document, served_already."""
    notices = _notices(spot)
    if not notices:
        return _no_document()
    return None if any(map(unsent, notices)) else _served_already(notices[-1])


def notices_to_send(spot: Spot) -> list[Document]:
    """Return the notices of a leg that wait to be sent, or to be sent again, the oldest first."""
    return [letter for letter in _notices(spot) if unsent(letter)]


def _notices(spot: Spot) -> list[Document]:
    kinds, found = notice_kinds(spot.leg), letters_of(spot.leg, "services")
    return [letter for letter in found if letter.kind in kinds and sends(spot, letter)]


def sends(spot: Spot, letter: Document) -> bool:
    """Tell whether a person sends a letter of a leg: the sender's own word where it went, or what the leg itself wrote."""
    own = told_by_the_sender(letter, spot.leg)
    places = at_the_sender(spot) if own else at_the_leg_or_above(spot)
    return any(may(spot.by, spot.act, at=unit, own=mine) for unit, mine in places)


def servable(spot: Spot) -> Refused | None:
    """The opinion of this state was not sent, or came back (Art. 34). Codes: settled_already, no_document, served_already."""
    if refusal := settled_already(spot.leg, "送达意见书"):
        return refusal
    answers = answers_of(spot.leg)
    if not answers:
        return _no_document()
    return None if any(map(unsent, answers)) else _served_already(answers[0])


def receivable(spot: Spot) -> Refused | None:
    """The opinion is on its way (Art. 35). Codes: settled_already, no_document, nothing_open."""
    if refusal := settled_already(spot.leg, "登记意见书的送达回证"):
        return refusal
    answers = answers_of(spot.leg)
    if not answers:
        return _no_document()
    if any(map(on_its_way, answers)):
        return None
    if any(map(unsent, answers)):
        return Refused("nothing_open", "意见书还没有送出，没有等候登记的送达回证；请先“送达意见书”。", "第三十五条")
    return Refused("nothing_open", "意见书的送达回证已经登记，不需要再登记。", "第三十五条")


def returnable(spot: Spot) -> Refused | None:
    """Some letter of the leg is on its way (Art. 23). Codes: nothing_sent."""
    if any(on_its_way(letter) and sends(spot, letter) for letter in letters_of(spot.leg, "services")):
        return None
    return nothing_sent()


def nothing_sent() -> Refused:
    """Return the refusal of a return where no such letter is on its way."""
    return Refused("nothing_sent", "没有已经发出、还没有登记收到的文书，不能登记退件。", ARTICLE)


def waivable(spot: Spot) -> Refused | None:
    """Only from nobody one can write to, while the notice is owed; referred or direct (Art. 23, para 2).

    Codes: petitioner_known, notice_settled_already.
    """
    if reachable(spot.case):
        text = "本件登记了姓名、住址清楚的信访人，应当书面告知，不能免除。"
        return Refused("petitioner_known", text, UNKNOWN_AUTHOR)
    if unwritten_notices(spot.leg, spot.case):
        return None
    return Refused("notice_settled_already", "告知期限已经完成或者已经免除，不需要再办理。", UNKNOWN_AUTHOR)


def unwritten_notices(leg: Leg, case: Case) -> list[Clock]:
    """Return the clocks of the written notice that a leg still owes, or the case of a leg that came directly.

    What the case owes of its other demands keeps back no leg whose own notice was sent.
    """
    own = [c for c in leg.clocks.all() if c.running and c.duty == Duty.NOTICE_REFERRED_15D]
    if leg.movement != Movement.DIRECT:
        return own
    owed = [c for c in case.clocks.all() if c.running and c.leg_id is None and c.duty == Duty.NOTICE_DIRECT_15D]
    return own if owed and _told(leg) else own + owed


def _told(leg: Leg) -> bool:
    return any(letter.kind in INFORMING and not unsent(letter) for letter in letters_of(leg, "services"))


def unserved_notice(leg: Leg) -> Document | None:
    """Return a notice that the petitioner must have had before the leg is closed, and has not (Art. 31, 33-36)."""
    owed = [letter for letter in letters_of(leg, "services") if letter.kind in OWED_AT_THE_END]
    return next(filter(unsent, owed), None)


def notice_kinds(leg: Leg) -> tuple[Letter, ...]:
    """Return the letters served as notices in a leg's state: an opinion that remanded is one once it is handled anew."""
    return NOTICES if leg.state in REMEDIES else (*NOTICES, *REMAND_LETTERS)


def answers_of(leg: Leg) -> list[Document]:
    """Return the letters on the merits that a leg has to serve in its state: those of its last issue, the opinion first."""
    state = State(leg.state)
    if state not in (State.ISSUED, State.ANSWERED):
        return [letter for letter in leg.documents.all() if letter.kind == OPINION_IN.get(state)][-1:]
    found = [letter for letter in leg.documents.all() if letter.kind in ANSWERS]
    last = {letter.kind: letter for letter in found if found[-1].issued_on == letter.issued_on}
    return [last[kind] for kind in ANSWERS if kind in last]


def opinion_to_serve(leg: Leg) -> Document | None:
    """Return the opinion that a leg has to serve in its state, or the first letter that answers it."""
    return next(iter(answers_of(leg)), None)


def _no_document() -> Refused:
    return Refused("no_document", "本环节还没有可以送达的文书。")


def _served_already(document: Document) -> Refused:
    return Refused("served_already", f"“{document.get_kind_display()}”{document.number}已经登记过送达。")
