"""Who had to be warned of a date, by the naive method: run after run, from its history, without a row of the warnings."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import product

from law.warning_stages import Level, Stage, stage_of
from supervision.models import AlertRun
from supervision.warnings.history import CaseHistory, Turned
from supervision.warnings.moments import SLACK, Past
from supervision.warnings.owners import owning_leaders
from supervision.warnings.roster import Roster

# Above every threshold.
_NONE = 100
# due_on, threshold, person
Key = tuple[date, int, int]


@dataclass
class Owed:
    """What was owed of one date: certainly, and what may have been, where two things happened at once."""

    certain: set[Key] = field(default_factory=set)
    possible: set[Key] = field(default_factory=set)


@dataclass(frozen=True)
class Standing:
    """How a date stood: what it was, who owed it, who handled it, and whether it belongs to what accuses somebody."""

    due_on: date
    duty: str
    unit: int
    desk: int
    leg: int | None
    handler: int | None
    sealed: bool
    accusing: bool
    kept: bool


class Expecting:
    """All runs there were, and what each of them owed."""

    def __init__(self) -> None:
        self.past = Past()
        self.runs = list(AlertRun.objects.order_by("began_at", "pk"))
        self.began = [run.began_at for run in self.runs]
        self.calendars = [self.past.calendars.at(run.began_at) for run in self.runs]
        self.first = self._first_runs()
        self._reached: dict[tuple[int, int | None, str, date], Stage | None] = {}
        self._owners: dict[tuple[date, bool], dict[int, int]] = {}

    def of(self, case: CaseHistory, what: str, turns: Sequence[Turned], barred: set[int]) -> Owed:
        """Return what was owed of one date of a case; ``barred``: who is accused in it, or was recused from it."""
        owed, told, tried = Owed(), dict[date, int](), dict[tuple[date, int], list[set[int]]]()
        moments = [turn.at for turn in turns]
        for place in self._asked(turns):
            run = self.runs[place]
            if not self._nearer(case.district, turns, moments, place, told):
                continue
            stood = self._stood(case, what, turns, place)
            sure = run.ended_at is not None and len({(s.due_on, s.unit) if s else None for s in stood}) == 1
            for standing in {s for s in stood if s}:
                stage = self._stage(case.district, standing.duty, standing.due_on, place)
                if stage is None or stage.threshold >= told.get(standing.due_on, _NONE):
                    continue
                here = [s for s in stood if s and s.due_on == standing.due_on]
                sets = tried.setdefault((standing.due_on, stage.threshold), [])
                sets += [who for s in here for who in self._told(case, s, stage, place, barred)]
                owed.possible |= {(standing.due_on, stage.threshold, who) for who in set().union(*sets)}
                if sure:
                    certain = set.intersection(*sets) - barred
                    owed.certain |= {(standing.due_on, stage.threshold, who) for who in certain}
                    told[standing.due_on] = stage.threshold
        return owed

    def _first_runs(self) -> list[int]:
        """Return the places of the runs that could see something new by themselves: those of a day until one was done."""
        found, done = [], None
        for place, run in enumerate(self.runs):
            epoch = (run.on, id(self.calendars[place]), self._set_by(run.began_at))
            if epoch != done:
                found.append(place)
                done = epoch if run.ended_at else None
        return found

    def _set_by(self, moment: datetime) -> int:
        return sum(set_at <= moment for set_at in self.past.setting_moments)

    def _asked(self, turns: Sequence[Turned]) -> list[int]:
        """Return the places of the runs to look at: the first of each day, and those after each act until one was done."""
        start = bisect_left(self.began, turns[0].at - 2 * SLACK)
        # What stopped for good cannot be owed later.
        end = len(self.runs) if turns[-1].runs else bisect_left(self.began, turns[-1].at + 2 * SLACK) + 1
        found = set(self.first[bisect_left(self.first, start) : bisect_left(self.first, end)])
        for turn in turns:
            place = bisect_left(self.began, turn.at - 2 * SLACK)
            while place < len(self.runs):
                found.add(place)
                if self.runs[place].ended_at and self.began[place] > turn.at + 2 * SLACK:
                    break
                place += 1
        return sorted(found)

    def _stood(self, case: CaseHistory, what: str, turns: Sequence[Turned], place: int) -> list[Standing | None]:
        """Return how a date stood just before a run, and just after: mostly the same."""
        return [_standing(case, what, turns, moment) for moment in self._times(place)]

    def _nearer(
        self, district: int | None, turns: Sequence[Turned], moments: list[datetime], place: int, told: dict[date, int]
    ) -> bool:
        """Tell whether a date may have reached, at a run, a threshold that it was not warned of yet."""
        before, after = self._times(place)
        for turn in turns[max(bisect_right(moments, before) - 1, 0) : bisect_right(moments, after)]:
            if turn.runs and turn.due_on:
                stage = self._stage(district, turn.duty, turn.due_on, place)
                if stage and stage.threshold < told.get(turn.due_on, _NONE):
                    return True
        return False

    def _times(self, place: int) -> tuple[datetime, datetime]:
        """Return from when to when an act may have been seen by a run, or not."""
        run = self.runs[place]
        return run.began_at - SLACK, (run.ended_at or run.began_at) + SLACK

    def _stage(self, district: int | None, duty: str, due_on: date, place: int) -> Stage | None:
        key = (place, district, duty, due_on)
        if key not in self._reached:
            run, calendar = self.runs[place], self.calendars[place]
            thresholds = self.past.thresholds(district, run).get(duty, ())
            self._reached[key] = stage_of(thresholds, due_on, run.on, calendar)
        return self._reached[key]

    def _told(
        self, case: CaseHistory, standing: Standing, stage: Stage, place: int, barred: set[int]
    ) -> Iterator[set[int]]:
        """Return who had to be told, once for every way of reading what changed on that day."""
        run = self.runs[place]
        for late, out in product((False, True), ([barred, set[int]()] if barred else [barred])):
            roster = self.past.roster(run, late=late)
            people = _named(standing, stage, roster, case.district or 0, out)
            owner = self._owner(case.case, run.on, late=late)
            if owner and stage.up_to >= Level.LEADER and not standing.sealed:
                people |= {owner}
            yield {roster.instead.get(person, person) for person in people} - out

    def _owner(self, case: int, on: date, *, late: bool) -> int | None:
        if (on, late) not in self._owners:
            self._owners[on, late] = owning_leaders(on, late=late)
        return self._owners[on, late].get(case)


def _named(standing: Standing, stage: Stage, roster: Roster, district: int, out: set[int]) -> set[int]:
    """Return who is told beside the date, and of those above where it is their turn, or nobody else stands there."""
    beside: dict[Level, set[int]] = {}
    if not (standing.kept and standing.leg is None):
        works = (standing.unit, standing.handler) in roster.working
        handler = {standing.handler} - out if standing.handler and works else set[int]()
        for level in (Level.HANDLER, Level.HEAD):
            if level <= stage.up_to:
                here = roster.near(standing.unit, level, accusing=standing.accusing) - out
                beside[level] = handler if level is Level.HANDLER and handler else here
    people = set[int]().union(*beside.values())
    if stage.up_to >= Level.OFFICE or not beside.get(min(stage.up_to, Level.HEAD)):
        people |= _above(standing, roster, district)
    return people


def _above(standing: Standing, roster: Roster, district: int) -> set[int]:
    if standing.kept:
        return roster.sealed_desks.get(district, set())
    return roster.keepers.get(standing.desk, set()) if standing.accusing else roster.office(district)


def _standing(case: CaseHistory, what: str, turns: Sequence[Turned], moment: datetime) -> Standing | None:
    found = [turn for turn in turns if turn.at <= moment]
    if not found or not found[-1].runs:
        return None
    last = found[-1]
    leg, seal = case.at("l", last.leg, moment), case.at("s", case.case, moment)
    if last.due_on is None or last.unit is None or (what == "a" and not (leg and leg.runs)):
        return None
    sealed = bool(seal and seal.held)
    its_own = what == "c" and leg is not None and leg.unit == last.unit
    return Standing(
        last.due_on,
        last.duty,
        last.unit,
        desk=(seal.unit or 0) if seal else 0,
        leg=last.leg,
        handler=leg.handler if leg and its_own else None,
        sealed=sealed,
        accusing=sealed and (leg is None or leg.held),
        kept=bool(seal and seal.runs),
    )
