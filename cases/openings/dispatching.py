"""When demands can leave the desk, and which unit can be responsible for them (Art. 22, 23, 24, 30)."""

from datetime import date

from cases.models import Case, Demand
from cases.places.spot import Spot
from cases.places.wall import ARTICLE as WALL
from law.errors import Refused
from law.vocabulary import Channel, Duty, Kind
from organizations.closed_units import SUCCEEDING, closed_words, is_closed
from organizations.models import Unit
from organizations.superiors import stands_over
from organizations.vocabulary import UnitKind

DIRECT, SPOT = "第二十三条第一款", "第二十三条第二款"
_NO_LEGS = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP, UnitKind.EXTERNAL)


def reachable(case: Case) -> bool:
    """Tell whether there is somebody to write to: not anonymous, and one name and address clear."""
    return not case.anonymous and any(not party.unclear for party in case.parties.all())


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


def beyond_own_system(case: Case, unit: Unit) -> Refused | None:
    """Return why an organ that received a matter directly cannot send it to a unit (Art. 23, para 1). Code: not_own_system.

    A petition office sends it to whoever is competent; so does the sealed desk what accuses its own desk (Art. 22, 30).
    """
    desk = case.unit
    if desk.kind == UnitKind.PETITION_OFFICE or case.desk_walled or stands_over(desk, unit):
        return None
    return Refused(
        "not_own_system",
        f"“{unit.name}”不是“{desk.name}”的下级单位：信访部门以外的机关只能转送、交办本系统有权处理的下级机关、单位。"
        "不属于本单位和本系统职权的，请“告知向有权机关提出”。",
        DIRECT,
    )


def directable(spot: Spot) -> Refused | None:
    """An organ tells whoever came directly whose matter it is; a petition office sends it there itself (Art. 22, 23).

    Codes: office_cannot_direct, petitioner_unknown, and those of `dispatchable`.
    """
    if spot.case.unit.kind == UnitKind.PETITION_OFFICE:
        words = "信访部门收到的，应当转送有权处理的机关、单位，或者“转出”，不能让信访人另行提出。"
        return Refused("office_cannot_direct", words, "第二十二条第一款")
    if not reachable(spot.case):
        words = "信访人的姓名（名称）、住址不清，没有人可以书面告知。"
        return Refused("petitioner_unknown", words, "第二十三条第二款")
    return dispatchable(spot)


def tellable_on_spot(spot: Spot) -> Refused | None:
    """A visitor is told at the counter, on the day of the visit, once (Art. 23, para 2).

    Codes: not_a_visit, not_on_the_spot, told_already.
    """
    case = spot.case
    if case.channel != Channel.VISIT:
        return Refused("not_a_visit", "只有来访的可以当场告知；其他形式提出的，15日内书面告知。", SPOT)
    if any(clock.duty == Duty.NOTICE_DIRECT_SPOT for clock in case.clocks.all()):
        return Refused("told_already", "已经当场书面告知，不需要再办理。", SPOT)
    if spot.on != case.received_on:
        words = f"当场告知只能在来访当天（{case.received_on}）办理，今天是{spot.on}；请在收到之日起15日内书面告知。"
        return Refused("not_on_the_spot", words, SPOT)
    return None


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
    return Refused("unit_unfit", closed_words(unit), SUCCEEDING) if is_closed(unit, on) else None
