"""What the office decides at its own desk besides sending a petition on: reports upward, transfers, filing."""

from collections.abc import Callable
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from demo.accounts import account_of
from demo.asides import BODIES
from demo.district import OFFICE
from demo.fates import Turn
from demo.opening import COORDINATOR, ROUTER
from demo.plans import Moment, Plan, Words
from kit.files import check_files
from law.filing import FilingGround
from law.matters import Destination, ReportKind, ReportTo
from law.vocabulary import Act, Path
from organizations.roles import Role

OFFICE_HEAD = account_of(Role.HEAD, OFFICE)


def report_urgent(plan: Plan, day: int) -> int:
    """Plan a flash report to the district's leadership and its receipt; the router's proposal waits for the head."""
    report: Words = {
        "kind": ReportKind.FLASH,
        "bodies": list(ReportTo),
        "content": f"{plan.subject}，涉及人数较多，已派人到场听取意见。",
    }
    plan.add(Act.REPORT_URGENT, ROUTER, day, lambda now: dict(report))
    plan.add(Act.RECORD_URGENT_RECEIPT, ROUTER, day + 1, lambda now: {"received_on": now.on})
    propose(plan, day + 1)
    return day + 1


def propose(plan: Plan, day: int) -> None:
    """Plan that the router proposes where the demands of the first unit shall go."""
    unit = plan.units()[0]
    asked: Words = {"handling": Act.REFER, "demands": plan.numbers(unit), "reason": "属于你单位职权范围，请依法处理。"}
    text = f"{plan.subject}，人数较多，拟转主管单位从速办理。妥否，请批示。"
    plan.add(Act.PROPOSE_HANDLING, ROUTER, day, lambda now: {**asked, "text": text, "unit": now.cast.unit(unit)})


def ask_decision(plan: Plan, day: int) -> int:
    """Plan that the district is asked who shall handle the matter."""
    plan.add(Act.ASK_DECISION, ROUTER, day, lambda now: {"proposal": "涉及几个部门，建议明确牵头单位。"})
    return day


def record_decision(plan: Plan, day: int) -> int:
    """Plan that the district has answered."""
    day = ask_decision(plan, day) + 2
    decided = {"decision": "由主管部门牵头，其他单位配合。", "decided_by": "澄湖区人民政府"}
    plan.add(Act.RECORD_DECISION, ROUTER, day, lambda now: dict(decided))
    return day


def transfer_out(plan: Plan, day: int) -> int:
    """Plan that the petition belongs to a body outside the district, and that the body confirmed its receipt."""
    body = {"destination": Destination.OTHER_DISTRICT, "body": "邻区信访局", "reason": "反映的事项发生在邻区。"}
    plan.add(Act.TRANSFER_OUT, COORDINATOR, day, lambda now: {"demands": _all(now), **body})
    plan.add(
        Act.RECORD_TRANSFER_RECEIPT,
        ROUTER,
        day + 3,
        lambda now: {"leg_id": now.case.legs.get().pk, "received_on": now.on},
    )
    return day + 3


def file_only(plan: Plan, day: int) -> int:
    """Plan that there is nothing to handle, and that nobody has signed it yet."""
    kept = {"ground": FilingGround.THANKS, "reason": "匿名表达谢意和看法，没有需要办理的请求。"}
    plan.add(Act.FILE_ONLY, ROUTER, day, lambda now: {"demands": _all(now), **kept})
    return day


def filed(plan: Plan, day: int) -> int:
    """Plan that there is nothing to handle: the letter is kept, a second person signs."""
    return _approved(plan, file_only(plan, day), OFFICE_HEAD)


def no_longer_accept(plan: Plan, day: int) -> int:
    """Plan that the matter was reviewed before, with the same facts and reasons (Art. 36, para 3)."""

    def how(now: Moment) -> Words:
        earlier = f"市政信核〔{_year_before(now.on)}〕58号"
        return {
            "demands": _all(now),
            "ground": "NLA_AFTER_REVIEW",
            "reason": "没有新的事实和理由。",
            "earlier": earlier,
            "elsewhere": "市人民政府作出，已向市信访局核对。",
            "papers": check_files([SimpleUploadedFile("复核意见书.txt", f"复核意见书 {earlier}".encode())]),
        }

    plan.add(Act.NO_LONGER_ACCEPT, ROUTER, day, how)
    return _approved(plan, day, OFFICE_HEAD)


def guide(plan: Plan, day: int) -> int:
    """Plan that the petitioner is led to the statutory way at the desk."""
    path = plan.story.asks[0].path or Path.JUDICIAL
    body = {"path": path, "reason": "已向信访人说明应当走的法定程序。", "body": BODIES[path][0]}
    plan.add(Act.GUIDE, OFFICE_HEAD, day, lambda now: {"demands": _all(now), **body})
    return day


def _approved(plan: Plan, day: int, who: str) -> int:
    plan.add(Act.APPROVE_EXIT, who, day + 1, lambda now: {"leg_id": now.case.legs.get().pk, "note": "同意。"})
    return day + 1


def _all(now: Moment) -> list[int]:
    return list(now.case.demands.order_by("number").values_list("number", flat=True))


def _year_before(on: date) -> int:
    return on.year - 1


# Each plans its deeds from a day on and returns the day of the last one.
DESK_TURNS: dict[Turn, Callable[[Plan, int], int]] = {
    Turn.REPORTED: report_urgent,
    Turn.DECISION_ASKED: ask_decision,
    Turn.DECIDED: record_decision,
    Turn.TRANSFERRED: transfer_out,
    Turn.FILED: filed,
    Turn.FILING: file_only,
    Turn.NO_LONGER: no_longer_accept,
    Turn.GUIDED: guide,
}
