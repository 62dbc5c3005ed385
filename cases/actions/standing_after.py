"""Where a case stands once an act has changed it: its legs, what waits at the desk, its running clocks; one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from cases.models import Case, Clock, Demand, Leg
from cases.models.clock import RUNNING
from kit.gathered import Gathered, rows_of
from law.calendar import Calendar
from law.procedure import case_state
from law.vocabulary import Movement, State
from organizations.limits import Limits
from organizations.rules_in_force import rules_beside, rules_of


@dataclass(frozen=True)
class StandingAfter:
    """What the body of an act has left in the database. ``legs``: each one's state, by its key, the oldest first.

    ``undecided``: another demand shall leave by the desk's own decision, and a second person has not approved it yet.
    """

    legs: Mapping[int, State]
    undispatched: bool
    undecided: bool
    running: list[Clock]
    said: Mapping[str, Any]

    @property
    def rules(self) -> tuple[Calendar, Limits]:
        """Return the calendar and the limits, where the act said that it starts clocks."""
        return rules_of(self.said)

    def state_with(self, leg: Leg | None) -> State:
        """Return the state that the legs give the case, this one as it is in memory."""
        legs = {**self.legs, **({leg.pk: State(leg.state)} if leg else {})}
        return case_state(legs.values(), undispatched=self.undispatched)


def _legs() -> "QuerySet[Leg]":
    return Leg.objects.filter(case=OuterRef("pk")).order_by("pk")


def _running() -> "QuerySet[Clock]":
    return Clock.objects.filter(RUNNING, case=OuterRef("pk")).order_by("pk")


def standing_after(case: Case, leg: Leg | None, leaving: Sequence[Demand], *, starts: bool) -> StandingAfter:
    """Ask where a case stands, with the rules for counting where clocks will start.

    ``leg``: the one that is acted on. ``leaving``: demands that do not wait any more, though the database has not heard of it.
    """
    waiting = Demand.objects.filter(case=case.pk, leg=None).exclude(pk__in=[demand.pk for demand in leaving])
    pending = Leg.objects.filter(case=case.pk, state=State.EXIT_PENDING, movement=Movement.DIRECT)
    said = (
        Case.objects.filter(pk=case.pk)
        .values(
            undispatched=Exists(waiting),
            undecided=Exists(pending.exclude(pk=leg.pk) if leg else pending),
            legs_now=Gathered(_legs, "id", "state"),
            running=Gathered(_running),
            **(rules_beside() if starts else {}),
        )
        .get()
    )
    legs = {each["id"]: State(each["state"]) for each in said["legs_now"]}
    return StandingAfter(legs, said["undispatched"], said["undecided"], rows_of(Clock, said["running"]), said)
