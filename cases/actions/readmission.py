"""A refusal to re-examine or review that was wrong is taken back: the request counts from its own day again (Art. 35, 36)."""

from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.remedies import paper
from cases.models import Case, Clock, Remedy
from cases.openings.refusal_grounds import window_of
from cases.places.deciders import current_remedy, place_of
from law.remedies import COURSES, Course, RemedyKind
from law.vocabulary import Act, Letter, Movement
from organizations.models import Staff


def readmit_remedy(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    reason: str,
    number: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Take a refusal back: the window was used on the day of the request, the deciding body's 30 days never stopped.

    Done by the body that refused, or by one over it; of a closed leg too. ``number``: as `refuse_remedy`.
    Raises Refused: not_found, not_permitted, wrong_state, not_refused, settled_already, opinion_replaced,
    number_missing, number_taken.
    """
    with performing(Act.READMIT_REMEDY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        remedy = current_remedy(deed.the_leg)
        assert remedy is not None, "the opening of the act has seen to it"
        course = COURSES[RemedyKind(remedy.kind)]
        due_on = _clocks_as_if_never_refused(deed, remedy, course)
        refusal = remedy.document
        assert refusal is not None
        words: dict[str, Any] = {"reason": reason, "due_on": due_on, "refusal": refusal}
        letter = paper(deed, Letter.REMEDY_READMITTED_NOTICE, remedy, number, unit=deed.place, **words)
        _take_up_again(deed, remedy, reason)
        deed.the_leg.closed_on, deed.to_state = None, course.open_state
        deed.facts = {
            "unit": remedy.unit_id,
            "at": place_of(remedy, deed.case).pk,
            "document": letter.number,
            "new_due_on": str(due_on),
        }
    return deed.case


def _clocks_as_if_never_refused(deed: Deed, remedy: Remedy, course: Course) -> date | None:
    """Let both clocks stand as if nobody had refused, and return the last day of the deciding body."""
    if window := window_of(deed.the_leg, course, remedy.against):
        # What was asked before the answer was received is in time too.
        used_on = max(remedy.requested_on, window.starts_on)
        Clock.objects.filter(pk=window.pk).update(met_on=used_on, ended_on=None, ended_by="")
    ended = deed.the_leg.clocks.filter(duty=course.duty, starts_on=remedy.received_on, ended_by=Act.REFUSE_REMEDY)
    clock = ended.latest("pk")
    Clock.objects.filter(pk=clock.pk).update(ended_on=None, ended_by="")
    return clock.due_on


def _take_up_again(deed: Deed, remedy: Remedy, reason: str) -> None:
    """Open the request as it was: what was said against it stays, and why it was taken back."""
    remedy.refused_on, remedy.decided_by, remedy.document = None, None, None
    remedy.admitted_on = remedy.admitted_on or deed.on
    remedy.readmitted_on, remedy.readmitted_by, remedy.readmit_reason = deed.on, deed.by, reason
    remedy.save()
    passed = deed.the_leg.hand_offs.filter(movement=Movement.REMEDY, to_unit=remedy.unit).latest("pk")
    passed.replied_on, passed.replied_by = None, None
    passed.save()
