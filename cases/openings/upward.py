"""What the registering office owes to a body above that commissioned the matter, and when it can report (Art. 22)."""

from cases.models import Case, Leg, SuperiorChange, SuperiorCommission
from cases.openings.ending import has_report
from cases.places.second_person import same_person
from cases.places.spot import Spot
from law.commission import ARTICLE
from law.errors import Refused
from law.vocabulary import State

# What came back, or was withdrawn by the petitioner, has no report to wait for.
_WITHOUT_REPORT = (State.RETURNED, State.WITHDRAWN)


def commission_above(case: Case) -> SuperiorCommission | None:
    """Return the last commission from above, open or not."""
    return next(iter(list(case.superior_commissions.all())[-1:]), None)


def open_superior_change(case: Case) -> SuperiorChange | None:
    """Return the change of the body above that a second person has not confirmed yet."""
    return next((each for each in case.superior_changes.all() if each.confirmed_on is None), None)


def commissionable_above(spot: Spot) -> Refused | None:
    """One commission from above is open at a time (Art. 22). Code: commissioned_already."""
    found = commission_above(spot.case)
    if found is None or not found.open:
        return None
    words = f"“{found.superior_name}”的交办还没有上报办结报告；日期变了的，请“登记上级变更”。"
    return Refused("commissioned_already", words, ARTICLE)


def owed_above(spot: Spot) -> Refused | None:
    """A body above waits for a report (Art. 22). Codes: not_from_above, reported_already, cancelled_already."""
    found = commission_above(spot.case)
    if found is None:
        return Refused("not_from_above", "本件不是上级交办的，没有要上报的办结报告。", ARTICLE)
    if found.reported_on:
        return Refused("reported_already", f"已于{found.reported_on}向“{found.superior_name}”上报办结报告。", ARTICLE)
    if found.cancelled_on:
        return Refused("cancelled_already", f"“{found.superior_name}”已撤销交办（{found.cancelled_on}核准）。", ARTICLE)
    return None


def reportable_above(spot: Spot) -> Refused | None:
    """Every report from below was taken before one goes up (Art. 22). Codes: report_awaited, and those of `owed_above`."""
    if refusal := owed_above(spot):
        return refusal
    leg = next((each for each in spot.legs if _awaits(each)), None)
    if leg is None:
        return None
    done = "还没有采用，请先“采用办结报告”" if has_report(leg) else "还没有提交"
    return Refused("report_awaited", f"“{leg.unit.name}”的办结报告{done}，然后才能上报。", ARTICLE)


def _awaits(leg: Leg) -> bool:
    return leg.report_required and leg.report_accepted_on is None and leg.state not in _WITHOUT_REPORT


def superior_change_waits(spot: Spot) -> Refused | None:
    """Another has recorded what the body above changed (Art. 22). Codes: nothing_asked, own_request, those of `owed_above`."""
    if refusal := owed_above(spot):
        return refusal
    found = open_superior_change(spot.case)
    if found is None:
        return Refused("nothing_asked", "没有等候核准的上级变更。请先“登记上级变更”。", ARTICLE)
    if same_person(spot, found.asked_by_id):
        return Refused("own_request", "上级变更要由登记人以外的负责人核准。", ARTICLE)
    return None
