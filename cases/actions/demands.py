"""Splitting a petition into demands, and linking whom it complains of."""

from collections.abc import Sequence
from datetime import date

from cases.actions.frame import performing
from cases.actions.inputs import DemandInput, RespondentInput
from cases.actions.parties import write_demands, write_respondents
from cases.actions.publication import end_of_accusing
from cases.models import Case, Demand, Respondent
from cases.places.wall import refresh_wall
from cases.record.search_terms import index_case
from law.errors import Refused
from law.vocabulary import Act
from organizations.closed_units import assert_open
from organizations.models import Staff, Unit
from organizations.vocabulary import UnitKind


def split(
    case_id: int, *, by: Staff, demands: Sequence[DemandInput], seen: int | None = None, on: date | None = None
) -> Case:
    """Replace the demands that no unit has yet by ``demands`` (Art. 22); dispatched ones stay as they are.

    Raises Refused: not_found, not_permitted, wrong_state, no_demand, too_many_demands.
    """
    with performing(Act.SPLIT, case_id, by=by, seen=seen, on=on) as deed:
        case = deed.case
        keeping = _respondents_of_open(case)
        before = list(case.demands.filter(leg=None))
        case.demands.filter(leg=None).delete()
        last = case.demands.order_by("-number").first()
        written = write_demands(case, demands, first=last.number + 1 if last else 1)
        _carry(before, written)
        for respondent in keeping:
            respondent.demands.add(*written)
        deed.facts = {"demands": [[demand.number, str(demand.kind), str(demand.path)] for demand in written]}
        refresh_wall(case)
        end_of_accusing(deed)
        index_case(case)
    return deed.case


def link_respondent(
    case_id: int,
    *,
    by: Staff,
    name: str,
    position: str = "",
    unit: Unit | None = None,
    staff: Staff | None = None,
    outside: bool = False,
    respondent_id: int | None = None,
    demands: Sequence[int] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Link a respondent to a unit or person, or mark it outside (Art. 30): exactly one of the three.

    A person who leads a unit stands for that unit too. After this the case may leave the linker's own screen.
    Raises Refused: not_found, not_permitted, link_one_of_three, unit_unfit, unit_closed.
    """
    if outside == (unit is not None or staff is not None):
        raise Refused("link_one_of_three", "请三选一：关联到单位、关联到工作人员，或者标为系统外。", "第三十条")
    if unit and unit.kind == UnitKind.AREA:
        raise Refused(
            "unit_unfit", f"“{unit.name}”是行政区域，不是机关、单位；请选择被反映的具体机关、单位。", "第三十条"
        )
    with performing(Act.LINK_RESPONDENT, case_id, by=by, seen=seen, on=on) as deed:
        case = deed.case
        if unit:
            # Whoever complains of what is no more complains of its successor: there its people are (docs/decisions/0059).
            assert_open(unit, deed.on)
        old = case.respondents.filter(pk=respondent_id).first() if respondent_id else None
        numbers = tuple(demands) or (tuple(old.demands.values_list("number", flat=True)) if old else ())
        if old:
            old.delete()
        link = RespondentInput(
            name, position, unit.pk if unit else None, staff.pk if staff else None, outside, tuple(numbers)
        )
        [row] = write_respondents(case, [link])
        deed.facts = {"unit": row.unit_id, "staff": row.staff_id, "outside": outside, "demands": list(numbers)}
        refresh_wall(case)
        end_of_accusing(deed)
        index_case(case)
    return deed.case


def _carry(before: Sequence[Demand], written: Sequence[Demand]) -> None:
    """What came back keeps its history however it is cut: the returns, the first acceptance, the unit named for it."""
    if not any(row.returns or row.accepted_on or row.assigned_unit_id for row in before):
        return
    named = {row.assigned_unit_id for row in before}
    Demand.objects.filter(pk__in=[row.pk for row in written]).update(
        returns=max(row.returns for row in before),
        accepted_on=min((row.accepted_on for row in before if row.accepted_on), default=None),
        assigned_unit=named.pop() if len(named) == 1 else None,
    )


def _respondents_of_open(case: Case) -> list[Respondent]:
    return list(case.respondents.filter(demands__leg=None).distinct())
