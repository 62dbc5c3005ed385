"""What people of a simulated district do about return visits on one day, and what the demonstration shows of it."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from django.db.models import Q

from organizations.models import Staff, Unit
from organizations.roles import Role
from organizations.simulated import World
from supervision.models import FollowUpVisit, VisitFeedback, VisitLot
from supervision.models.visit_words import CallOutcome, FeedbackState, VisitResult, VisitRule, VisitState, VisitWay
from supervision.visits import actions
from supervision.visits.lots import draw_lot
from supervision.visits.visit_moves import visitors_at

_MONDAY, _A_WEEK, _PERIOD = 0, 4, timedelta(days=30)
_CALLS = ((CallOutcome.REACHED, 6), (CallOutcome.NOT_REACHED, 3), (CallOutcome.DECLINED, 1))
_FOUND: dict[VisitResult, dict[str, str]] = {
    VisitResult.SATISFIED: {"promised": "按答复办理", "done": "答复的事项已经办好"},
    VisitResult.PARTLY: {
        "promised": "按答复的时间完成",
        "done": "已经开工",
        "missing": "还没有完工，也没有告知新的时间",
    },
    VisitResult.NOT: {"promised": "按答复办理", "missing": "答复以后没有人来办理", "reopening_why": "答复没有执行"},
}


def live_visits(day: date, random: Random, world: World) -> int:
    """Draw a few on Mondays, and take every visit of the district one step further; returns how many deeds."""
    arrangers = world.holding(Role.SUPERVISOR)
    if not arrangers:
        return 0
    by, done = arrangers[0], 0
    if day.weekday() == _MONDAY:
        done += world.attempt("visits.draw", lambda: _drawn(by, day, random))
    for visit in _open_visits(world.area):
        step = _next(visit, by, day, random)
        done += world.attempt(f"visits.{visit.state}", step) if step else 0
    for told in VisitFeedback.objects.filter(district=world.area).exclude(state=FeedbackState.CHECKED).order_by("pk"):
        step = _answer(told, by, world, day)
        done += world.attempt(f"visits.feedback.{told.state}", step) if step and random.random() < 0.5 else 0
    return done


def show_visits(day: date) -> int:
    """Draw a lot in the demonstration's district once, and take its visits some way; returns how many were made."""
    supervisor = Staff.objects.filter(grants__role=Role.SUPERVISOR, is_active=True).order_by("pk").first()
    if supervisor is None or VisitLot.objects.exists() or supervisor.unit.district is None:
        return 0
    world, random = World(supervisor.unit.district, day), Random(1)  # noqa: S311 - a demonstration, not a drawing of the office
    world.attempt("visits.draw", lambda: _drawn(supervisor, day, random, many=12, back=timedelta(days=365)))
    for _ in range(3):
        for visit in _open_visits(world.area):
            step = _next(visit, supervisor, day, random)
            if step and random.random() < 0.7:
                world.attempt("visits", step)
    return FollowUpVisit.objects.filter(district=world.area).count()


def _drawn(by: Staff, day: date, random: Random, *, many: int = _A_WEEK, back: timedelta = _PERIOD) -> VisitLot:
    seed, since = f"{random.getrandbits(60):x}", day - back
    return draw_lot(by=by, rule=VisitRule.ANSWERED, size=many, since=since, until=day, seed=seed, on=day)


def _open_visits(area: Unit) -> list[FollowUpVisit]:
    waiting = Q(state__in=(VisitState.DRAWN, VisitState.ASSIGNED, VisitState.AGREED, VisitState.VISITED))
    rows = FollowUpVisit.objects.filter(waiting, district=area, case__sealed=False).order_by("pk")
    return list(rows.select_related("lot__unit", "lot__drawn_by", "assignee__unit", "leg__unit", "unit", "case"))


def _next(visit: FollowUpVisit, by: Staff, day: date, random: Random) -> Callable[[], object] | None:
    """Return what comes next of a visit; None where nothing is to be done today."""
    if visit.state == VisitState.DRAWN:
        people = visitors_at(visit)
        chosen = random.choice(people) if people else by
        return lambda: actions.assign_visit(visit, by=by, assignee=chosen, on=day)
    made = visit.assignee
    if visit.state == VisitState.ASSIGNED and made:
        [outcome] = random.choices([each for each, _ in _CALLS], [weight for _, weight in _CALLS])
        agreed = day if outcome is CallOutcome.REACHED else None
        return lambda: actions.record_call(visit, by=made, outcome=outcome, agreed_for=agreed, on=day)
    if visit.state == VisitState.AGREED and made:
        result = random.choice(list(VisitResult))
        found = {"way": VisitWay.PHONE, "visited_on": day, "result": result, **_FOUND[result]}
        return lambda: actions.record_visit(visit, by=made, on=day, **found)  # type: ignore[arg-type]
    if visit.missing:
        return lambda: actions.feed_back(visit, by=by, text=visit.missing, on=day)
    return lambda: actions.finish_visit(visit, by=by, on=day)


def _answer(told: VisitFeedback, by: Staff, world: World, day: date) -> Callable[[], object] | None:
    heads = world.holding(Role.HEAD, told.unit)
    if told.state == FeedbackState.REPLIED:
        return lambda: actions.check_feedback(told, by=by, accepted=True, on=day)
    if heads:
        return lambda: actions.reply_feedback(told, by=heads[0], text="已经按反馈的内容办理。", on=day)
    return None
