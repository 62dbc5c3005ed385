"""Whether an act beside the main way has anything to do on a leg now; asked of prefetched rows, without a query."""

from collections.abc import Callable
from datetime import date

from cases.actions.duties import SUPPORTED
from cases.actions.extension import MOST_DAYS
from cases.actions.files import attachable
from cases.actions.recusal import decides
from cases.actions.suggestions import awardable
from cases.actions.withdrawal import outside
from cases.models import Clock, Extension, Leg, Withdrawal
from law.vocabulary import Act, Duty, Kind, State
from organizations.models import Staff

Pertinent = Callable[[Leg, Staff, date], bool]


def _sixty_days(leg: Leg, on: date) -> Clock | None:
    """Return the clock that can still be extended: running, not past, with days left."""
    for clock in leg.clocks.all():
        if (
            clock.duty == Duty.HANDLE_60D
            and clock.running
            and not clock.simple_days
            and clock.extended_days < MOST_DAYS
        ):
            return clock if clock.due_on and clock.due_on >= on else None
    return None


def open_extension(leg: Leg) -> Extension | None:
    """Return the extension that waits for the head."""
    return next((each for each in leg.extensions.all() if each.decided_on is None), None)


def _may_ask_extension(leg: Leg, _staff: Staff, on: date) -> bool:
    return _sixty_days(leg, on) is not None and open_extension(leg) is None


def _may_extend(leg: Leg, staff: Staff, on: date) -> bool:
    return _sixty_days(leg, on) is not None and _may_refuse_extension(leg, staff, on)


def _may_refuse_extension(leg: Leg, staff: Staff, _on: date) -> bool:
    asked = open_extension(leg)
    return asked is not None and asked.asked_by_id != staff.pk


def _hearing_waits(leg: Leg, _staff: Staff, _on: date) -> bool:
    return any(each.held_to is None for each in leg.hearings.all())


def _no_hearing_waits(leg: Leg, staff: Staff, on: date) -> bool:
    return not _hearing_waits(leg, staff, on)


def _may_decide_recusal(leg: Leg, staff: Staff, _on: date) -> bool:
    return any(each.agreed is None and decides(staff, leg, each) for each in leg.recusals.all())


def _material_waits(leg: Leg, _staff: Staff, _on: date) -> bool:
    return any(each.received_on is None for each in leg.material_requests.all())


def _no_material_waits(leg: Leg, staff: Staff, on: date) -> bool:
    return not _material_waits(leg, staff, on)


def accusing(leg: Leg) -> bool:
    """Tell whether a leg answers an accusation: nothing ends that by agreement or withdrawal."""
    return any(demand.kind == Kind.ACCUSATION for demand in leg.demands.all())


def _mediation_waits(leg: Leg, _staff: Staff, _on: date) -> bool:
    return any(each.answered_on is None for each in leg.mediations.all())


def _may_refer_mediation(leg: Leg, staff: Staff, on: date) -> bool:
    return not accusing(leg) and not _mediation_waits(leg, staff, on)


def open_withdrawal(leg: Leg) -> Withdrawal | None:
    """Return the withdrawal that was asked for and not taken back."""
    return next((each for each in leg.withdrawals.all() if each.revoked_on is None), None)


def _may_withdraw(leg: Leg, staff: Staff, _on: date) -> bool:
    return open_withdrawal(leg) is not None and outside(staff, leg)


def _may_revoke(leg: Leg, _staff: Staff, on: date) -> bool:
    windows = [clock.due_on for clock in leg.clocks.all() if clock.duty == Duty.REVOKE_15D and clock.running]
    in_time = leg.state != State.WITHDRAWN or any(due is not None and due >= on for due in windows)
    return open_withdrawal(leg) is not None and in_time


def _may_track(leg: Leg, _staff: Staff, _on: date) -> bool:
    done = {each.demand_id for each in leg.executions.all() if each.done_on}
    return any(demand.outcome in SUPPORTED and demand.pk not in done for demand in leg.demands.all())


def _may_award(leg: Leg, _staff: Staff, _on: date) -> bool:
    return any(awardable(demand) for demand in leg.demands.all())


BESIDE: dict[Act, Pertinent] = {
    Act.AWARD: _may_award,
    Act.OPEN: lambda leg, _staff, _on: leg.opened_at is None,
    Act.ASK_EXTENSION: _may_ask_extension,
    Act.EXTEND: _may_extend,
    Act.REFUSE_EXTENSION: _may_refuse_extension,
    Act.CALL_HEARING: _no_hearing_waits,
    Act.HOLD_HEARING: _hearing_waits,
    Act.DECIDE_RECUSAL: _may_decide_recusal,
    Act.REQUEST_MATERIAL: _no_material_waits,
    Act.RECORD_MATERIAL: _material_waits,
    Act.SETTLE: lambda leg, _staff, _on: not accusing(leg),
    Act.REFER_MEDIATION: _may_refer_mediation,
    Act.RECORD_MEDIATION: _mediation_waits,
    Act.ASK_WITHDRAWAL: lambda leg, _staff, _on: not accusing(leg) and open_withdrawal(leg) is None,
    Act.WITHDRAW: _may_withdraw,
    Act.REVOKE_WITHDRAWAL: _may_revoke,
    Act.TRACK_EXECUTION: _may_track,
    Act.ATTACH_SCAN: lambda leg, staff, _on: any(attachable(staff, d, leg) for d in leg.documents.all()),
}
