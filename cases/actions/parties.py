"""The people, demands and respondents of a case, written for the acts that bring them."""

from collections.abc import Sequence

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.models import Case, Demand, Party, Respondent
from cases.record.party_digests import digests_for
from law.errors import Refused
from organizations.models import Staff
from organizations.roles import Role

MOST_DEMANDS = 50
_LEADING = (Role.HEAD, Role.LEADER)


def write_parties(case: Case, parties: Sequence[PartyInput]) -> None:
    """Write the people of a case with their look-up digests; missing parts stay empty."""
    Party.objects.bulk_create([party_row(case, each) for each in parties])


def party_row(case: Case, party: PartyInput) -> Party:
    """Return an unsaved row for one person, sealed fields and digests filled."""
    return Party(
        case=case,
        role=party.role,
        name=party.name,
        id_type=party.id_type,
        id_number=party.id_number,
        phone=party.phone,
        address=party.address,
        unclear=_unclear(party),
        mandate=party.mandate,
        mandate_until=party.mandate_until,
        **digests_for(name=party.name, id_number=party.id_number, phone=party.phone),
    )


def write_demands(case: Case, demands: Sequence[DemandInput], *, first: int = 1) -> list[Demand]:
    """Write numbered demands from ``first`` on. Raises Refused: no_demand, too_many_demands."""
    return Demand.objects.bulk_create(demand_rows(case, demands, first=first))


def demand_rows(case: Case, demands: Sequence[DemandInput], *, first: int = 1) -> list[Demand]:
    """Return unsaved rows of numbered demands from ``first`` on. Raises Refused: no_demand, too_many_demands."""
    if not demands:
        raise Refused("no_demand", "至少要有一项诉求。", "第十九条")
    if len(demands) > MOST_DEMANDS:
        raise Refused("too_many_demands", f"一件最多{MOST_DEMANDS}项诉求，现有{len(demands)}项，请归并后再登记。")
    return [
        Demand(case=case, number=number, kind=each.kind, path=each.path or "", text=each.text)
        for number, each in enumerate(demands, first)
    ]


def write_respondents(case: Case, respondents: Sequence[RespondentInput]) -> list[Respondent]:
    """Write the respondents and tie each to its demands (to all of them where none is named).

    A person who leads a unit stands for that unit too (Art. 30).
    """
    by_number = {demand.number: demand for demand in case.demands.all()} if respondents else {}
    rows = []
    for each in respondents:
        row = Respondent.objects.create(
            case=case,
            name=each.name,
            position=each.position,
            unit_id=each.unit_id or _unit_led_by(each.staff_id),
            staff_id=each.staff_id,
            outside=each.outside,
        )
        row.demands.set([by_number[n] for n in each.demands if n in by_number] or by_number.values())
        rows.append(row)
    return rows


def _unit_led_by(staff_id: int | None) -> int | None:
    """Return the highest unit that a person leads, if there is one."""
    staff = Staff.objects.filter(pk=staff_id).first() if staff_id else None
    led = [grant.unit for grant in staff.grants_in_force if grant.role in _LEADING] if staff else []
    return min(led, key=lambda unit: len(unit.line)).pk if led else None


def _unclear(party: PartyInput) -> str:
    missing = [word for word, value in (("姓名", party.name), ("住址", party.address)) if not value.strip()]
    return f"{'、'.join(missing)}不清" if missing else ""
