"""When time can be extended, a hearing called or recorded, a recusal decided (Art. 28, 31, 34)."""

from cases.models import Clock, Extension, Hearing, Leg, Recusal
from cases.places.second_person import same_person
from cases.places.spot import Spot
from law.deadlines import PERIODS
from law.errors import Refused
from law.vocabulary import Duty
from organizations.models import Staff
from organizations.roles import Role

EXTENDING = "第三十四条"
HEARING = "第三十一条第六项"
RECUSING = "第二十八条"
MOST_DAYS = PERIODS[Duty.HANDLE_60D].extendable_by


def extension_askable(spot: Spot) -> Refused | None:
    """One request at a time, while the sixty days run and can grow (Art. 34).

    Codes: extension_asked, no_sixty_days, due_passed, simple_unextended, extension_too_long.
    """
    if open_extension(spot.leg):
        return Refused("extension_asked", "延期申请已经提交，正在等负责人审批。", EXTENDING)
    return _unextendable(spot)


def extendable(spot: Spot) -> Refused | None:
    """Another has asked for it, and the sixty days still run and can grow (Art. 34).

    Codes: nothing_asked, own_request, no_sixty_days, due_passed, simple_unextended, extension_too_long.
    """
    return extension_decidable(spot) or _unextendable(spot)


def extension_decidable(spot: Spot) -> Refused | None:
    """Another than the head who decides has asked for more time (Art. 34). Codes: nothing_asked, own_request."""
    asked = open_extension(spot.leg)
    if asked is None:
        return Refused("nothing_asked", "承办人没有申请延期，或者申请已经审批。", EXTENDING)
    if same_person(spot, asked.asked_by_id):
        return Refused("own_request", "延期要由申请人以外的单位负责人审批。", EXTENDING)
    return None


def open_extension(leg: Leg) -> Extension | None:
    """Return the extension that waits for the head."""
    return next((each for each in leg.extensions.all() if each.decided_on is None), None)


def sixty_days_of(leg: Leg) -> Clock | None:
    """Return the sixty days of a leg while they run."""
    return next((each for each in leg.clocks.all() if each.duty == Duty.HANDLE_60D and each.running), None)


def too_long(clock: Clock) -> Refused:
    """Return the refusal of more days than are left of the thirty (Art. 34)."""
    already, left = clock.extended_days, MOST_DAYS - clock.extended_days
    words = f"延期合计不得超过{MOST_DAYS}日，已延{already}日，本次最多可延{left}日。"
    return Refused("extension_too_long", words, EXTENDING)


def _unextendable(spot: Spot) -> Refused | None:
    clock, on = sixty_days_of(spot.leg), spot.on
    if clock is None:
        return Refused("no_sixty_days", "本环节没有正在计算的六十日办理期限，不需要延长。", EXTENDING)
    if clock.due_on and clock.due_on < on:
        words = f"办理期限已于{clock.due_on}届满，今天是{on}；延期须在届满之前批准，现在不能再延，请尽快答复。"
        return Refused("due_passed", words, EXTENDING)
    if clock.simple_days:
        words = (
            f"本件定为“马上办”，按简易办理{clock.due_on}届满，不能延期；不宜简易的请先“分级”改为限时办，"
            "期限从受理之日连续计算。"
        )
        return Refused("simple_unextended", words, EXTENDING)
    return None if clock.extended_days < MOST_DAYS else too_long(clock)


def hearing_callable(spot: Spot) -> Refused | None:
    """No hearing is called and not yet recorded (Art. 31, item six). Codes: hearing_called."""
    waiting = open_hearing(spot.leg)
    if waiting is None:
        return None
    words = f"{waiting.planned_on}的听证已经通知，请先“登记听证”再另行通知。"
    return Refused("hearing_called", words, HEARING)


def hearing_waits(spot: Spot) -> Refused | None:
    """A hearing was called and is not yet recorded (Art. 31, item six). Codes: hearing_not_called."""
    if open_hearing(spot.leg):
        return None
    return Refused("hearing_not_called", "还没有通知听证。请先“通知听证”。", HEARING)


def open_hearing(leg: Leg) -> Hearing | None:
    """Return the hearing that was called and is not yet recorded."""
    return next((each for each in leg.hearings.all() if each.held_to is None), None)


def recusal_decidable(spot: Spot) -> Refused | None:
    """A recusal waits that this person may decide (Art. 28). Codes: nothing_asked, decider_unfit."""
    waiting = [each for each in spot.leg.recusals.all() if each.agreed is None]
    if not waiting:
        return Refused("nothing_asked", "没有等待决定的回避申请。", RECUSING)
    refusals = [decider_unfit(spot, each) for each in waiting]
    return None if None in refusals else refusals[0]


def decider_unfit(spot: Spot, asked: Recusal) -> Refused | None:
    """The head of the unit decides over a handler, a superior or the coordinator over the head (Art. 28). Codes: decider_unfit."""
    if not same_person(spot, asked.person_id) and _leads(spot.by, spot.leg, asked):
        return None
    who = "上级单位的负责人或者调查处理协调员" if asked.of_head else "本单位（或者上级单位）的负责人"
    return Refused("decider_unfit", f"{asked.person.name}是否回避，由{who}决定，不能由本人决定。", RECUSING)


def _leads(by: Staff, leg: Leg, asked: Recusal) -> bool:
    leading = [grant.unit for grant in by.grants_in_force if grant.role == Role.HEAD]
    if not asked.of_head:
        return any(unit.holds(leg.unit) for unit in leading)
    above = any(unit.holds(leg.unit) and unit.pk != leg.unit_id for unit in leading)
    return above or any(grant.role == Role.COORDINATOR for grant in by.grants_in_force)
