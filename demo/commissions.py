"""What the city commissioned: an interim report on both levels, another day for feedback, and the report that went up."""

from collections.abc import Callable
from datetime import timedelta

from demo.courses import Aside
from demo.legs import LegWalk
from demo.opening import ROUTER
from demo.plans import Moment, Words
from law.commission import PetitionerView
from law.vocabulary import Act

ABOVE = (Aside.ABOVE_WAITS, Aside.REPORTED_ABOVE)


def _waits(walk: LegWalk) -> None:
    walk.deed(Act.INTERIM_REPORT, walk.handler, text="已到现场核实，正在与有关单位商定处理方案，预计下月答复。")
    walk.rest(1, 1)

    def later(now: Moment) -> Words:
        leg = now.leg(walk.unit)
        return {
            "leg_id": leg.pk,
            "new_due_on": leg.received_on + timedelta(days=70),
            "reason": "需要与有关单位商定方案。",
        }

    walk.plan.add(Act.CHANGE_FEEDBACK_DATE, ROUTER, walk.day, later)
    words = "已交办责任单位，正在调查核实。"
    walk.plan.add(Act.INTERIM_UPWARD, ROUTER, walk.day, lambda now: {"text": words})


def _reported(walk: LegWalk) -> None:
    walk.deed(Act.ACCEPT_CONCLUSION, ROUTER)
    walk.rest(1, 1)
    words = {"text": "责任单位已经办结并书面答复信访人，反映的问题正在落实。", "view": PetitionerView.AGREES}
    walk.plan.add(Act.REPORT_UPWARD, ROUTER, walk.day, lambda now: dict(words))


COMMISSIONED: dict[Aside, Callable[[LegWalk], None]] = {Aside.ABOVE_WAITS: _waits, Aside.REPORTED_ABOVE: _reported}
