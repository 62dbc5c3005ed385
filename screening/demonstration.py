"""What the demonstration shows of screening, and what villages, towns and offices do on each day of a simulation."""

from datetime import date, timedelta
from functools import partial
from random import Random
from uuid import UUID

from cases.models import Case
from law.matters import Tier
from law.vocabulary import Channel
from organizations.models import Staff, Unit
from organizations.roles import Role
from organizations.simulated import World
from organizations.vocabulary import UnitKind
from screening.disputes import judging, passing, turning, working
from screening.disputes.filing import DisputeInput, file_dispute
from screening.grid.doubting import doubt_zeros
from screening.grid.warning import answer_warning, draw_warnings
from screening.models import Dispute, EarlyWarning, GridApproval, Report, Round
from screening.models.words import (
    DisputeKind,
    DisputeOutcome,
    DisputeSource,
    DisputeState,
    RoundState,
    WarningState,
    Way,
)
from screening.reports.actions import ReportInput, report_round
from screening.reports.approving import approve_grid
from screening.rounds.opening import close_rounds, open_rounds

_WEEK = timedelta(days=7)
_SHOWN_WEEKS, _FILING = 8, 4
_ZERO = ReportInput(zero=True)
_TOLD = (
    (DisputeKind.LAND, "两户为灌溉水渠的分水口争执，下游几亩秧田缺水。", 4, 2),
    (DisputeKind.NEIGHBOURS, "邻居之间为院墙滴水的事争吵，请村里量过界址。", 5, 2),
    (DisputeKind.WAGES, "工地结算时对工日数有不同说法，工资还没有付清。", 14, 6),
    (DisputeKind.CONTRACT, "合伙买农机，分摊费用没有写清楚。", 3, 2),
    (DisputeKind.HOUSING, "老屋翻建，檐口伸到邻家院子上方。", 4, 2),
    (DisputeKind.ENVIRONMENT, "养殖场气味大，周边住户希望限期改造。", 12, 5),
    (DisputeKind.FAMILY, "兄弟之间对老人的赡养费分担有分歧。", 3, 1),
)


def show(day: date) -> int:
    """Make it once, where cases are shown, too: some weeks of the villages, with gaps, zeros, and disputes on their way.

    Returns how many deeds.
    """
    informants = _informants_of(day)
    if not informants or Round.objects.exists() or not Case.objects.exists():
        return 0
    district = informants[0].unit.district
    assert district is not None
    # Invented people need no cryptography.
    world, random = World(district, day), Random(1)  # noqa: S311
    for back in range(_SHOWN_WEEKS, -1, -1):
        week = day - _WEEK * back
        open_rounds(week)
        for place, by in enumerate(informants):
            if (place + back) % 5:
                _zero(by, week, random, world)
        if back:
            close_rounds(week + _WEEK)
    for by in informants[:_FILING]:
        _file(by, day, random, world)
    _go_on(day, random, world)
    doubt_zeros(day)
    draw_warnings(day)
    return sum(world.done.values())


def live(day: date, random: Random, world: World) -> int:
    """Let villages report, file and settle, and let towns judge, visit, close and approve; returns how many deeds."""
    before = sum(world.done.values())
    for by in world.holding(Role.INFORMANT):
        if random.random() < 0.25:
            if random.random() < 0.12:
                _file(by, day, random, world)
            else:
                _zero(by, day, random, world)
    _go_on(day, random, world)
    return sum(world.done.values()) - before


def _informants_of(day: date) -> list[Staff]:
    rows = Staff.objects.filter(grants__role=Role.INFORMANT, unit__kind=UnitKind.VILLAGE, is_active=True)
    return [
        row for row in rows.select_related("unit__district").distinct().order_by("pk") if row.unit.valid_from <= day
    ]


def _key(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128))


def _zero(by: Staff, day: date, random: Random, world: World) -> None:
    key, rounds = _key(random), Round.objects.filter(district=by.unit.district_id, kind=by.unit.kind, theme=None)
    for round_ in rounds.filter(first_day__lte=day, state=RoundState.OPEN).order_by("pk"):
        if not Report.objects.filter(round=round_, unit=by.unit).exists():
            report = partial(report_round, round_, by.unit, _ZERO, client_id=key, by=by, on=day)
            world.attempt("screening.report", report)
            return


def _file(by: Staff, day: date, random: Random, world: World) -> None:
    kind, facts, people, households = random.choice(_TOLD)
    tier = random.choice(list(Tier))
    said = DisputeInput(
        kind=kind, source=DisputeSource.VISIT, people=people, households=households, facts=facts, tier=tier
    )
    key = _key(random)
    world.attempt("screening.file", lambda: file_dispute(by.unit, said, client_id=key, by=by, on=day))


def _go_on(day: date, random: Random, world: World) -> None:
    for dispatcher in world.holding(Role.DISPATCHER):
        heads = world.holding(Role.HEAD, at=dispatcher.unit)
        for row in _under_way(dispatcher.unit):
            _one(row, dispatcher, heads[0] if heads else None, day, random, world)
        _approve(dispatcher, day, world)
        for warning in EarlyWarning.objects.filter(unit=dispatcher.unit, state=WarningState.WAITING).order_by("pk"):
            answer = partial(
                answer_warning, warning, measure="镇里派人到场调解", act_by=day + _WEEK, by=dispatcher, on=day
            )
            world.attempt("screening.answer", answer)


def _under_way(town: Unit) -> list[Dispute]:
    rows = Dispute.objects.under_way().filter(found_at__path__startswith=town.path)
    return list(rows.select_related("unit", "found_at").order_by("pk"))


def _one(row: Dispute, by: Staff, head: Staff | None, day: date, random: Random, world: World) -> None:
    chance = random.random()
    if row.state == DisputeState.PASSED:
        world.attempt("screening.take", lambda: passing.take(row, by=by, on=day))
    elif row.state == DisputeState.SETTLED and head:
        if row.visited_on is None:
            world.attempt(
                "screening.visit", lambda: working.visit(row, kept=chance < 0.9, said="已经按约定办", by=head, on=day)
            )
        else:
            world.attempt("screening.close", lambda: working.close(row, by=head, on=day))
    elif row.state == DisputeState.OPEN and chance < 0.3:
        _work(row, by, day, random, world)


def _work(row: Dispute, by: Staff, day: date, random: Random, world: World) -> None:
    chance = random.random()
    if chance < 0.5:
        settle = partial(
            working.settle, row, outcome=DisputeOutcome.RESOLVED, mediation_body="村人民调解委员会", by=by, on=day
        )
        world.attempt("screening.settle", settle)
    elif chance < 0.8:
        way = Way.TOWN if row.unit_id == row.found_at_id else Way.VILLAGE
        judge = partial(judging.judge, row, way=way, due_on=day + _WEEK, by=by, on=day)
        world.attempt("screening.judge", judge)
    elif row.unit_id == by.unit_id:
        turn = partial(turning.turn_into_case, row, channel=Channel.VISIT, demand="请协调解决", by=by, on=day)
        world.attempt("screening.turn", turn)


def _approve(by: Staff, day: date, world: World) -> None:
    done = GridApproval.objects.filter(unit=by.unit).values("round")
    rounds = Round.objects.filter(
        district=by.unit.district_id, kind=UnitKind.VILLAGE, theme=None, state=RoundState.CLOSED
    )
    for round_ in rounds.exclude(pk__in=done).order_by("pk"):
        world.attempt("screening.approve", partial(approve_grid, round_, by.unit, by=by, on=day))
