"""What a simulation came to, as data and in words; and the digest by which two runs are compared."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cases.models import Case, Clock, Document, Event, Leg, Notice
from demo.simulation.days import Outcome
from law.vocabulary import Act, State
from vault.digests import sm3


def as_data(outcome: Outcome) -> dict[str, Any]:
    """Return the counts per state, act, refusal and task, what does not hold, the seconds and the digest."""
    states = Counter(Case.objects.filter(pk__in=outcome.case_ids).values_list("state", flat=True))
    return {
        "days": outcome.wish.days,
        "cases": len(outcome.case_ids),
        "seed": outcome.wish.seed,
        "first_day": outcome.first.isoformat(),
        "last_day": outcome.last.isoformat(),
        "states": dict(sorted(states.items())),
        "acts": dict(sorted(outcome.world.done.items())),
        "refused": dict(sorted(outcome.world.refused.items())),
        "tasks": dict(sorted(outcome.worker.done.items())),
        "faults": outcome.faults,
        "digest": digest(outcome.case_ids),
        "seconds": round(outcome.seconds, 1),
        "seconds_checking": round(outcome.checking, 1),
        "cases_a_second": round(len(outcome.case_ids) / outcome.seconds, 2) if outcome.seconds else 0,
    }


def as_text(data: dict[str, Any]) -> str:
    """Return the same for people."""
    states = "、".join(f"{State(code).label}{times}" for code, times in data["states"].items())
    acts = "、".join(f"{_label(code)}{times}" for code, times in data["acts"].items())
    refused = "、".join(f"{code} {times}" for code, times in data["refused"].items()) or "无"
    lines = [
        f"{data['first_day']}至{data['last_day']}，{data['cases']}件，种子{data['seed']}，指纹{data['digest'][:16]}。",
        f"状态：{states}。",
        f"办理：{acts}。",
        f"被拒绝：{refused}。",
        f"用时{data['seconds']}秒（每秒{data['cases_a_second']}件），核对{data['seconds_checking']}秒。",
    ]
    kept = data["faults"] or ["办理链、日志链、变动次序、期限、后续事项均核对无误"]
    return "\n".join([*lines, *(f"{each}。" for each in kept)])


def digest(case_ids: list[int]) -> str:
    """Return one digest over what happened to these cases: no times, no salts, no keys of the database.

    The numbers of letters count from the first of the run in their series: a second run beside another goes on with it.
    """
    return sm3(json.dumps(list(_told(case_ids)), ensure_ascii=False, default=str).encode())


def _told(case_ids: list[int]) -> Iterator[list[Any]]:
    place = {pk: number for number, pk in enumerate(case_ids)}
    cases = Case.objects.filter(pk__in=case_ids).order_by("pk")
    yield [[place[row[0]], *row[1:]] for row in cases.values_list("pk", "subject", "content", "state", "received_on")]
    events = Event.objects.filter(case__in=case_ids).order_by("case_id", "sequence")
    columns = ("case_id", "sequence", "act", "by__username", "unit__name", "on", "from_state", "to_state")
    yield [[place[row[0]], *row[1:]] for row in events.values_list(*columns)]
    legs = Leg.objects.filter(case__in=case_ids).order_by("pk")
    taken = ("case_id", "unit__name", "movement", "state", "received_on", "accepted_on", "handler__username")
    yield [[place[row[0]], *row[1:]] for row in legs.values_list(*taken, "next_due_on", "version")]
    clocks = Clock.objects.filter(case__in=case_ids).order_by(
        "case_id", "duty", "starts_on", "unit__name", "due_on", "pk"
    )
    dates = ("case_id", "duty", "unit__name", "starts_on", "due_on", "met_on", "waived_on", "ended_on")
    yield [[place[row[0]], *row[1:]] for row in clocks.values_list(*dates)]
    notices = Notice.objects.filter(case__in=case_ids).order_by("event__case_id", "event__sequence", "staff__username")
    yield [[place[row[0]], *row[1:]] for row in notices.values_list("case_id", "event__sequence", "staff__username")]
    letters = Document.objects.filter(case__in=case_ids).order_by("pk")
    written = letters.values_list("case_id", "kind", "unit__name", "issued_on", "number")
    firsts: dict[str, int] = {}
    yield [[place[row[0]], *row[1:4], *_counted(row[4], firsts)] for row in written]


def _counted(number: str, firsts: dict[str, int]) -> tuple[str, int]:
    """Return the series of a letter's number, and how many numbers it stands behind the first one met of it."""
    series, _, serial = number.removesuffix("号").rpartition("〕")
    return series, int(serial) - firsts.setdefault(series, int(serial))


def _label(code: str) -> str:
    return Act(code).label if code in list(Act) else code
