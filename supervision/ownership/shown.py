"""What leaders and supervisors do with owned cases in the demonstration and on the days of a simulation, through the same actions."""

from datetime import date, timedelta
from functools import partial
from random import Random

from cases.models import Leg
from law.procedure import OPEN_LEG
from organizations.models import Staff, Unit
from organizations.roles import Role
from organizations.simulated import World
from organizations.vocabulary import Level, UnitKind
from supervision.models import OwnershipSheet
from supervision.models.ownership_words import ProgressKind, Satisfaction, SheetState
from supervision.ownership.closing import enter_result, report, visit
from supervision.ownership.making import accept, make_sheet
from supervision.ownership.working import add_step, enter_progress, set_scheme

_SHOWN, _LIMIT, _SOON = 3, timedelta(days=60), timedelta(days=14)
_OFTEN, _MOST_OWNED = 0.15, 40
_SCHEME = "责任单位查清原因，商定办法，定期当面告知进展；确有困难的依规定帮扶。"


def show_ownership(day: date) -> int:
    """Let leaders of the demonstration own a few cases, once; returns how many."""
    if OwnershipSheet.objects.exists():
        return 0
    found = 0
    for area in Unit.objects.filter(kind=UnitKind.AREA, level=Level.DISTRICT).order_by("pk"):
        world = World(area, day)
        legs = _not_owned(world)
        while found < _SHOWN and legs:
            found += _own(world, legs.pop(0), day, work=True)
    return found


def own_some(day: date, random: Random, world: World) -> int:
    """Let a supervisor find an owner for an old case, and leaders work on theirs; returns how many deeds."""
    done = 0
    legs = _not_owned(world)
    if legs and random.random() < _OFTEN:
        done += _own(world, legs[0], day, work=False)
    for sheet in _of(world, SheetState.OWNED):
        if random.random() < _OFTEN:
            done += world.attempt("ownership", partial(_go_on, sheet, random))
    for sheet in _of(world, SheetState.REPORTED):
        done += sum(world.attempt("ownership", partial(_visit, sheet, by)) for by in _supervisors(world))
    return done


def _not_owned(world: World) -> list[Leg]:
    owned = OwnershipSheet.objects.values("case")
    rows = Leg.objects.filter(case__district=world.area, state__in=OPEN_LEG, case__sealed=False).exclude(case__in=owned)
    return list(rows.select_related("case", "unit").order_by("received_on", "pk")[:_MOST_OWNED])


def _own(world: World, leg: Leg, day: date, *, work: bool) -> int:
    people = [
        *(next(iter(world.holding(role)), None) for role in (Role.LEADER, Role.ROUTER, Role.COORDINATOR)),
        next(iter(world.holding(Role.HEAD, at=leg.unit)), None),
        next(iter(_supervisors(world)), None),
    ]
    leader, router, coordinator, head, supervisor = people
    if not (leader and router and coordinator and head and supervisor):
        return 0

    def deed() -> None:
        sheet = make_sheet(
            leg.case.number,
            leader=leader.username,
            procedure=router.username,
            coordination=coordinator.username,
            settlement=head.username,
            until=day + _LIMIT,
            by=supervisor,
        )
        sheet = accept(sheet, by=leader)
        if work:
            sheet = set_scheme(sheet, scheme=_SCHEME, by=head)
            add_step(sheet, what="与信访人约定见面，当面听取意见", due_on=day + _SOON, by=leader)

    return int(world.attempt("ownership", deed))


def _go_on(sheet: OwnershipSheet, random: Random) -> None:
    leader = sheet.leader
    kind = random.choice((ProgressKind.RECEPTION, ProgressKind.VISIT, ProgressKind.MEETING))
    sheet = enter_progress(sheet, kind=kind, text="听取意见，商定下一步", by=leader)
    if sheet.progress.count() > _SHOWN and not sheet.steps.filter(done_on=None).exists():
        sheet = enter_result(sheet, concluded_on=sheet.progress.all()[0].on, by=leader)
        report(sheet, by=leader)


def _visit(sheet: OwnershipSheet, by: Staff) -> None:
    visit(sheet, said=Satisfaction.PARTLY, text="电话约定后回访", by=by)


def _of(world: World, state: SheetState) -> list[OwnershipSheet]:
    rows = OwnershipSheet.objects.filter(district=world.area, state=state.value)
    return list(rows.select_related("leader__unit").order_by("pk")[:_MOST_OWNED])


def _supervisors(world: World) -> list[Staff]:
    return world.holding(Role.SUPERVISOR)[:1]
