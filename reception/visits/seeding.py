"""Receptions of the visits of a seeded district: written past the acts, without words; the oldest are answered."""

from datetime import date, timedelta
from itertools import islice
from typing import Any

from cases.models import Case
from law.vocabulary import Channel
from reception.models import AnswerWay, HallVisit, VisitState
from reception.visits.settings import ANSWER_DAYS, COLLECTIVE_FROM

_AT_ONCE = 5_000
_WANTED = ("pk", "district_id", "unit_id", "registered_by_id", "received_on", "petitioner_count")
_TIME, _EACH_OPEN = timedelta(days=ANSWER_DAYS.default), 20


def seed_visits(on: date) -> int:
    """Give every visit that has none its reception; one in twenty of the last weeks is still owed. Returns how many."""
    rows = Case.objects.filter(channel=Channel.VISIT, historic=False, hall_visits=None).order_by("pk")
    made, found = 0, (_reception(row, on) for row in rows.values(*_WANTED).iterator(_AT_ONCE))
    while batch := list(islice(found, _AT_ONCE)):
        made += len(HallVisit.objects.bulk_create(batch))
    return made


def _reception(case: dict[str, Any], on: date) -> HallVisit:
    due_on = case["received_on"] + _TIME
    owed = due_on >= on - _TIME and case["pk"] % _EACH_OPEN == 0
    clerk = case["registered_by_id"]
    answered = {} if owed else {"answered_on": case["received_on"], "answered_by_id": clerk, "way": AnswerWay.IN_PERSON}
    return HallVisit(
        district_id=case["district_id"],
        unit_id=case["unit_id"],
        case_id=case["pk"],
        state=VisitState.OPEN if owed else VisitState.ANSWERED,
        visited_on=case["received_on"],
        people=case["petitioner_count"],
        collective=case["petitioner_count"] >= COLLECTIVE_FROM.default,
        first_asked_id=clerk,
        owner_id=clerk,
        due_on=due_on,
        **answered,
    )
