"""A leg that was sent to the wrong unit: taken back by its sender, or sent elsewhere because both sides agree (Art. 22, 24, 30)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.returning import close_objection, give_back
from cases.models import Case, Redirect
from cases.openings.redirecting import AGREED, open_redirect
from cases.places.wall import is_accused
from law.errors import Refused
from law.matters import Ruling
from law.vocabulary import Act
from organizations.models import Staff, Unit


def take_back(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Take a leg back that nobody has opened, or from a unit that turned out to be accused (Art. 22, 30).

    The next unit gets its own clocks; an accused unit is told no reason.
    Raises Refused: not_found, not_permitted, wrong_state, opened_already.
    """
    with performing(Act.TAKE_BACK, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        accused = is_accused(deed.case, deed.the_leg.unit)
        close_objection(deed, Ruling.TAKEN_BACK, reason)
        give_back(deed, reason="责任单位被检举控告，撤回转送" if accused else reason, counted=False)
    return deed.case


def ask_redirect(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    reason: str,
    proposed: Unit | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Ask the other side, holder or sender, to agree that a leg not accepted yet goes to another unit (Art. 24).

    ``proposed``: whose it is, where the asking side knows. No clock stops.
    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, accepted_already, unit_assigned,
    redirect_asked_already, unit_unfit.
    """
    _assert_said(reason, "商请重新转办要写明理由：为什么不属于该单位职权，依据是什么。")
    with performing(Act.ASK_REDIRECT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        if proposed and proposed.pk == deed.the_leg.unit_id:
            raise Refused(
                "unit_unfit", f"建议的单位就是现在的责任单位“{proposed.name}”，请另选，不明的可以不选。", AGREED
            )
        Redirect.objects.create(
            leg=deed.the_leg,
            asked_unit=deed.place,
            proposed=proposed,
            demands=[demand.number for demand in deed.demands_of_leg],
            reason=reason,
            asked_on=deed.on,
            asked_by=by,
        )
        deed.facts = {"unit": deed.place.pk, "proposed": proposed.pk if proposed else None}
    return deed.case


def agree_redirect(
    case_id: int, *, leg_id: int, by: Staff, note: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Agree: the demands are free at the desk, dispatch goes on from its own start; no return in the sense of Art. 24.

    Raises Refused: not_found, not_permitted, wrong_state, no_redirect, own_request, accepted_already.
    """
    with performing(Act.AGREE_REDIRECT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        asked = _decide(deed, agreed=True, words=note)
        give_back(deed, reason=asked.reason, counted=False)
    return deed.case


def refuse_redirect(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Refuse: the leg stays where it is; whoever still disputes it puts it before the common superior (Art. 24).

    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, no_redirect, own_request, accepted_already.
    """
    _assert_said(reason, "不同意重新转办要写明理由。")
    with performing(Act.REFUSE_REDIRECT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        deed.facts = {"unit": _decide(deed, agreed=False, words=reason).asked_unit_id}
    return deed.case


def _decide(deed: Deed, *, agreed: bool, words: str) -> Redirect:
    found = open_redirect(deed.the_leg)
    assert found is not None  # the opening of the act has seen it
    found.agreed, found.decided_on, found.decided_by, found.words = agreed, deed.on, deed.by, words
    found.save()
    return found


def _assert_said(reason: str, words: str) -> None:
    if not reason.strip():
        raise Refused("reason_missing", words, AGREED)
