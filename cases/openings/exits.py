"""When a matter may leave the procedure: whom one can write to, what wants an opinion, what was begun (Art. 19-23, 31, 36)."""

from collections.abc import Callable, Iterable

from cases.models import Case, Demand
from cases.openings.dispatching import dispatchable, undispatched, waiting
from cases.openings.paths import owes_answer
from cases.places.spot import Spot
from law.errors import Refused
from law.vocabulary import Duty, Kind


def reachable(case: Case) -> bool:
    """Tell whether there is somebody to write to: not anonymous, and one name and address clear."""
    return not case.anonymous and any(not party.unclear for party in case.parties.all())


def fileable(spot: Spot) -> Refused | None:
    """Something wants neither an opinion nor a written notice, or there is nobody to write to (Art. 22, 23, 31).

    Codes: those of `dispatchable`, file_unfit, notice_owed.
    """
    if refusal := dispatchable(spot):
        return refusal
    rows = waiting(spot.case)
    owing = owed_an_opinion(spot.case, rows) if all(owes_answer(row) for row in rows) else None
    return owing or _owed_a_notice(spot.case)


def owed_an_opinion(case: Case, rows: Iterable[Demand]) -> Refused | None:
    """Return why demands must not be kept on file only (Art. 22, 31): they want an answer. Code: file_unfit."""
    appeals = [str(row.number) for row in rows if owes_answer(row)]
    if not appeals or not reachable(case):
        return None
    return Refused(
        "file_unfit",
        f"第{'、'.join(appeals)}项是申诉求决，信访人清楚，应当办理并答复，不能存查；请转送、交办或者告知途径。",
        "第二十二条、第三十一条第六项",
    )


def _owed_a_notice(case: Case) -> Refused | None:
    owed = any(c.leg_id is None and c.duty == Duty.NOTICE_DIRECT_15D and c.running for c in case.clocks.all())
    if not owed or not reachable(case):
        return None
    return Refused(
        "notice_owed",
        "信访人直接向本单位提出，姓名、住址清楚，应当书面告知，不能只存查；请“本单位办理”。",
        "第二十三条第二款",
    )


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
