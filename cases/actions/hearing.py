"""Hearings: called by a written notice, held and recorded; only the review clock leaves them out (Art. 31, 36)."""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.clocks import recount
from cases.letters.making import make_document
from cases.models import Case, Clock, Hearing, Leg
from cases.models.clock import RUNNING
from cases.openings.time import HEARING, open_hearing
from cases.places.deciders import current_remedy
from cases.places.second_person import took_part
from cases.places.wall import assert_unaccused
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter, State
from organizations.models import Staff


def call_hearing(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    matter: str,
    planned_on: date,
    place: str,
    chair: Staff,
    participants: str,
    at_time: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Call a hearing: matter, day, place, chair and participants, with a written notice (Art. 31, item six).

    Raises Refused: not_found, not_permitted, wrong_state, hearing_called, date_past, chair_unfit, accused_party.
    """
    with performing(Act.CALL_HEARING, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=matter) as deed:
        leg = deed.the_leg
        if planned_on < deed.on:
            raise Refused("date_past", f"听证日期{planned_on}已经过去，请选择今天{deed.on}或者以后的日期。")
        _assert_fit_to_chair(deed, chair)
        assert_unaccused(deed.case, chair)
        hearing = Hearing.objects.create(
            leg=leg,
            matter=matter,
            planned_on=planned_on,
            at_time=at_time,
            place=place,
            chair=chair,
            participants=participants,
            called_on=deed.on,
            called_by=by,
        )
        deed.facts = {"planned_on": planned_on.isoformat(), **_letters(deed, hearing, Letter.HEARING_NOTICE)}
    return deed.case


def hold_hearing(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    held_from: date,
    attended: str,
    minutes: str,
    conclusion: str,
    held_to: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record a hearing with minutes and report; its days are left out of a running review, of nothing else (Art. 36).

    Raises Refused: not_found, not_permitted, wrong_state, hearing_not_called, date_unfit.
    """
    with performing(Act.HOLD_HEARING, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=conclusion) as deed:
        hearing = open_hearing(deed.the_leg)
        assert hearing, "the opening of the act has seen to it"
        held_to = held_to or held_from
        if not hearing.called_on <= held_from <= held_to <= deed.on:
            raise Refused(
                "date_unfit",
                f"听证日期{held_from}至{held_to}应在通知之日{hearing.called_on}与今天{deed.on}之间，请核对。",
                HEARING,
            )
        hearing.held_from, hearing.held_to, hearing.recorded_by = held_from, held_to, by
        hearing.attended, hearing.minutes, hearing.conclusion = attended, minutes, conclusion
        hearing.clock = _review_clock(deed.the_leg)
        hearing.save()
        deed.facts = {"from": held_from.isoformat(), "to": held_to.isoformat()}
        if hearing.clock:
            deed.facts["new_due_on"] = str(recount(hearing.clock))
        deed.facts.update(_letters(deed, hearing, Letter.HEARING_MINUTES, Letter.HEARING_REPORT))
    return deed.case


def _assert_fit_to_chair(deed: Deed, chair: Staff) -> None:
    leg = deed.the_leg
    investigated = {leg.handler_id, leg.first_handler_id, leg.submitted_by_id}
    investigated |= set(leg.inquiries.values_list("by_id", flat=True))
    investigated |= set(leg.hand_offs.values_list("replied_by_id", flat=True))
    if took_part(deed.case, leg, chair, investigated):
        raise Refused("chair_unfit", f"{chair.name}参加了本件的调查，不能主持听证，请另选主持人。", HEARING)


def _review_clock(leg: Leg) -> Clock | None:
    return leg.clocks.filter(RUNNING, duty=Duty.REVIEW_30D).first()


def _letters(deed: Deed, hearing: Hearing, *kinds: Letter) -> dict[str, str]:
    leg = deed.the_leg
    remedy = current_remedy(leg) if leg.state == State.REVIEWING else None
    # A body outside has no account here: the desk writes for it, and says for whom.
    reviewer = remedy.unit.formal_name if remedy and remedy.unit_id != deed.place.pk else ""
    made = [
        make_document(
            kind,
            deed.case,
            leg=leg,
            unit=deed.place,
            by=deed.by,
            on=deed.on,
            hearing=hearing,
            review=leg.state == State.REVIEWING,
            reviewer=reviewer,
        )
        for kind in kinds
    ]
    return {"document": "、".join(each.number for each in made)}
