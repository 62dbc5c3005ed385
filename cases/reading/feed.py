"""What the room of the case puts into the feed: its events, and that a case has come to a unit."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from cases.models import Case, Event
from cases.record.facts import facts_of
from kit.feed import Line, Source
from law.dissuasion import NEVER_LISTED
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Reach, Right


def read_events(staff: Staff, keys: Sequence[int]) -> dict[int, Line]:
    """Return the events that a person may read, with the facts that the row of their act declares.

    What is never listed (law/dissuasion.py) is not told at all. Of a case whose sealed part is closed to him, what was done on the case itself comes without facts: they may name
    whom it accuses.
    """
    events = list(Event.objects.readable_by(staff).filter(pk__in=keys).exclude(act__in=NEVER_LISTED))
    cases = _cases(staff, {event.case_id for event in events})
    return {event.pk: _line(event, cases[event.case_id]) for event in events if event.case_id in cases}


def read_arrivals(staff: Staff, keys: Sequence[int]) -> dict[int, Line]:
    """Return that cases came to the person's own units: with all that was before, they may be within reach from here on.

    Where else a case went is not told here: it may be the unit that looks into an accusation.
    """
    own = [_at(reach, grant.unit) for reach, grant in holdings(staff, Right.SEE) if reach is not Reach.ALL]
    if not own:
        return {}
    rows = Case.objects.readable_by(staff).filter(reduce(or_, own), involvements__in=keys)
    found = rows.values_list("involvements", "pk", "number")
    return {key: {"case": case_id, "number": number} for key, case_id, number in found}


def _at(reach: Reach, base: Unit) -> Q:
    return Q(involvements__unit__path__startswith=base.path) if reach is Reach.BELOW else Q(involvements__unit=base)


def _cases(staff: Staff, keys: set[int]) -> dict[int, Any]:
    rows = Case.objects.readable_by(staff).filter(pk__in=keys).only("number", "sealed")
    return {case.pk: case for case in rows}


def _line(event: Event, case: Any) -> Line:
    closed = case.sealed and not case.sealed_open and event.leg_id is None
    return {
        "case": event.case_id,
        "number": case.number,
        "leg": event.leg_id,
        "act": event.act,
        "on": event.on,
        "at": event.at,
        "by": event.by_id,
        "for_whom": event.for_whom_id,
        "party": event.party,
        "unit": event.unit_id,
        "from_state": event.from_state,
        "to_state": event.to_state,
        "article": event.article,
        "facts": {} if closed else _declared(event),
    }


def _declared(event: Event) -> dict[str, Any]:
    return {name: event.facts[name] for name in facts_of(Act(event.act)) if name in event.facts}


FEED = (Source("event", read_events), Source("arrival", read_arrivals))
