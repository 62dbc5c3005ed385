"""When a matter may leave the procedure: whom one can write to, what wants an opinion, what was begun (Art. 19-23, 31, 36)."""

from collections.abc import Callable, Iterable

from cases.models import Case, Demand
from cases.openings.dispatching import dispatchable, reachable, undispatched, waiting
from cases.places.second_person import same_person
from cases.places.spot import Spot
from law.errors import Refused
from law.filing import FilingGround, never_filed, unfiled_by
from law.second_persons import row_of
from law.vocabulary import Act, Duty, Kind, Path


def fileable(spot: Spot) -> Refused | None:
    """Something waits that may be kept on file by some ground, and no written notice is owed for it (Art. 22, 23, 30).

    Codes: those of `dispatchable`, file_unfit, notice_owed.
    """
    if refusal := dispatchable(spot):
        return refusal
    never = [_never(spot.case, row) for row in waiting(spot.case)]
    return (never[0] if all(never) else None) or _owed_a_notice(spot.case)


def unfileable(case: Case, rows: Iterable[Demand], ground: FilingGround) -> Refused | None:
    """Return why demands must not be kept on file by a ground (Art. 22, 25, 29-31). Code: file_unfit."""
    named = reachable(case)
    for row in rows:
        if refusal := _never(case, row) or unfiled_by(ground, row.number, Kind(row.kind), named=named):
            return refusal
    return None


def _never(case: Case, row: Demand) -> Refused | None:
    path = Path(row.path) if row.path else None
    return never_filed(row.number, Kind(row.kind), path, urgent=case.urgent, named=reachable(case))


def _owed_a_notice(case: Case) -> Refused | None:
    owed = any(c.leg_id is None and c.duty == Duty.NOTICE_DIRECT_15D and c.running for c in case.clocks.all())
    asks = any(row.kind != Kind.NONE for row in waiting(case))
    if not (owed and asks) or not reachable(case):
        return None
    return Refused(
        "notice_owed",
        "信访人直接向本单位提出，姓名、住址清楚，应当书面告知，不能只存查；请“本单位办理”。",
        "第二十三条第二款",
    )


def approvable(spot: Spot) -> Refused | None:
    """Another than whoever decided it approves it, or does not (docs/decisions/0051). Code: own_request."""
    return _by_another(spot, "核准")


def reopenable(spot: Spot) -> Refused | None:
    """A leg that was turned away is taken up again by another than whoever decided it. Codes: nothing_to_reopen, own_request."""
    left = getattr(spot.leg, "exit", None)
    if left is None or left.act not in row_of(Act.REOPEN_EXIT).first or left.reopened_on:
        return Refused("nothing_to_reopen", "本环节不是不予受理、不再受理或者存查，不用恢复办理。", "第十九条")
    return _by_another(spot, "恢复办理")


def _by_another(spot: Spot, what: str) -> Refused | None:
    left = getattr(spot.leg, "exit", None)
    if left is None or not same_person(spot, left.asked_by_id):
        return None
    return Refused("own_request", f"不予受理、不再受理、存查要由作出决定以外的另一人{what}。", "第十九条")


def appeal_waiting(what: str) -> Callable[[Spot], Refused | None]:
    """Return the condition of a way out at the desk: an appeal waits there (Art. 24, 31). Codes: demand_taken, kind_unfit."""

    def opening(spot: Spot) -> Refused | None:
        if refusal := undispatched(spot):
            return refusal
        rows = waiting(spot.case)
        return None if any(row.kind == Kind.APPEAL for row in rows) else no_appeals(rows, what)

    return opening


def no_appeals(rows: Iterable[Demand], what: str) -> Refused | None:
    """Return why demands cannot leave in this way (Art. 31): not all of them are appeals. Code: kind_unfit."""
    others = [f"第{row.number}项（{Kind(row.kind).label}）" for row in rows if row.kind != Kind.APPEAL]
    return Refused("kind_unfit", f"{'、'.join(others)}不是申诉求决，不能{what}。", "第三十一条") if others else None


def divertible(spot: Spot) -> Refused | None:
    """Only appeals are led to a statutory way (Art. 31); what else the leg holds goes on in it. Code: kind_unfit."""
    rows = spot.leg.demands.all()
    return None if any(row.kind == Kind.APPEAL for row in rows) else no_appeals(rows, "导入法定途径")


def unaccepted(spot: Spot) -> Refused | None:
    """What was accepted once is not turned away any more (Art. 23). Code: accepted_already."""
    day = spot.leg.accepted_on
    if day is None:
        return None
    words = f"本件已于{day}受理，不能再不予受理；应当走法定途径的请“导入法定途径”。"
    return Refused("accepted_already", words, "第二十三条")


def receipt_waits(spot: Spot) -> Refused | None:
    """The body outside has not confirmed yet what was transferred to it (Art. 22). Code: receipt_recorded."""
    day = spot.leg.exit.receipt_on
    if day is None:
        return None
    return Refused("receipt_recorded", f"回执已经登记（{day}），不需要再登记。", "第二十二条第二款")
