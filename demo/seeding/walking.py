"""One case walked along its outline: what each act leaves behind, turned into rows as the frame of the acts would."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, cast

from cases.clocks import NOT_OWED
from cases.models import Clock, Event, EventText, Involvement, Notice
from cases.record.chain import commitment, digest
from demo.seeding.keeping import Keeping
from demo.seeding.letters import Papers
from demo.seeding.outlines import Outline, Planned
from demo.seeding.petitions import Petition
from demo.seeding.said import LegWalk, Row, Said
from demo.seeding.world import Place, World
from law.deadlines import PERIODS
from law.paths import TOLD_DIRECTLY
from law.periods import Bearer
from law.procedure import case_state, step_for, steps_of
from law.vocabulary import Act, Duty, Movement, State
from organizations.roles import Role

_FIRST_MINUTE, _LAST_MINUTE = 8 * 60 + 30, 22 * 60
# Whose turn it is after an act: a role at the unit of the leg, or at the unit asked beside it.
_TURN: dict[Act, Role] = {
    Act.REFER: Role.HEAD,
    Act.COMMISSION: Role.HEAD,
    Act.ACCEPT: Role.HEAD,
    Act.TAKE: Role.HANDLER,
    Act.SUBMIT: Role.HEAD,
    Act.SEND_BACK: Role.HANDLER,
    Act.ISSUE: Role.HANDLER,
    Act.ASK_EXTENSION: Role.HEAD,
    Act.DELEGATE: Role.INFORMANT,
    Act.REPORT_FINDINGS: Role.HANDLER,
}


@cache
def _derived(states: tuple[State, ...], undispatched: bool) -> State:
    return case_state(states, undispatched=undispatched)


_step_for = cache(step_for)


class Walk:
    """The rows of one case as they come to be; ``finish`` in demand_rows writes them."""

    def __init__(self, world: World, outline: Outline, keeping: Keeping, papers: Papers, words: Petition) -> None:
        """Begin before the registration."""
        self.world, self.outline, self.keeping, self.papers, self.words = world, outline, keeping, papers, words
        self.random = outline.random
        # Begins a row of this case, which may still change until the case is finished.
        self.row = keeping.row
        self.case: Row = {}
        self.demands: list[Row] = []
        self.parties: list[Row] = []
        self.legs: dict[int, LegWalk] = {}
        self.running: dict[Duty, Row] = {}
        self.dispatch: Row = {}
        self.involved: dict[int, None] = {}
        self.sequence, self.previous = 0, ""
        self._moment = (date.min, 0)
        self.turn = int(self.random.random() * 1000)

    def who(self, role: Role, place: Place) -> int:
        """Return who holds a role at a place for this case."""
        return self.world.who(role, place, self.turn)

    def state(self) -> State:
        """Return the state of the case as its legs and waiting demands give it."""
        states = tuple(leg.state for leg in self.legs.values())
        return _derived(states, any(demand["leg_id"] is None for demand in self.demands))

    def demands_of(self, leg: LegWalk) -> list[Row]:
        """Return the demands that a leg answers."""
        return [demand for demand in self.demands if demand["leg_id"] == leg.row["id"]]

    def involve(self, *places: Place) -> None:
        """Note that the case has reached units, each once."""
        for place in places:
            if place.id not in self.involved:
                self.involved[place.id] = None
                self.row(Involvement, district_id=self.world.district, case_id=self.case["id"], unit_id=place.id)

    def act(self, planned: Planned, leg: LegWalk | None, said: Said, from_state: State) -> None:
        """Finish one act: its clocks, the states, the event with its words, its notice."""
        act = planned.act
        step = steps_of(act)[0] if act is Act.REGISTER else _step_for(act, from_state)
        if leg and not step.opens_leg:
            leg.row["state"] = said.to_state or step.to_state or leg.state
        leaves = step.opens_leg or act is Act.APPROVE_EXIT
        for duty in step.meets:
            if duty not in said.spares:
                self._stop(duty, leg, {"met_on": said.met_on or planned.on}, whole=leaves)
        for duty in step.ends:
            if duty not in said.spares:
                self._stop(duty, leg, {"ended_on": planned.on, "ended_by": act}, whole=leaves)
        for duty in step.starts:
            if duty not in said.omits:
                self.start(duty, leg, said, planned.on)
        self._event(planned, leg, said, "" if act is Act.REGISTER else from_state, step.article)

    def from_state(self, act: Act, leg: LegWalk | None) -> State:
        """Return the state an act begins in: of its leg, or of the case where it opens one or is on the whole."""
        return self.state() if leg is None or steps_of(act)[0].opens_leg else leg.state

    def start(self, duty: Duty, leg: LegWalk | None, said: Said, on: date) -> None:
        """Start one clock as cases/clocks.py does."""
        starts_on = said.starts_on or on
        days = said.days if PERIODS[duty].days is None else None
        fallen = self.world.fallen(duty, starts_on, days)
        unit = said.bearer or (leg.unit if leg else self.outline.desk)
        clock = self.row(
            Clock,
            district_id=self.world.district,
            case_id=self.case["id"],
            leg_id=leg.row["id"] if leg else None,
            unit_id=unit.id if PERIODS[duty].bearer is Bearer.AGENCY else None,
            duty=duty,
            starts_on=starts_on,
            days=days,
            due_on=fallen.due_on,
            provisional=fallen.may_move,
            rule_version=fallen.version,
        )
        (leg.running if leg else self.running)[duty] = clock
        if duty is Duty.DISPATCH_15D:
            self.dispatch = clock

    def _stop(self, duty: Duty, leg: LegWalk | None, how: Row, *, whole: bool) -> None:
        if leg and (clock := leg.running.pop(duty, None)):
            clock |= how
        gone = all(demand["leg_id"] for demand in self.demands) and not self.undecided(leg)
        desks_own = leg is None or (whole and gone)
        if (desks_own or duty in TOLD_DIRECTLY) and (clock := self.running.pop(duty, None)):
            clock |= how

    def undecided(self, leg: LegWalk | None) -> bool:
        """Tell whether another demand shall leave by the desk's own decision, which nobody has approved yet."""
        others = (each for each in self.legs.values() if each is not leg)
        return any((each.state, each.row["movement"]) == (State.EXIT_PENDING, Movement.DIRECT) for each in others)

    def waive(self, running: dict[Duty, Row], on: date, reason: str, *duties: Duty) -> None:
        """Let running clocks go, for a reason: these."""
        for duty in duties:
            if clock := running.pop(duty, None):
                clock |= {"waived_on": on, "waived_reason": reason}

    def end(self, running: dict[Duty, Row], act: Act, on: date) -> None:
        """End all running clocks by an act that fulfils none of them."""
        for clock in running.values():
            clock |= {"ended_on": on, "ended_by": act}
        running.clear()

    def owed(self, running: dict[Duty, Row]) -> list[date]:
        """Return the dates on which an agency owes something."""
        return [row["due_on"] for duty, row in running.items() if duty not in NOT_OWED and row["due_on"]]

    def moment(self, on: date) -> datetime:
        """Return the next moment of a day: in office hours, each after the one before."""
        day, minute = self._moment
        minute = minute + 1 if day == on else _FIRST_MINUTE - 1
        minute = min(minute + int(self.random.random() * 75), _LAST_MINUTE) if minute < _LAST_MINUTE else minute
        self._moment = (on, minute)
        second, micro = int(self.random.random() * 60), int(self.random.random() * 10**6)
        return datetime(on.year, on.month, on.day, minute // 60, minute % 60, second, micro, tzinfo=self.world.zone)

    def _event(self, planned: Planned, leg: LegWalk | None, said: Said, from_state: str, article: str) -> None:
        self.sequence += 1
        salt = f"{self.random.getrandbits(128):032x}" if said.text else ""
        event = _Link(
            case_id=self.case["id"],
            sequence=self.sequence,
            leg_id=leg.row["id"] if leg else None,
            act=planned.act,
            by_id=said.by,
            unit_id=said.place.id,
            on=planned.on,
            at=self.moment(planned.on),
            from_state=from_state,
            to_state=leg.state if leg else self.state(),
            article=article,
            facts=said.facts,
            commitment=commitment(salt, said.text),
            previous=self.previous,
        )
        self.previous = event.digest = digest(cast(Event, event))
        row = self.row(Event, district_id=self.world.district, **vars(event))
        if said.text:
            self.keeping.add(EventText, event_id=row["id"], text=said.text, salt=salt)
        if leg:
            leg.row["version"] += 1
        self.case |= {"last_act_on": planned.on, "version": self.sequence}
        self._tell(planned, leg, said, row["id"], event.at)

    def _tell(self, planned: Planned, leg: LegWalk | None, said: Said, event: int, at: datetime) -> None:
        role = _TURN.get(planned.act)
        if role is None or leg is None:
            return
        place = said.told or leg.unit
        number, label = self.case["number"], planned.act.label
        read = None if self.outline.open and (self.world.today - planned.on).days < 30 else at + timedelta(hours=3)
        self.row(
            Notice,
            staff_id=leg.row["handler_id"] if role is Role.HANDLER and leg.row["handler_id"] else self.who(role, place),
            case_id=self.case["id"],
            event_id=event,
            text=f"{number}：{label}（{planned.on:%m-%d}，{said.place.short}）",
            created_at=at,
            read_at=read,
        )


class _Link:
    """An event as its digest reads it."""

    at: datetime
    digest: str = ""

    def __init__(self, **facts: Any) -> None:
        """Take the facts of the event; nobody acts in another's name, and no party acts himself."""
        vars(self).update(facts, payload=3, for_whom_id=None, party=None)
