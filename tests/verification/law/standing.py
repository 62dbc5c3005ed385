"""A case as the API tells it: its state, its legs, its clocks in words, and what has changed since it was read last."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law.vocabulary import Act, Letter, State
from organizations.models import Unit

AREA = "云河区"


@dataclass
class Changes:
    """The clocks that run, those that have stopped since, and the letters made since."""

    running: list[str]
    stopped: list[str]
    letters: list[str]


@dataclass
class Standing:
    """One case of a history: ``now`` is the whole file as it was read last.

    ``several``: it goes to several units, and the words for a clock say whose leg it belongs to.
    """

    key: int
    number: str
    name: str
    several: bool
    now: dict[str, Any] = field(default_factory=dict)
    _before: dict[int, str] = field(default_factory=dict)
    _letters: set[int] = field(default_factory=set)

    def legs(self) -> list[dict[str, Any]]:
        """The legs, the oldest first."""
        return sorted(self.now.get("legs", ()), key=lambda leg: int(leg["id"]))

    def documents(self) -> list[dict[str, Any]]:
        """The letters, the oldest first."""
        return sorted(self.now["documents"], key=lambda document: int(document["id"]))

    def clocks(self) -> list[dict[str, Any]]:
        """The clocks, the oldest first."""
        return sorted(self.now["clocks"], key=lambda clock: int(clock["id"]))

    def said(self) -> str:
        """The state of the case, and of its legs where there are several."""
        legs = [leg for leg in self.legs() if leg["state"] != State.RETURNED]
        state = self.now["case"]["state"]
        whole = State(state).label
        if not legs or [leg["state"] for leg in legs] == [state]:
            return whole
        return f"{whole}（{'，'.join(_short(leg['unit']) + State(leg['state']).label for leg in legs)}）"

    def changes(self) -> Changes:
        """What has changed since this was asked last."""
        told = {clock["id"]: self._told(clock) for clock in self.clocks()}
        stopped = [words for key, (words, runs) in told.items() if not runs and self._before.get(key) != words]
        self._before = {key: words for key, (words, _) in told.items()}
        new = [each for each in self.documents() if each["id"] not in self._letters]
        self._letters |= {each["id"] for each in new}
        return Changes(
            [words for words, runs in told.values() if runs],
            stopped,
            [f"{Letter(each['kind']).label} {each['number']}" for each in new],
        )

    def _told(self, clock: dict[str, Any]) -> tuple[str, bool]:
        """A clock in words, and whether it runs."""
        units = {leg["id"]: _short(leg["unit"]) for leg in self.legs() if self.several}
        name = units.get(clock["leg"], "") + clock["duty_label"]
        if clock["met_on"]:
            return f"{name} {clock['met_on']}履行{_late(clock)}", False
        if clock["waived_on"]:
            return f"{name} {clock['waived_on']}免除", False
        if clock["ended_on"]:
            return f"{name} {clock['ended_on']}因“{Act(clock['ended_by']).label}”终止", False
        return f"{name} {clock['due_on'] or '未规定天数'}", True


def short_name(unit: Unit) -> str:
    """A unit as the table calls it."""
    return _short(unit.name)


def _short(name: str) -> str:
    bare = name.removeprefix(AREA).replace("人民政府", "政府")
    return f"区{bare}" if bare == "政府" else bare


def _late(clock: dict[str, Any]) -> str:
    if not clock["due_on"] or clock["met_on"] <= clock["due_on"]:
        return ""
    days = (date.fromisoformat(clock["met_on"]) - date.fromisoformat(clock["due_on"])).days
    return f"，超期{days}日"
