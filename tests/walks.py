"""A leg walked to any state through the acts, with injected dates."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cases.clocks import start_clock
from cases.doors.table import ACTIONS
from cases.models import Case, Clock, HandOff, Leg
from cases.models.leg import InquiryKind
from law.endings import Retention
from law.errors import Refused
from law.matters import Cause
from law.vocabulary import Act, Duty, Movement, Outcome, ServiceMethod, State
from organizations.models import Staff, Unit
from tests.cast import START, Cast, register
from tests.remedy_walks import decide_reexamination, decide_review, request_reexamination, request_review
from tests.serving import DUTIES


@dataclass
class Walk:
    """One leg on its way: the day, who leads and who handles it."""

    cast: Cast
    case: Case
    on: date = START
    leg: Any = None  # the leg, as soon as there is one
    head: Staff = field(init=False)
    handler: Staff = field(init=False)

    def __post_init__(self) -> None:
        self.head, self.handler = self.cast.town_head, self.cast.town_handler

    def act(self, act: Act, by: Staff, *, later: int = 0, **arguments: Any) -> Any:
        """Do one act on the case, ``later`` days after the one before."""
        self.on += timedelta(days=later)
        result = ACTIONS[act](self.case.pk, by=by, on=self.on, **arguments)
        self.refresh()
        return result

    def on_leg(self, act: Act, by: Staff, *, later: int = 0, **arguments: Any) -> Any:
        """Do one act on this leg."""
        assert self.leg is not None
        return self.act(act, by, later=later, leg_id=self.leg.pk, **arguments)

    def refresh(self) -> "Walk":
        """Read the case and the leg again."""
        self.case = Case.objects.get(pk=self.case.pk)
        self.leg = Leg.objects.get(pk=self.leg.pk) if self.leg else None
        return self

    def go_on_at(self, unit: Unit, head: Staff, handler: Staff) -> "Walk":
        """Go on with the leg of this unit, and with its people."""
        self.leg, self.head, self.handler = Leg.objects.get(case=self.case, unit=unit), head, handler
        return self

    def hand_off(self, movement: Movement) -> HandOff:
        """The latest hand-off of a kind."""
        return HandOff.objects.filter(case=self.case, movement=movement).latest("id")


def sender(walk: Walk) -> Staff:
    """Who sends a case on without asking: what is urgent wants somebody's approval who may give it."""
    found: Staff = walk.cast.coordinator if walk.case.urgent else walk.cast.router
    return found


def refer(walk: Walk) -> None:
    walk.act(Act.REFER, sender(walk), later=2, unit=walk.cast.town, demands=[1, 2], reason="属地管理")
    walk.go_on_at(walk.cast.town, walk.cast.town_head, walk.cast.town_handler)


def commission(walk: Walk) -> None:
    asked = {"unit": walk.cast.town, "demands": [1, 2], "reason": "反映集中", "days": 40}
    walk.act(Act.COMMISSION, sender(walk), later=2, **asked)
    walk.go_on_at(walk.cast.town, walk.cast.town_head, walk.cast.town_handler)


def keep(walk: Walk) -> None:
    walk.case = register(walk.cast, by=walk.cast.dispatcher)
    walk.act(Act.KEEP, walk.cast.dispatcher, later=2, demands=[1, 2])
    walk.go_on_at(walk.cast.town, walk.cast.town_head, walk.cast.town_handler)


def accept(walk: Walk) -> None:
    walk.on_leg(Act.ACCEPT, walk.head, later=1)
    walk.on_leg(Act.NOTIFY, walk.head, later=1, method=ServiceMethod.POST)


def take(walk: Walk) -> None:
    walk.on_leg(Act.TAKE, walk.head, later=1, handler=walk.handler)


def answer_all(walk: Walk) -> None:
    assert walk.leg is not None
    walk.on_leg(Act.RECORD_INQUIRY, walk.handler, later=3, kind=InquiryKind.HEARD_PETITIONER, text="老王说路坏了一年。")
    for demand in walk.leg.demands.all():
        walk.on_leg(
            Act.ANSWER,
            walk.handler,
            later=1,
            demand=demand.number,
            outcome=Outcome.SUPPORT,
            facts="路面破损三处。",
            opinion="本月修好。",
            legal_basis="《公路法》第三十五条",
            cause=Cause.EXECUTION,
        )


def check_duties(walk: Walk) -> None:
    walk.on_leg(Act.CHECK_DUTIES, walk.handler, **DUTIES)


def submit(walk: Walk) -> None:
    answer_all(walk)
    check_duties(walk)
    walk.on_leg(Act.SUBMIT, walk.handler, later=1)


def issue(walk: Walk) -> None:
    walk.on_leg(Act.ISSUE, walk.head, later=1)


def serve(walk: Walk) -> None:
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=ServiceMethod.POST)


def close(walk: Walk) -> None:
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=walk.on + timedelta(days=1), receiver="老王")
    if walk.leg and walk.leg.report_required:
        walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, later=1, text="已经办结。")
    walk.on_leg(Act.CLOSE, walk.head, later=40)


def request_void(walk: Walk) -> None:
    walk.act(Act.REQUEST_VOID, walk.cast.clerk, later=1, reason="与另一件重复登记")


def confirm_void(walk: Walk) -> None:
    walk.act(Act.CONFIRM_VOID, walk.cast.coordinator, later=1)


def archive(walk: Walk) -> None:
    walk.on_leg(Act.ARCHIVE, walk.handler, later=1, retention=Retention.TEN_YEARS)


def object_to(walk: Walk) -> None:
    walk.on_leg(Act.OBJECT, walk.head, later=1, reason="道路由区住建局管养，不属于镇政府职权。")


def agree_objection(walk: Walk) -> None:
    walk.on_leg(Act.AGREE_OBJECTION, walk.cast.router, later=1, note="经核实，该路属区管道路。")


MAIN: tuple[tuple[State, Callable[[Walk], None]], ...] = (
    (State.REFERRED, refer),
    (State.ACCEPTED, accept),
    (State.IN_HANDLING, take),
    (State.PENDING_SIGN_OFF, submit),
    (State.ISSUED, issue),
    (State.ANSWERED, serve),
    (State.CLOSED, close),
    (State.ARCHIVED, archive),
)
BRANCHES: dict[State, tuple[Callable[[Walk], None], ...]] = {
    State.REGISTERED: (),
    State.COMMISSIONED: (commission,),
    State.RECEIVED: (keep,),
    State.VOID_PENDING: (request_void,),
    State.VOIDED: (request_void, confirm_void),
    State.OBJECTION_PENDING: (refer, object_to),
    State.RETURNED: (refer, object_to, agree_objection),
}
# From an answered leg on, where the petitioner asks for more.
REMEDY_WAY: tuple[tuple[State, Callable[[Walk], None]], ...] = (
    (State.REEXAMINING, request_reexamination),
    (State.REEXAM_DECIDED, decide_reexamination),
    (State.REVIEWING, request_review),
    (State.REVIEW_DECIDED, decide_review),
)
REACHABLE = (*BRANCHES, *(state for state, _ in (*MAIN, *REMEDY_WAY)))


def walk_to(cast: Cast, state: State, *, first: Callable[[Walk], None] | None = None, **registration: Any) -> Walk:
    """Bring a fresh case to a state through the acts; ``first`` replaces the referral on the main way."""
    walk = Walk(cast, register(cast, **registration))
    if state in BRANCHES:
        return follow(walk, *BRANCHES[state])
    way = MAIN if state in dict(MAIN) else (*MAIN[:-2], *REMEDY_WAY)
    states = [each for each, _ in way]
    steps = [step for _, step in way[: states.index(state) + 1]]
    return follow(walk, first or steps[0], *steps[1:])


def second_objection(cast: Cast) -> Walk:
    """The town sent it back, the housing bureau does not want it either."""
    walk = walk_to(cast, State.RETURNED)
    walk.act(Act.REFER, cast.router, later=1, unit=cast.housing, demands=[1, 2], reason="经核实属你局职权")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    walk.on_leg(Act.OBJECT, cast.housing_head, later=1, reason="该路是村道，不属于我局职权。", proposed=cast.town)
    return walk


def follow(walk: Walk, *steps: Callable[[Walk], None]) -> Walk:
    """Take the steps one after the other."""
    for step in steps:
        step(walk)
    return walk


def clock(case: Case, duty: Duty) -> Clock:
    """The one clock of a duty."""
    return case.clocks.get(duty=duty)


def clock_of(leg: Leg, duty: str, starts_on: date) -> Clock:
    """A fresh running clock of a leg, in place of the one from the way to it."""
    leg.clocks.filter(duty=duty, met_on=None, waived_on=None, ended_on=None).delete()
    return start_clock(Duty(duty), leg.case, leg=leg, unit=leg.unit, starts_on=starts_on)


def code(call: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    """The code of the refusal that a call ends in; its message is a sentence."""
    try:
        call(*arguments, **named)
    except Refused as refused:
        assert refused.message.endswith("。")
        return refused.code
    raise AssertionError("was not refused")
