"""Dispatch of demands to the units that answer them: refer, commission, keep (Art. 22, 23)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.frame import involve, performing
from cases.actions.whereabouts import tell_whereabouts
from cases.letters.making import told_demands
from cases.models import Case, Demand, HandOff, Leg
from cases.openings.commission import too_many_days
from cases.openings.dispatching import beyond_own_system, unfit
from cases.openings.paths import owes_notice
from cases.places.wall import assert_clear, attach_demands, is_accused
from cases.record.search_terms import index_case
from law.errors import Refused
from law.vocabulary import Act, Duty, Kind, Letter, Movement, State
from organizations.models import Staff, Unit


def refer(
    case_id: int,
    *,
    by: Staff,
    unit: Unit,
    demands: Sequence[int],
    reason: str,
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Refer demands (by number) to the unit competent for them (Art. 22): one leg, one hand-off, one letter.

    ``extract`` is what the unit is told where the case is sealed and these demands accuse nobody.
    An organ other than the petition office sends its own system alone what it received directly, and tells the
    petitioner where it went (Art. 23, para 1).
    Raises Refused: not_found, not_permitted, wrong_state, demand_taken, unit_unfit, not_own_system, accused_party,
    respondent_missing, respondent_unlinked, extract_missing.
    """
    with performing(Act.REFER, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        _open_leg(deed, unit, demands, Movement.REFER, state=State.REFERRED, reason=reason, extract=extract)
        _letter(deed, Letter.REFERRAL_LETTER, reason=reason)
        tell_whereabouts(deed, reason)
    return deed.case


def commission(
    case_id: int,
    *,
    by: Staff,
    unit: Unit,
    demands: Sequence[int],
    reason: str,
    days: int,
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Commission a unit (Art. 22, item three): as `refer`, with feedback and a report due within ``days``.

    Raises Refused: as `refer`, and feedback_days.
    """
    with performing(Act.COMMISSION, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        if refusal := too_many_days(days, deed.case, deed.on):
            raise refusal
        _open_leg(deed, unit, demands, Movement.COMMISSION, state=State.COMMISSIONED, reason=reason, extract=extract)
        deed.the_leg.report_required = True
        deed.days[Duty.COMMISSION_FEEDBACK] = days
        deed.facts["days"] = days
        _letter(deed, Letter.COMMISSION_LETTER, reason=reason, days=days)
        tell_whereabouts(deed, reason)
    return deed.case


def keep(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    reason: str = "",
    extract: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Keep demands at the unit that received them directly and is competent (Art. 23, para 1).

    ``extract`` as in `refer`: the handlers of a sealed case read no more than that.
    Raises Refused: as `refer`, and office_cannot_keep.
    """
    with performing(Act.KEEP, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        _open_leg(deed, deed.case.unit, demands, Movement.DIRECT, state=State.RECEIVED, reason=reason, extract=extract)
        deed.the_leg.received_on = deed.case.received_on
    return deed.case


def _open_leg(
    deed: Deed, unit: Unit, numbers: Sequence[int], movement: Movement, *, state: State, reason: str, extract: str
) -> None:
    case = deed.case
    assert_fit(unit, deed.on)
    if movement != Movement.DIRECT:
        assert_elsewhere(unit, case)
        if refusal := beyond_own_system(case, unit):
            raise refusal
    if deed.locked.named:
        assert_clear(case, unit)
    rows = free_demands(deed, numbers)
    _assert_assigned(rows, unit)
    pass_extract(case, rows, extract)
    common: dict[str, Any] = {
        "district_id": case.district_id,
        "case": case,
        "movement": movement,
        "received_on": deed.on,
    }
    deed.leg = leg = Leg(pk=deed.locked.leg_key, unit=unit, from_unit=case.unit, state=state, **common)
    attach_demands(leg, rows, deed.together)
    hand_off = HandOff(
        leg=leg,
        from_unit=case.unit,
        to_unit=unit,
        sent_by=deed.by,
        sent_on=deed.on,
        reason=reason,
        legal_basis=deed.step.article,
        **common,
    )
    # Nobody asks the database for these rows before the end of the act, where they are written.
    deed.together.insert(leg, hand_off)
    deed.leaving = rows
    involve(case, unit, together=deed.together)
    if not owes_notice(Duty.NOTICE_REFERRED_15D, unit, rows):
        deed.omits.add(Duty.NOTICE_REFERRED_15D)
    if any(row.assigned_unit_id for row in rows):
        deed.omits.add(Duty.OBJECTION_5WD)
    deed.facts.update(unit=unit.pk, demands=[row.number for row in rows])


def _assert_assigned(rows: Sequence[Demand], unit: Unit) -> None:
    """What the common superior decided binds the desk too (Art. 24)."""
    for row in rows:
        named = row.assigned_unit
        if named and named.pk != unit.pk and not is_accused(row.case, named):
            raise Refused(
                "unit_assigned", f"第{row.number}项诉求已经指定由“{named.name}”办理，只能分给该单位。", "第二十四条"
            )


def assert_fit(unit: Unit, on: date) -> None:
    """Refuse a unit that cannot be responsible. Raises Refused unit_unfit."""
    if refusal := unfit(unit, on):
        raise refusal


def assert_elsewhere(unit: Unit, case: Case) -> None:
    """A case goes to another unit of its own district, or above; what belongs to another district is transferred out."""
    if unit.pk == case.unit_id:
        raise Refused(
            "unit_unfit", f"本件就在“{unit.name}”，不需要转给自己；属本单位职权的请“本单位办理”。", "第二十三条第一款"
        )
    if unit.district_id not in (None, case.district_id):
        raise Refused("unit_unfit", f"“{unit.name}”不在本区，请选择本区的责任单位。", "第二十二条第一款第二项")


def free_demands(deed: Deed, numbers: Sequence[int]) -> list[Demand]:
    """Return demands that no unit has yet, by number. Raises Refused: demand_unknown, demand_taken."""
    rows = [demand for demand in deed.locked.demands if demand.number in numbers]
    missing = sorted(set(numbers) - {row.number for row in rows})
    if missing or not rows:
        raise Refused("demand_unknown", f"没有第{'、'.join(map(str, missing)) or '？'}项诉求，请重新选择。")
    taken = [str(row.number) for row in rows if row.leg_id]
    if taken:
        raise Refused("demand_taken", f"第{'、'.join(taken)}项诉求已经分流，一项诉求只能有一个责任单位。", "第二十四条")
    return rows


def pass_extract(case: Case, rows: Sequence[Demand], extract: str) -> None:
    """In a sealed case the other units get an extract, never the letter (Art. 30)."""
    harmless = [row for row in rows if row.kind != Kind.ACCUSATION]
    if not case.sealed or not harmless:
        return
    if len(harmless) != len(rows):
        raise Refused("accusation_apart", "检举控告要单独分流，不能和其他诉求一起转给同一单位。", "第三十条")
    if not extract.strip():
        raise Refused(
            "extract_missing", "本件含检举控告：请填写摘转内容，只摘录本次分流的诉求，不写被检举的人和事。", "第三十条"
        )
    for row in harmless:
        row.extract = extract.strip()
    Demand.objects.filter(pk__in=[row.pk for row in harmless]).update(extract=extract.strip())
    index_case(case)


def _letter(deed: Deed, kind: Letter, **words: Any) -> None:
    demands = [demand.text for demand in told_demands(deed.case, deed.the_leg)]
    deed.writes(kind, unit=deed.case.unit, demands=demands, **words)
