"""Whose matter it is: objection, dispute, the sender's answer, the common superior's decision (Art. 23, 24)."""

from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.dispatch import assert_elsewhere, assert_fit
from cases.actions.frame import involve, performing
from cases.actions.returning import close_objection, give_back, state_before
from cases.letters.making import make_document, told_demands
from cases.models import Case, Leg, Objection
from cases.openings.jurisdiction import OBJECTION, SUPERIOR, arbiter_name
from cases.places.acting_units import sender_of
from cases.places.wall import assert_clear, is_accused
from law.errors import Refused
from law.matters import Ruling
from law.vocabulary import Act, Letter, Movement
from organizations.models import Staff, Unit
from organizations.vocabulary import UnitKind

_SUPERIORS = (UnitKind.GOVERNMENT, UnitKind.PARTY_ORGAN)


def object_to(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    reason: str,
    proposed: Unit | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Object that a leg is not this unit's matter, within 5 working days of receipt (Art. 23, para 3).

    ``proposed``: whose it is, where the unit knows. The duty to inform the petitioner runs on.
    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, unit_unfit, objection_bound,
    objected_already, objection_late.
    """
    if not reason.strip():
        raise Refused("reason_missing", "提出异议要详细说明理由：为什么不属于本单位职权，依据是什么。", OBJECTION)
    with performing(Act.OBJECT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        if proposed and proposed.pk == deed.the_leg.unit_id:
            raise Refused("unit_unfit", f"建议的单位就是本单位“{proposed.name}”，请另选，不明的可以不选。", OBJECTION)
        second = any(demand.returns for demand in deed.the_leg.demands.all())
        file_objection(deed, reason, proposed, second=second)
        _letter(deed, Letter.OBJECTION_LETTER, reason=reason, proposed=proposed)
        deed.facts |= {"proposed": proposed.pk if proposed else None, "second": second}
    return deed.case


def ask_arbitration(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    reason: str,
    proposed: Unit | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Put a dispute before the common superior, or the joint conference, without a return before (Art. 24).

    Of the holder or the sender, after the five working days or the sender's no. The duty to inform runs on.
    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, accepted_already, objection_bound,
    decided_already, not_disputed_yet.
    """
    if not reason.strip():
        raise Refused("reason_missing", "提请指定办理单位要写明争议的事实、双方的意见和依据。", SUPERIOR)
    with performing(Act.ASK_ARBITRATION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        filed = file_objection(deed, reason, proposed, disputed=True)
        arbiter = arbiter_name(deed.case, filed)
        _letter(deed, Letter.ARBITRATION_REQUEST, reason=reason, proposed=proposed, arbiter=arbiter)
        deed.facts |= {"unit": deed.place.pk, "proposed": proposed.pk if proposed else None}
    return deed.case


def file_objection(deed: Deed, reason: str, proposed: Unit | None, **kind: bool) -> Objection:
    """Write down that it is disputed whose matter a leg is; the superior who has to decide reads the case from now on.

    ``kind``: ``second`` or ``disputed``, where the superior decides and not the sender (Art. 24).
    """
    leg = deed.the_leg
    arbiter = common_superior(deed.case, leg) if any(kind.values()) else None
    if arbiter:
        involve(deed.case, arbiter, together=deed.together)
    return Objection.objects.create(
        leg=leg,
        filed_on=deed.on,
        filed_by=deed.by,
        reason=reason,
        proposed=proposed,
        arbiter=arbiter,
        demands=[demand.number for demand in leg.demands.all()],
        **kind,
    )


def _letter(deed: Deed, kind: Letter, **words: Any) -> None:
    """Make the letter of a dispute, of the unit that raises it."""
    leg = deed.the_leg
    letter = make_document(
        kind,
        deed.case,
        leg=leg,
        unit=deed.place,
        by=deed.by,
        on=deed.on,
        sender=sender_of(deed.case, leg),
        how=Movement(leg.movement).label,
        demands=[demand.text for demand in told_demands(deed.case, leg)],
        **words,
    )
    deed.facts["document"] = letter.number


def agree_objection(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    note: str,
    materials: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Agree, having verified it: the materials go back, the demands are free, dispatch goes on from its own start.

    Raises Refused: not_found, not_permitted, wrong_state, second_return.
    """
    with performing(Act.AGREE_OBJECTION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        close_objection(deed, Ruling.AGREED, note, materials=materials)
        give_back(deed, reason=note, counted=True)
    return deed.case


def refuse_objection(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Refuse an objection: the leg is where it was, and the duty to inform was never interrupted.

    Raises Refused: not_found, not_permitted, wrong_state, second_return.
    """
    with performing(Act.REFUSE_OBJECTION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        close_objection(deed, Ruling.REFUSED, reason)
        deed.to_state = state_before(deed.the_leg)
        deed.facts = {"unit": deed.the_leg.unit_id}
    return deed.case


def arbitrate(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    reason: str,
    unit: Unit | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Decide, as the common superior or the joint conference, who handles it (Art. 24): binding for everybody.

    ``unit``: another unit; the demands go back to the desk and can be sent to that unit alone. None: it stays.
    Raises Refused: not_found, not_permitted, wrong_state, first_objection, unit_unfit, accused_party.
    """
    with performing(Act.ARBITRATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        if unit is None or unit.pk == leg.unit_id:
            close_objection(deed, Ruling.STAYS, reason, named=leg.unit)
            deed.to_state = state_before(leg)
            deed.facts = {"unit": leg.unit_id}
            return deed.case
        assert_fit(unit, deed.on)
        assert_elsewhere(unit, deed.case)
        assert_clear(deed.case, unit)
        close_objection(deed, Ruling.MOVED, reason, named=unit)
        give_back(deed, reason=reason, counted=True, named=unit)
        deed.facts["named"] = unit.pk
    return deed.case


def common_superior(case: Case, leg: Leg) -> Unit | None:
    """Return the nearest party or government organ over both the sender and the holder of a leg, None where there is none.

    One that the case accuses decides nothing (Art. 30); then the joint conference does.
    """
    sender, holder = sender_of(case, leg), leg.unit
    shared = set(sender.line) & set(holder.line) - {sender.pk, holder.pk}
    organs = Unit.objects.filter(pk__in=shared, kind__in=_SUPERIORS)
    nearest = sorted(organs, key=lambda unit: -len(unit.line))
    return next((unit for unit in nearest if not is_accused(case, unit)), None)
