"""When it is open whose matter it is: objecting, deciding about it, going up (Art. 22, 23, 24, 30)."""

from datetime import date

from cases.models import Case, Clock, Escalation, Leg, Objection
from cases.openings.dispatching import unfit
from cases.openings.exits import unaccepted
from cases.places.spot import Spot
from cases.places.wall import accused_party
from law.errors import Refused
from law.matters import Ruling
from law.vocabulary import Duty
from organizations.models import Unit
from organizations.superiors import higher

OBJECTION, SUPERIOR, ESCALATION = "第二十三条第三款", "第二十四条", "第二十二条第一款"


def objectionable(spot: Spot) -> Refused | None:
    """A unit objects once, within 5 working days, to what nobody assigned to it (Art. 23, 24).

    Codes: objection_bound, objected_already, objection_late.
    """
    clock = _last_objection_clock(spot.leg)
    if clock is None:
        return _bound()
    if not clock.running:
        words = "对本环节已经提出过异议，并已作出处理，请依职权受理。"
        return Refused("objected_already", words, OBJECTION)
    return _late(clock, spot.on)


def _bound() -> Refused:
    words = "本环节是按照指定办理单位的决定分来的，不能再提出异议，请依职权受理。"
    return Refused("objection_bound", words, SUPERIOR)


def _last_objection_clock(leg: Leg) -> Clock | None:
    found = [clock for clock in leg.clocks.all() if clock.duty == Duty.OBJECTION_5WD]
    return max(found, key=lambda clock: clock.pk, default=None)


def _late(clock: Clock, on: date) -> Refused | None:
    if clock.due_on is None or on <= clock.due_on:
        return None
    return Refused(
        "objection_late",
        f"异议应在收到之日（{clock.starts_on}）起5个工作日内提出，{clock.due_on}已经届满，"
        f"今天{on}已超过{(on - clock.due_on).days}天。请依职权受理；确有争议的，可以“提请指定办理单位”（第二十四条），"
        "或者“商请重新转办”。",
        OBJECTION,
    )


def for_the_sender(spot: Spot) -> Refused | None:
    """Whoever sent a leg decides about the first objection only (Art. 24). Codes: second_return, with_the_superior."""
    found = _open_objection(spot.leg)
    if found is None or not found.above_the_sender:
        return None
    who = arbiter_name(spot.case, found)
    if found.disputed:
        words = f"本环节的争议已于{found.filed_on}提请{who}决定，不能由转送、交办的单位决定。"
        return Refused("with_the_superior", words, SUPERIOR)
    words = f"同一诉求已经退回过，这次的异议不能由转送、交办的单位决定，请报{who}“指定办理单位”。"
    return Refused("second_return", words, SUPERIOR)


def for_the_superior(spot: Spot) -> Refused | None:
    """The common superior decides a second objection, and a dispute that is put before it (Art. 24). Code: first_objection."""
    found = _open_objection(spot.leg)
    if found and found.above_the_sender:
        return None
    words = "第一次提出的异议，由转送、交办的单位核实决定；再次退回的、提请指定的才由共同上一级决定。"
    return Refused("first_objection", words, SUPERIOR)


def _open_objection(leg: Leg) -> Objection | None:
    return next((each for each in leg.objections.all() if each.decided_on is None), None)


def arbiter_name(case: Case, objection: Objection) -> str:
    """Return who decides a second objection: the common superior, or the joint conference by its name."""
    if objection.arbiter:
        return objection.arbiter.name
    area = case.district.name if case.district else case.unit.name
    return f"{area}信访工作联席会议"


def disputable(spot: Spot) -> Refused | None:
    """Whose matter it is stays in dispute after the five working days, or after the sender's no (Art. 24).

    Codes: accepted_already, objection_bound, decided_already, not_disputed_yet.
    """
    clock = _last_objection_clock(spot.leg)
    if refusal := unaccepted(spot) or (_bound() if clock is None else None):
        return refusal
    if any(each.ruling == Ruling.STAYS for each in spot.leg.objections.all()):
        words = f"已经决定由“{spot.leg.unit.name}”办理，决定有约束力，请依职权受理。"
        return Refused("decided_already", words, SUPERIOR)
    if clock and clock.running and clock.due_on and spot.on <= clock.due_on:
        words = f"还在提出异议的5个工作日以内（到{clock.due_on}为止），请先“提出异议”，由转送、交办的单位核实。"
        return Refused("not_disputed_yet", words, OBJECTION)
    return None


def open_escalation(leg: Leg) -> Escalation | None:
    """Return the request to go up that waits for a decision."""
    return next((each for each in leg.escalations.all() if each.decided_on is None), None)


def not_escalating(spot: Spot) -> Refused | None:
    """One request to go up at a time (Art. 22). Code: escalation_asked."""
    found = open_escalation(spot.leg)
    if found is None:
        return None
    words = f"{found.asked_on}已经申请提级，还没有决定；在此之前请照常办理。"
    return Refused("escalation_asked", words, ESCALATION)


def escalating(spot: Spot) -> Refused | None:
    """A request to go up waits for a decision (Art. 22). Code: no_escalation."""
    if open_escalation(spot.leg):
        return None
    return Refused("no_escalation", "本环节没有待决定的提级申请。", ESCALATION)


def raisable(spot: Spot) -> Refused | None:
    """The unit that was asked to take a leg over still can (Art. 22, 24, 30).

    Codes: no_escalation, unit_unfit, accused_party.
    """
    asked = open_escalation(spot.leg)
    return unfit_above(spot.case, spot.leg.unit, asked.proposed, spot.on) if asked else escalating(spot)


def unfit_above(case: Case, below: Unit, unit: Unit, on: date) -> Refused | None:
    """Return why a unit cannot take over what another holds (Art. 22, 24, 30). Codes: unit_unfit, accused_party."""
    if not higher(unit, below):
        words = f"“{unit.name}”不是“{below.name}”的上级，不能提级到该单位；请选择本区更高层级的机关、部门。"
        return Refused("unit_unfit", words, ESCALATION)
    return unfit(unit, on) or accused_party(case, unit)
