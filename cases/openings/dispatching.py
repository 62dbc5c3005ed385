"""When demands can leave the desk, and which unit can be responsible for them (Art. 22, 23, 24, 30)."""

from datetime import date

from cases.models import Case, Demand
from cases.places.spot import Spot
from cases.places.wall import ARTICLE as WALL
from law.errors import Refused
from law.vocabulary import Kind
from organizations.models import Unit
from organizations.vocabulary import UnitKind

_NO_LEGS = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP, UnitKind.EXTERNAL)


def waiting(case: Case) -> list[Demand]:
    """Return the demands that no unit has."""
    return [demand for demand in case.demands.all() if demand.leg_id is None]


def undispatched(spot: Spot) -> Refused | None:
    """A demand still waits for dispatch (Art. 24). Code: demand_taken."""
    if waiting(spot.case):
        return None
    return Refused("demand_taken", "各项诉求都已经分流，没有等候分流的诉求。", "第二十四条")


def dispatchable(spot: Spot) -> Refused | None:
    """A demand waits, and whom an accusation means is known (Art. 24, 30).

    Codes: demand_taken, respondent_missing, respondent_unlinked.
    """
    return undispatched(spot) or unlinked_accusation(spot.case)


def keepable(spot: Spot) -> Refused | None:
    """A unit keeps what it received itself; a petition office handles nothing (Art. 22, 23).

    Codes: office_cannot_keep, and those of `dispatchable`.
    """
    if spot.case.unit.kind == UnitKind.PETITION_OFFICE:
        return Refused("office_cannot_keep", "信访部门不直接办理，请转送或者交办给有权处理的单位。", "第二十二条")
    return dispatchable(spot)


def unlinked_accusation(case: Case) -> Refused | None:
    """Return why nothing may leave the desk: an accusation names nobody, or one who is linked to nobody (Art. 30).

    Codes: respondent_missing, respondent_unlinked.
    """
    accusing = [demand for demand in case.demands.all() if demand.kind == Kind.ACCUSATION]
    respondents = list(case.respondents.all()) if accusing else []
    named = {demand.pk for respondent in respondents for demand in respondent.demands.all()}
    for demand in accusing:
        if demand.pk not in named:
            return Refused(
                "respondent_missing",
                f"第{demand.number}项诉求是检举控告，尚未登记被反映对象。请先“关联被反映对象”，不明的可标为系统外。",
                WALL,
            )
    unlinked = sum(each.accused and not each.linked for each in respondents)
    if unlinked:
        return Refused(
            "respondent_unlinked", f"还有{unlinked}名被反映对象没有关联到单位或人员，也没有标为系统外，不能分流。", WALL
        )
    return None


def unfit(unit: Unit, on: date) -> Refused | None:
    """Return why a unit cannot be responsible (Art. 22, 24): its kind, or it is no more. Code: unit_unfit."""
    if unit.kind in _NO_LEGS:
        return Refused(
            "unit_unfit", f"“{unit.name}”不能作为责任单位；请选择部门、乡镇街道等有权处理的机关、单位。", "第二十二条"
        )
    if unit.valid_to and unit.valid_to <= on:
        heir = f"，职权由“{unit.successor.name}”继续行使" if unit.successor else ""
        return Refused("unit_unfit", f"“{unit.name}”已于{unit.valid_to}撤销{heir}。", "第二十四条第二款")
    return None
