"""Promises for the tables, walks and random histories: what is promised, one that runs, one that was kept and drawn."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from cases.clocks import start_clock
from cases.models import Case, Promise, PromiseDraw
from law.promises import Evidence, Occasion, TellWay, VisitResult
from law.vocabulary import Act, Duty
from organizations.models import Staff, Unit
from tests.cases.uploads import PDF, a_file, json_file

if TYPE_CHECKING:
    from tests.cases.table import Scene

ON_ONE = (Act.KEEP_PROMISE, Act.CHANGE_PROMISE_DATE, Act.WITHDRAW_PROMISE, Act.RECORD_PROMISE_VISIT)
# Done by another than whoever promised.
BY_ANOTHER = (Act.KEEP_PROMISE, Act.WITHDRAW_PROMISE, Act.RECORD_PROMISE_VISIT)
WORDS = "把村口的路灯修好"


def promised(on: date, days: int = 20, **other: Any) -> dict[str, Any]:
    """What a person fills in to promise."""
    said = {"text": WORDS, "due_on": on + timedelta(days=days)}
    return {**said, "occasion": Occasion.HANDLING, "told_way": TellWay.FACE, **other}


def last_promise(case: Case | None = None) -> int:
    """The key of the latest promise of a case, or of any; 0 where there is none."""
    rows = Promise.objects.all() if case is None else case.promises.all()
    return rows.values_list("pk", flat=True).last() or 0


def a_promise(case: Case, unit: Unit, by: Staff, on: date, **other: Any) -> Promise:
    """A promise that runs for fifty days."""
    due = on + timedelta(days=50)
    clock = start_clock(Duty.PROMISE_DUE, case, leg=None, unit=unit, starts_on=on, days=50)
    said = {"occasion": Occasion.HANDLING, "told_way": TellWay.FACE, "text": WORDS, "promised_on": on, **other}
    days = {"first_due_on": due, "due_on": due, "clock": clock, "district_id": case.district_id}
    found: Promise = case.promises.create(unit=unit, promiser=by, by=by, **said, **days)
    return found


def drawn(promise: Promise, on: date) -> None:
    """Let it have been kept, and drawn for a visit."""
    month = {"month": on.replace(day=1), "seed": 7, "share": 10, "kept": 1}
    draw, _ = PromiseDraw.objects.get_or_create(district_id=promise.district_id, drawn_on=on, **month)
    kept = {"kept_on": on, "kept_recorded_on": on, "evidence": Evidence.PORTAL, "draw": draw}
    Promise.objects.filter(pk=promise.pk).update(**kept)
    promise.clock.__class__.objects.filter(pk=promise.clock_id).update(met_on=on)


def of_promises(act: Act, case: Case, on: date) -> dict[str, Any]:
    """What a person would fill in for each act, always right."""
    filled: dict[Act, dict[str, Any]] = {
        Act.PROMISE: promised(on),
        Act.KEEP_PROMISE: {"evidence": Evidence.DOCUMENT, "proofs": [a_file("验收单")]},
        Act.CHANGE_PROMISE_DATE: {
            "new_due_on": on + timedelta(days=30),
            "reason": "灯杆还没有到货",
            "told_way": TellWay.CALL,
        },
        Act.WITHDRAW_PROMISE: {"reason": "路灯归供电公司管护", "told_way": TellWay.FACE},
        Act.RECORD_PROMISE_VISIT: {"visit_result": VisitResult.KEPT, "note": "路灯亮着"},
    }
    key = {"promise": last_promise(case)} if act in ON_ONE else {}
    return {**key, **filled[act]} if act in filled else {}


def sent_of_promises(on: date) -> dict[Act, dict[str, Any]]:
    """The same as a program sends it."""
    day = (on + timedelta(days=20)).isoformat()
    told = {"reason": "灯杆没有到货", "told_way": "call"}
    key = {"promise": last_promise() or 1}
    return {
        Act.PROMISE: {"text": WORDS, "due_on": day, "occasion": "handling", "told_way": "face"},
        Act.KEEP_PROMISE: {**key, "evidence": "document", "proofs": [json_file("验收单.pdf", PDF)]},
        Act.CHANGE_PROMISE_DATE: {**key, "new_due_on": day, **told},
        Act.WITHDRAW_PROMISE: {**key, **told},
        Act.RECORD_PROMISE_VISIT: {**key, "visit_result": "kept", "note": "路灯亮着"},
    }


def prepare_promise(act: Act, scene: "Scene") -> None:
    """Let the handler have promised what is kept, moved, withdrawn, visited now."""
    if act not in ON_ONE:
        return
    visited = act is Act.RECORD_PROMISE_VISIT
    # Who may do anything stands everywhere but there: another unit visits.
    unit = scene.walk.cast.farming if visited else scene.leg.unit
    found = a_promise(scene.walk.case, unit, scene.handler, scene.walk.on)
    if visited:
        drawn(found, scene.walk.on)


def promises_at_random(random: Random, on: date) -> dict[Act, Callable[[], dict[str, Any]]]:
    """What a person would fill in, now and then wrong."""
    day = on + timedelta(days=random.choice((-1, 5, 40, 400)))

    def one(**given: Any) -> dict[str, Any]:
        return {"promise": last_promise(), **given}

    return {
        Act.PROMISE: lambda: promised(on, random.choice((-1, 3, 30, 400))),
        Act.KEEP_PROMISE: lambda: one(evidence=random.choice(list(Evidence)), kept_on=random.choice((None, on, day))),
        Act.CHANGE_PROMISE_DATE: lambda: one(new_due_on=day, reason="r", told_way=TellWay.CALL),
        Act.WITHDRAW_PROMISE: lambda: one(reason="r", told_way=TellWay.CALL),
        Act.RECORD_PROMISE_VISIT: lambda: one(visit_result=random.choice(list(VisitResult)), note="n"),
    }
