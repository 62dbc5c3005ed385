"""An interpreter in memory: it plays random lawful histories over STEPS, writing state act by act as a store does."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from law.calendar import Calendar
from law.deadlines import Pause, due_on
from law.paths import applies
from law.procedure import OPEN_LEG, STEPS, Step, allowed, case_state, step_for
from law.vocabulary import Act, Duty, Kind, Path, Scope, State
from tests.law.history_guards import CASE_DUTIES, GUARDED, OPINIONS, SERVED_AFTER
from tests.law.history_records import AT_DESK, GIVES_BACK, Clock, Entry, Leg, goes_on, opened_by, request_of

CALENDAR = Calendar()
GIVING_BACK = (*GIVES_BACK, Act.AGREE_OBJECTION, Act.TAKE_BACK, Act.AGREE_REDIRECT)
CASE_ROWS = {s: [r for r in STEPS if r.scope is Scope.CASE and allowed(r.act, s)] for s in State}
LEG_ROWS = {s: [r for r in STEPS if r.scope is not Scope.CASE and allowed(r.act, s)] for s in State}
Demand = tuple[Kind, Path | None]


@dataclass
class History:
    """One case as it is stored: states, clocks and first handler are written act by act."""

    random: Random
    today: date
    office: bool
    demands: list[Demand]
    legs: list[Leg] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    log: list[Entry] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)
    aside: State | None = None
    first_unit: str = ""
    first_person: str = ""

    @property
    def state(self) -> State:
        return self.aside or case_state((leg.state for leg in self.legs), undispatched=bool(self.waiting))

    # What may happen next: the rows of the state, less what their notes exclude.
    def candidates(self) -> Iterator[tuple[Step, Leg | None]]:
        for step in CASE_ROWS[self.state]:
            yield step, None
        if self.aside:
            return
        for leg in self.legs:
            for step in LEG_ROWS[leg.state]:
                if step.act not in GUARDED or GUARDED[step.act](self, leg):
                    yield step, leg

    def last(self, leg: Leg, acts: Container[Act]) -> Act | None:
        mine = (entry.act for entry in reversed(self.log) if entry.leg == leg.number)
        return next((act for act in mine if act in acts), None)

    def served(self, leg: Leg) -> bool:
        return self.last(leg, SERVED_AFTER) is Act.SERVE

    def kinds(self, leg: Leg) -> list[Demand]:
        return [self.demands[number] for number in leg.demands]

    def running(self, duty: Duty, leg: Leg | None) -> Clock | None:
        number = leg.number if leg else None
        return next((c for c in self.clocks if c.open and c.duty is duty and c.leg == number), None)

    def extended(self, leg: Leg) -> int:
        return sum(entry.days for entry in self.log if entry.act is Act.EXTEND and entry.leg == leg.number)

    # One act: state, clocks, first handler, log.
    def play(self, act: Act, leg: Leg | None) -> None:
        state = leg.state if leg else self.state
        step = step_for(act, state)
        entry = self.entry(step, leg, state)
        leg = self.move(step, leg, entry)
        self.log.append(entry)
        for duty in step.starts:
            self.start(duty, leg, entry)
        for duty in (*step.meets, *step.ends):
            self.meet(duty, leg, fulfilled=duty in step.meets)
        self.after(act, leg)
        self.write_first_handler(act, leg, entry)

    def entry(self, step: Step, leg: Leg | None, state: State) -> Entry:
        random, taken = self.random, ()
        if step.opens_leg:
            waiting = sorted(self.waiting)
            taken = tuple(random.sample(waiting, random.randint(1, len(waiting))))
        number = len(self.legs) if step.opens_leg else leg.number if leg else None
        days = random.randint(5, 45) if step.act is Act.COMMISSION else 0
        if step.act is Act.REMAND:
            days = random.randint(5, 60)
        if step.act is Act.EXTEND and leg:
            days = random.randint(1, 30 - self.extended(leg))
        pause = None
        if step.act is Act.HOLD_HEARING and state is State.REVIEWING:
            pause = Pause(self.today, self.today + timedelta(days=random.randint(0, 4)))
        unit = random.choice(("农业农村局", "青石镇", "住建局")) if step.opens_leg else ""
        person = random.choice(("小李", "老赵", "小孙")) if step.act is Act.TAKE else ""
        return Entry(step.act, self.today, number, state, taken, unit, person, days, pause)

    def move(self, step: Step, leg: Leg | None, entry: Entry) -> Leg | None:
        if step.opens_leg and step.to_state and entry.leg is not None:
            leg = Leg(entry.leg, entry.unit, list(entry.demands), step.to_state)
            self.legs.append(leg)
            self.waiting -= set(entry.demands)
            self.aside = None
        elif leg and step.to_state and step.act in GIVES_BACK:
            leg.state = GIVES_BACK[step.act](self.log, leg.number)
        elif leg and step.to_state:
            leg.state = step.to_state
        elif step.act in (Act.REFUSE_VOID, Act.RECORD_DECISION):
            self.aside = None
        elif step.to_state:
            self.aside = step.to_state
        return leg

    def start(self, duty: Duty, leg: Leg | None, entry: Entry) -> None:
        number = leg.number if leg else None
        if (leg and not applies(duty, self.kinds(leg))) or goes_on(duty, number, self.clocks, self.log):
            return
        # Served by post: the window starts with the receipt; a second receipt changes nothing.
        if duty in (Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D) and leg:
            if entry.act is Act.SERVE:
                self.end(leg.number, only=duty)  # the window of an opinion that the new one replaces
            if entry.act is Act.SERVE and self.random.random() < 0.3:
                return
            if entry.act is Act.RECORD_RECEIPT and self.window_since_service(leg, duty):
                return
        days = entry.days if duty in (Duty.COMMISSION_FEEDBACK, Duty.REMAND_LIMIT) else None
        due = due_on(duty, entry.on, CALENDAR, days=days)
        self.clocks.append(Clock(duty, leg.number if leg else None, entry.on, days, due))

    def window_since_service(self, leg: Leg, duty: Duty) -> bool:
        served = [e.on for e in self.log if e.leg == leg.number and e.act in (Act.SERVE, Act.SETTLE)]
        return any(
            c.duty is duty
            and c.leg == leg.number
            and served
            and c.starts_on >= served[-1]
            and not c.waived_on
            and not c.ended_on
            for c in self.clocks
        )

    def meet(self, duty: Duty, leg: Leg | None, *, fulfilled: bool) -> None:
        clock = self.running(duty, None if duty in CASE_DUTIES else leg)
        # One desk, several demands: it has dispatched, or informed in writing, when the last demand is out.
        last = duty is Duty.DISPATCH_15D or (duty is Duty.NOTICE_DIRECT_15D and leg)
        if clock and not (last and self.undecided(leg)):
            clock.met_on = self.today if fulfilled else None
            clock.ended_on = None if fulfilled else self.today

    def undecided(self, leg: Leg | None) -> bool:
        """Whether a demand still waits at the desk, or for a second person over what the desk decided of it."""
        pending = (each for each in self.legs if each is not leg and each.state is State.EXIT_PENDING)
        return bool(self.waiting) or any(opened_by(self.log, each.number) in AT_DESK for each in pending)

    def after(self, act: Act, leg: Leg | None) -> None:
        if act is Act.REOPEN_EXIT:
            self.run_again(leg)
        if leg and leg.state is State.RETURNED and act in GIVING_BACK:
            self.waiting |= set(leg.demands)
            self.end(leg.number)
            self.reopen(Duty.DISPATCH_15D, None)
            self.reopen(Duty.NOTICE_DIRECT_15D, None)
        elif act is Act.APPROVE_EXIT:
            self.let_go(leg)
        elif act is Act.WITHDRAW and leg:
            self.end(leg.number)
        elif act is Act.CONFIRM_VOID:
            for number in (None, *(leg.number for leg in self.legs)):
                self.end(number)
        elif act is Act.REJECT_CONCLUSION and leg:
            self.reopen(Duty.HANDLE_60D, leg.number)
            self.reopen(Duty.PATH5_2M, leg.number)
            self.reopen(Duty.COMMISSION_FEEDBACK, leg.number)
        elif act in (Act.REFUSE_REMEDY, Act.READMIT_REMEDY) and leg:
            (self.reopen_window if act is Act.REFUSE_REMEDY else self.take_up_again)(leg)
        elif act in (Act.EXTEND, Act.HOLD_HEARING) and leg:
            self.recount(leg)

    def let_go(self, leg: Leg | None) -> None:
        """Nobody is told of what is only kept, once nothing of the case waits for anybody."""
        owing = any(each.state in (*OPEN_LEG, State.EXIT_PENDING) for each in self.legs)
        if leg and leg.state is State.FILED and not (self.waiting or owing):
            self.waive(None, only=Duty.NOTICE_DIRECT_15D)

    def run_again(self, leg: Leg | None) -> None:
        """What the decision ended runs on from its start, and the notices that its letter met."""
        assert leg
        for duty in (Duty.OBJECTION_5WD, Duty.NOTICE_REFERRED_15D, Duty.COMMISSION_FEEDBACK):
            self.reopen(duty, leg.number)
        for clock in self.clocks:
            if clock.duty is Duty.NOTICE_DIRECT_15D and clock.leg is None:
                clock.waived_on = clock.met_on = None

    def waive(self, number: int | None, only: Duty | None = None) -> None:
        for clock in self.clocks:
            if clock.open and clock.leg == number and only in (None, clock.duty):
                clock.waived_on = self.today

    def end(self, number: int | None, only: Duty | None = None) -> None:
        for clock in self.clocks:
            if clock.open and clock.leg == number and only in (None, clock.duty):
                clock.ended_on = self.today

    def reopen(self, duty: Duty, number: int | None) -> None:
        mine = [clock for clock in self.clocks if clock.duty is duty and clock.leg == number]
        if mine and not any(clock.open for clock in mine) and not mine[-1].waived_on:
            mine[-1].met_on = mine[-1].ended_on = None

    def reopen_window(self, leg: Leg) -> None:
        """A request that was not taken up gives the petitioner his window back, from its old start."""
        asked = Duty.REEXAM_REQ_30D if leg.state is State.ANSWERED else Duty.REVIEW_REQ_30D
        mine = [c for c in self.clocks if c.duty is asked and c.leg == leg.number and c.met_on]
        if mine and self.window_since_service(leg, asked):
            mine[-1].met_on = None

    def take_up_again(self, leg: Leg) -> None:
        """As if nobody had refused: the window was used on the day of the request, the 30 days never stopped."""
        review = leg.state is State.REVIEWING
        self.clocks_of(leg, Duty.REVIEW_30D if review else Duty.REEXAM_30D)[-1].ended_on = None
        answered = max(entry.on for entry in self.log if entry.leg == leg.number and entry.act in OPINIONS)
        windows = self.clocks_of(leg, Duty.REVIEW_REQ_30D if review else Duty.REEXAM_REQ_30D)
        if windows and windows[-1].starts_on >= answered:
            asked = request_of(self.log, leg.number).on
            windows[-1].met_on, windows[-1].ended_on = max(asked, windows[-1].starts_on), None

    def clocks_of(self, leg: Leg, duty: Duty) -> list[Clock]:
        return [clock for clock in self.clocks if clock.duty is duty and clock.leg == leg.number]

    def recount(self, leg: Leg) -> None:
        handle, review = self.running(Duty.HANDLE_60D, leg), self.running(Duty.REVIEW_30D, leg)
        if handle:
            extended = self.extended(leg)
            handle.due_on = due_on(handle.duty, handle.starts_on, CALENDAR, extended_days=extended)
        if review:
            pauses = [e.pause for e in self.log if e.pause and e.leg == leg.number]
            review.due_on = due_on(review.duty, review.starts_on, CALENDAR, pauses=pauses)

    def write_first_handler(self, act: Act, leg: Leg | None, entry: Entry) -> None:
        if act is Act.ACCEPT and leg and not self.first_unit:
            self.first_unit = leg.unit
        if act is Act.TAKE and leg and leg.unit == self.first_unit and not self.first_person:
            self.first_person = entry.person
