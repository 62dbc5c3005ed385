"""What the acts of commissions need in the State x Act table and in random histories, and what programs send for them."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from cases.actions.inputs import FromAbove
from cases.clocks import start_clock
from cases.models import Document, FeedbackChange, SuperiorChange, SuperiorCommission
from law.commission import PetitionerView, SuperiorChangeKind
from law.vocabulary import Act, Duty, Letter

if TYPE_CHECKING:
    from tests.cases.table import Scene

UPWARD = (Act.INTERIM_UPWARD, Act.REPORT_UPWARD, Act.RECORD_SUPERIOR_CHANGE, Act.CONFIRM_SUPERIOR_CHANGE)
FEEDBACK = (Act.ASK_FEEDBACK_DATE, Act.CHANGE_FEEDBACK_DATE, Act.REFUSE_FEEDBACK_DATE, Act.INTERIM_REPORT)
# Done at the desk that commissioned, not at the unit of the leg.
BY_THE_SENDER = (Act.ACCEPT_CONCLUSION, Act.CHANGE_FEEDBACK_DATE, Act.REFUSE_FEEDBACK_DATE)


def of_commissions(on: date) -> dict[Act, dict[str, Any]]:
    """What a person would fill in for each act, always right."""
    return {
        Act.INTERIM_REPORT: {"text": "已经到场查看"},
        Act.ASK_FEEDBACK_DATE: {"wanted": on + timedelta(days=60), "reason": "账目多"},
        Act.CHANGE_FEEDBACK_DATE: {"new_due_on": on + timedelta(days=60), "reason": "账目多"},
        Act.REFUSE_FEEDBACK_DATE: {"reason": "可以按期"},
        Act.RECORD_COMMISSION_ABOVE: {"from_above": FromAbove(name="云州市信访局", number="5号")},
        Act.INTERIM_UPWARD: {"text": "已经交办"},
        Act.REPORT_UPWARD: {"text": "已经办结", "view": PetitionerView.AGREES},
        Act.RECORD_SUPERIOR_CHANGE: {
            "kind": SuperiorChangeKind.NEW_DAY,
            "number": "云市信函〔2026〕9号",
            "reason": "案情复杂",
            "new_due_on": on + timedelta(days=60),
        },
    }


def sent_of_commissions(on: date) -> dict[Act, dict[str, Any]]:
    """The same as a program sends it."""
    sent = {
        act: {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in given.items()}
        for act, given in of_commissions(on).items()
    }
    return {**sent, Act.RECORD_COMMISSION_ABOVE: {"superior_name": "云州市信访局", "superior_number": "5号"}}


def prepare_commission(act: Act, scene: "Scene") -> None:
    """A commission with a day for feedback, one from above, a report that waits, what somebody asked for."""
    leg, on, case = scene.leg, scene.walk.on, scene.walk.case
    if act in FEEDBACK:
        leg.__class__.objects.filter(pk=leg.pk).update(report_required=True)
        leg.clocks.filter(duty=Duty.COMMISSION_FEEDBACK).delete()
        start_clock(Duty.COMMISSION_FEEDBACK, case, leg=leg, unit=leg.unit, starts_on=on, days=100)
    if act is Act.REFUSE_FEEDBACK_DATE:
        asked = {"wanted": on + timedelta(days=120), "asked_on": on, "asked_by": scene.handler}
        FeedbackChange.objects.create(leg=leg, reason="账目多", **asked)
    if act is Act.ACCEPT_CONCLUSION:
        letter = {"case": case, "leg": leg, "unit": leg.unit, "kind": Letter.CONCLUSION_REPORT, "number": "1"}
        Document.objects.create(**letter, content="办结", issued_on=on, issued_by=scene.handler)
    if act in UPWARD:
        SuperiorCommission.objects.create(case=case, superior_name="云州市信访局", report_by=on + timedelta(days=30))
        start_clock(Duty.SUPERIOR_REPORT, case, leg=None, unit=case.unit, starts_on=on, days=30)
    if act is Act.REPORT_UPWARD:
        case.legs.update(report_accepted_on=on)
    if act is Act.CONFIRM_SUPERIOR_CHANGE:
        SuperiorChange.objects.create(case=case, number="9号", reason="不再需要", asked_on=on, asked_by=scene.handler)


def at_random(random: Random, on: date) -> dict[Act, Callable[[], dict[str, Any]]]:
    """What a person would fill in, now and then wrong."""
    day = on + timedelta(days=random.choice((-3, 0, 20, 200)))
    return {
        **{act: (lambda given=given: given) for act, given in of_commissions(on).items()},  # type: ignore[misc]
        Act.ASK_FEEDBACK_DATE: lambda: {"wanted": day, "reason": "r"},
        Act.CHANGE_FEEDBACK_DATE: lambda: {"new_due_on": day, "reason": "r"},
        Act.RECORD_SUPERIOR_CHANGE: lambda: {
            "kind": random.choice(list(SuperiorChangeKind)),
            "number": "n",
            "reason": "r",
            "new_due_on": random.choice((None, day)),
        },
    }


def perhaps_from_above(random: Random, on: date) -> FromAbove | None:
    """Now and then the letter of a body above came with it, with or without a day."""
    days = random.choice((None, 30, 90))
    named = FromAbove(name="云州市信访局", number="1号", report_by=on + timedelta(days=days) if days else None)
    return named if random.random() < 0.3 else None
