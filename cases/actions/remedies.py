"""The petitioner's remedies: requests for re-examination and review, and why one is not taken up (Art. 35, 36)."""

from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.frame import involve, performing
from cases.letters.making import make_document, told_demands
from cases.models import Case, Clock, Demand, Document, HandOff, Remedy
from cases.openings.paths import owes_answer
from cases.openings.refusal_grounds import unproven, window_of
from cases.openings.remedies import is_late, standing_opinion
from cases.places.deciders import chosen_decider, current_remedy, place_of
from cases.places.spot import Actor
from law.errors import Refused
from law.remedies import COURSES, Course, RefusalGround, RemedyKind, article_of
from law.vocabulary import Act, Channel, Letter, Movement
from organizations.models import Staff, Unit
from organizations.vocabulary import UnitKind


def request_reexamination(
    case_id: int,
    *,
    leg_id: int,
    by: Actor,
    request: str,
    unit: Unit | None = None,
    applicant: str = "",
    channel: Channel = Channel.LETTER,
    requested_on: date | None = None,
    received_on: date | None = None,
    late_reason: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Register a request for re-examination at the petitioner's will (Art. 35): ``requested_on`` handed in or posted.

    ``unit`` decides (proposed from the tree where left out); its 30 days run from ``received_on``.
    Raises Refused: not_found, not_permitted, wrong_state, no_remedy, settled_already, no_opinion, remedy_unfit,
    opinion_unserved, date_unfit, window_lapsed, decider_unknown, unit_unfit, accused_party.
    """
    with performing(Act.REQUEST_REEXAMINATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=request) as deed:
        asked = {"request": request, "applicant": applicant, "channel": channel, "late_reason": late_reason}
        _request(deed, COURSES[RemedyKind.REEXAMINATION], unit, requested_on, received_on, asked)
    return deed.case


def request_review(
    case_id: int,
    *,
    leg_id: int,
    by: Actor,
    request: str,
    unit: Unit | None = None,
    applicant: str = "",
    channel: Channel = Channel.LETTER,
    requested_on: date | None = None,
    received_on: date | None = None,
    late_reason: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Register a request for review of a re-examination opinion (Art. 36). As `request_reexamination`."""
    with performing(Act.REQUEST_REVIEW, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=request) as deed:
        asked = {"request": request, "applicant": applicant, "channel": channel, "late_reason": late_reason}
        _request(deed, COURSES[RemedyKind.REVIEW], unit, requested_on, received_on, asked)
    return deed.case


def refuse_remedy(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    ground: RefusalGround,
    reason: str,
    number: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Not take a request up on one of the grounds the record proves, with a letter; the window runs again from its old start.

    ``number``: that of the letter of a body outside. Raises Refused: not_found, not_permitted, wrong_state,
    no_ground, ground_unproven, took_part_below, number_missing, number_taken.
    """
    with performing(Act.REFUSE_REMEDY, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        remedy, course = open_remedy(deed)
        if refusal := unproven(ground, remedy, deed.the_leg):
            raise refusal
        window = window_of(deed.the_leg, course, remedy.against)
        letter = paper(
            deed,
            Letter.REEXAM_REJECT_NOTICE,
            remedy,
            number,
            ground=ground.label,
            basis=article_of(ground, course),
            window=window,
            unserved=ground is RefusalGround.NO_OPINION,
            reason=reason,
        )
        remedy.refused_on, remedy.refuse_ground, remedy.refuse_reason = deed.on, ground, reason
        remedy.decided_by = by
        end_remedy(deed, remedy, letter)
        deed.facts["ground"] = str(ground)
        if window:
            Clock.objects.filter(pk=window.pk).update(met_on=None)
    return deed.case


def open_remedy(deed: Deed) -> tuple[Remedy, Course]:
    """Return the open remedy of a leg that is being re-examined or reviewed, and its course."""
    remedy = current_remedy(deed.the_leg)
    assert remedy is not None
    return remedy, COURSES[RemedyKind(remedy.kind)]


def end_remedy(deed: Deed, remedy: Remedy, letter: Document) -> None:
    """Write down how a remedy ended: its letter, and the day the file left the deciding unit."""
    remedy.document = letter
    remedy.save()
    passed = deed.the_leg.hand_offs.filter(movement=Movement.REMEDY, to_unit=remedy.unit, replied_on=None)
    passed.update(replied_on=deed.on, replied_by=deed.by)
    deed.facts.update(unit=remedy.unit_id, document=letter.number)


def paper(deed: Deed, kind: Letter, remedy: Remedy, number: str, *, unit: Unit | None = None, **words: Any) -> Document:
    """Make a letter of the deciding unit, or of ``unit``; a body outside has numbered its own.

    Raises Refused: number_missing, number_taken.
    """
    outside = remedy.unit.kind == UnitKind.EXTERNAL
    if outside and not number.strip():
        raise Refused("number_missing", f"“{remedy.unit.name}”的{kind.label}要填写它自己的文号。", deed.step.article)
    number = number.strip() if outside else ""
    if number and Document.objects.filter(unit=remedy.unit, kind=kind, number=number).exists():
        raise Refused(
            "number_taken", f"“{remedy.unit.name}”的{kind.label}{number}已经登记过，请核对文号。", deed.step.article
        )
    leg = deed.the_leg
    return make_document(
        kind,
        deed.case,
        leg=leg,
        unit=remedy.unit if outside else unit or remedy.unit,
        by=deed.by,
        on=deed.on,
        number=number,
        remedy=remedy,
        demands=_disputed(deed),
        attacked=_attacked(deed, remedy),
        word=RemedyKind(remedy.kind).label,
        **words,
    )


def _disputed(deed: Deed) -> list[Demand]:
    """What an opinion answered; what other letters of the leg answered has ways of its own (Art. 31)."""
    told = told_demands(deed.case, deed.the_leg)
    return [demand for demand in told if owes_answer(demand)] or told


def _attacked(deed: Deed, remedy: Remedy) -> list[str]:
    """What a review is asked against: the decision of the re-examination; of a handling opinion its answers say it."""
    if remedy.kind != RemedyKind.REVIEW:
        return []
    earlier = deed.the_leg.remedies.filter(kind=RemedyKind.REEXAMINATION, document=remedy.against).first()
    return [f"{earlier.decision_words}。{earlier.opinion}"] if earlier else []


def _request(
    deed: Deed,
    course: Course,
    unit: Unit | None,
    requested_on: date | None,
    received_on: date | None,
    asked: dict[str, Any],
) -> None:
    leg, against = deed.the_leg, standing_opinion(deed.the_leg)
    assert against is not None
    received_on = deed.stated(received_on) or deed.on
    requested_on = deed.stated(requested_on) or received_on
    window = window_of(leg, course, against)
    _assert_days(
        deed, max(against.issued_on, window.starts_on if window else against.issued_on), requested_on, received_on
    )
    late = is_late(course, window, requested_on, asked["late_reason"])
    _used(window)
    decider = chosen_decider(deed.case, against.unit, unit, course)
    remedy = Remedy.objects.create(
        district_id=deed.case.district_id,
        case=deed.case,
        leg=leg,
        kind=course.kind,
        unit=decider,
        against=against,
        requested_on=requested_on,
        received_on=received_on,
        late=late,
        admitted_on=None if late else received_on,
        registered_by=deed.account,
        **{**asked, "late_reason": asked["late_reason"] if late else ""},
    )
    HandOff.objects.create(
        district_id=deed.case.district_id,
        case=deed.case,
        leg=leg,
        movement=Movement.REMEDY,
        from_unit=leg.unit,
        to_unit=decider,
        sent_by=deed.account,
        sent_on=requested_on,
        received_on=received_on,
        reason=f"请求{course.kind.label}",
        legal_basis=deed.step.article,
    )
    involve(deed.case, decider, together=deed.together)
    leg.closed_on = None
    deed.met_on[course.window], deed.starts_on[course.duty] = requested_on, received_on
    deed.bearers[course.duty] = decider
    deed.facts = {
        "unit": decider.pk,
        "at": place_of(remedy, deed.case).pk,
        "document": against.number,
        "late": late,
        "requested_on": requested_on.isoformat(),
        "received_on": received_on.isoformat(),
    }


def _assert_days(deed: Deed, earliest: date, requested_on: date, received_on: date) -> None:
    for first, day, last, word in (
        (earliest, requested_on, deed.on, "提出日期"),
        (requested_on, received_on, deed.on, "收到日期"),
    ):
        if not first <= day <= last:
            raise Refused("date_unfit", f"{word}{day}应在{first}与{last}之间，请核对。", deed.step.article)


def _used(window: Clock | None) -> None:
    """A window that closing ended was used all the same: what was posted in time arrives after it (Art. 35, 36)."""
    if window and window.ended_by == Act.CLOSE:
        Clock.objects.filter(pk=window.pk).update(ended_on=None, ended_by="")
