"""Disputes that go to another unit: handed up, transferred, taken or given back; each movement is a row."""

from datetime import date

from law.errors import Refused
from law.local_rules import working_days_after
from law.matters import Tier
from organizations.closed_units import assert_open
from organizations.models import Staff, Unit
from organizations.recording import Recorded, recording
from organizations.settings_in_force import setting_on
from organizations.vocabulary import DEPARTMENTS, UnitKind
from organizations.working_days import working_calendar
from screening.disputes.filing import due_of, settler_of
from screening.disputes.moves import GIVE_BACK, HAND_TO, PASS_ON, TAKE
from screening.disputes.settings import DECIDE_DAYS
from screening.models import Dispute, DisputeHandOff
from screening.models.words import DisputeState
from screening.wording import assert_of_a_dispute

_RECEIVING = (UnitKind.VILLAGE, UnitKind.TOWN, UnitKind.PETITION_OFFICE, *DEPARTMENTS)


def escalate(row: Dispute, *, reason: str, by: Staff, seen: int | None = None, on: date | None = None) -> Dispute:
    """Hand a dispute up: from the village to its town, from there to the district's office. Raises Refused: nobody_above."""
    with recording(PASS_ON, row, by=by, seen=seen, on=on) as made:
        found = dispute_in(made)
        if found.unit_id == found.found_at_id and found.tier == Tier.DIFFICULT:
            found.due_on = due_of(found.unit, Tier.DIFFICULT, found.found_on)
        hand_over(made, above(found.unit), reason)
    return dispute_in(made)


def transfer(
    row: Dispute, *, unit: Unit, reason: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Dispute:
    """Give a dispute to a unit whose business it is, a department above all. Raises Refused: unit_unfit, unit_closed."""
    with recording(HAND_TO, row, by=by, seen=seen, on=on) as made:
        hand_over(made, unit, reason)
    return dispute_in(made)


def take(row: Dispute, *, by: Staff, seen: int | None = None, on: date | None = None) -> Dispute:
    """Take a dispute that was handed over."""
    with recording(TAKE, row, by=by, seen=seen, on=on) as made:
        take_over(made)
    return dispute_in(made)


def take_over(made: Recorded) -> None:
    """Let the unit that a dispute was handed to answer for it, inside a step."""
    _decided(made, taken=True)
    row = dispute_in(made)
    row.state, row.settler = DisputeState.OPEN, settler_of(row.unit, Tier(row.tier))


def give_back(row: Dispute, *, reason: str, by: Staff, seen: int | None = None, on: date | None = None) -> Dispute:
    """Give a dispute back to the unit that handed it over, with the reason."""
    with recording(GIVE_BACK, row, by=by, seen=seen, on=on) as made:
        last = _decided(made, taken=False, said=reason)
        row = dispute_in(made)
        row.unit, row.settler = last.from_unit, settler_of(last.from_unit, Tier(row.tier))
        made.facts = {"to": last.from_unit_id}
    return dispute_in(made)


def above(unit: Unit) -> Unit:
    """Return where a unit hands a dispute up to. Raises Refused nobody_above."""
    if unit.kind == UnitKind.VILLAGE:
        found = Unit.objects.filter(pk__in=unit.line, kind=UnitKind.TOWN).order_by("-path").first()
    elif unit.kind == UnitKind.PETITION_OFFICE:
        found = None
    else:
        offices = Unit.objects.filter(district=unit.district_id, kind=UnitKind.PETITION_OFFICE, valid_to=None)
        found = offices.order_by("path").first()
    if found is None:
        raise Refused("nobody_above", f"“{unit.name}”已经是区一级，请转有权处理的部门，或者转信访。")
    return found


def hand_over(made: Recorded, to: Unit, reason: str) -> None:
    """Write the movement of a dispute inside its step. Raises Refused: unit_unfit, unit_closed, about_people, judging, conditional."""
    row: Dispute = made.record
    assert_of_a_dispute(reason)
    assert_open(to, made.on)
    if to.pk == row.unit_id or to.district_id != row.district_id or to.kind not in _RECEIVING:
        raise Refused("unit_unfit", f"不能转给“{to.name}”，请选择本区的部门、乡镇街道、村（社区）。")
    days = setting_on(DECIDE_DAYS.key, made.on, row.district_id)
    decide_by = working_days_after(made.on, days, working_calendar())
    DisputeHandOff.objects.create(
        dispute=row, from_unit=row.unit, to_unit=to, reason=reason.strip(), on=made.on, by=made.by, decide_by=decide_by
    )
    row.unit, row.person = to, None
    made.facts |= {"to": to.pk, "decide_by": decide_by}


def _decided(made: Recorded, *, taken: bool, said: str = "") -> DisputeHandOff:
    assert_of_a_dispute(said)
    last: DisputeHandOff = made.record.hand_offs.select_related("from_unit").get(decided_on=None)
    last.decided_on, last.decided_by, last.taken, last.said = made.on, made.by, taken, said.strip()
    last.save(update_fields=["decided_on", "decided_by", "taken", "said"])
    return last


def dispute_in(made: Recorded) -> Dispute:
    """Return the dispute of a step that was taken."""
    found: Dispute = made.record
    return found
