"""Drawing outlines: each from a random of its own by its place in the row, so that any process draws the same."""

from random import Random

from demo.seeding import histories
from demo.seeding.days import days_of, place_closed, place_open
from demo.seeding.drawing import one, weighed
from demo.seeding.outlines import LegPlan, Outline, Wish
from demo.seeding.world import Place, World
from law.vocabulary import Act, Channel, Kind

_CHANNELS = (Channel.LETTER, Channel.VISIT, Channel.VISIT, Channel.ONLINE, Channel.ONLINE, Channel.CALL, Channel.FAX)
_SEALED, _DESK_WALLED, _UNLINKED = 0.07, 0.05, 0.3


def outline(world: World, wish: Wish, index: int) -> Outline:
    """Return the outline of the case that stands at this place of the row."""
    random = Random((wish.seed << 40) | index)
    found = _head(world, wish, index, random)
    _plan_legs(world, found)
    days = days_of(found)
    if found.open:
        place_open(world, found, days)
    else:
        place_closed(world, wish, found, days)
    return found


def _head(world: World, wish: Wish, index: int, random: Random) -> Outline:
    draw = random.random()
    desk = world.office if draw < 0.62 else one(random, world.towns if draw < 0.88 else world.departments)
    more = random.random()
    kinds = [Kind.SUGGESTION if random.random() < 0.08 else Kind.APPEAL]
    kinds += [Kind.APPEAL] * ((more < 0.15) + (more < 0.04))
    accused, linked = None, True
    if random.random() < _SEALED:
        kinds[0] = Kind.ACCUSATION
        accused = _accused(world, desk, random)
        linked = desk is world.office or index < wish.closed or random.random() > _UNLINKED
    in_villages = world.villages.get(desk.id)
    return Outline(
        index,
        random,
        index >= wish.closed,
        desk,
        one(random, _CHANNELS),
        kinds,
        anonymous=random.random() < 0.03,
        urgent=random.random() < 0.012,
        village=one(random, in_villages) if in_villages and random.random() < 0.4 else None,
        accused=accused,
        linked=linked,
        received_on=world.today,
    )


def _accused(world: World, desk: Place, random: Random) -> Place:
    """Now and then the desk itself; else a department, a town or a village."""
    if random.random() < _DESK_WALLED:
        return desk
    town = one(random, world.towns)
    found = one(random, (one(random, world.departments), town, one(random, world.villages[town.id])))
    return world.discipline if found is desk else found


def _plan_legs(world: World, found: Outline) -> None:
    random, numbers = found.random, tuple(range(1, len(found.kinds) + 1))
    if found.sealed and not found.linked:
        return
    if found.sealed:
        found.legs.append(_accusing_leg(world, found))
        numbers = numbers[1:]
        if not numbers:
            return
    if found.anonymous:
        found.legs.append(LegPlan(Act.FILE_ONLY, found.desk, numbers, histories.FILED))
    elif found.desk is not world.office:
        _, opener, history = weighed(random, histories.RECEIVED)
        if found.desk not in world.towns and history is histories.DIRECT_VILLAGE:
            history = histories.DIRECT
        if history is histories.DIRECT_EXTENDED and found.kinds[0] is Kind.SUGGESTION and len(numbers) == 1:
            history = histories.DIRECT
        _keep_or_pass_on(found, LegPlan(opener, found.desk, numbers, history))
    else:
        _send_on(world, found, numbers)


def _keep_or_pass_on(found: Outline, leg: LegPlan) -> None:
    """A unit that the case accuses keeps nothing of it: the sealed desk files what is left of it elsewhere."""
    if found.desk_walled:
        leg = LegPlan(Act.TRANSFER_OUT, found.desk, leg.demands, histories.TRANSFERRED)
    found.legs.append(leg)


def _accusing_leg(world: World, found: Outline) -> LegPlan:
    """To the discipline organ from the office; from another desk, of nobody known, or against that organ: out."""
    out = found.desk is not world.office or found.anonymous or found.accused is world.discipline or found.desk_walled
    if out:
        return LegPlan(Act.TRANSFER_OUT, found.desk, (1,), histories.PASSED_ON)
    return LegPlan(Act.REFER, world.discipline, (1,), histories.ACCUSED)


def _send_on(world: World, found: Outline, numbers: tuple[int, ...]) -> None:
    random = found.random
    apart = len(numbers) > 1 and random.random() < 0.6
    for group in [(number,) for number in numbers] if apart else [numbers]:
        if random.random() < 0.14:
            _, opener, history = weighed(random, histories.AT_THE_DESK)
            found.legs.append(LegPlan(opener, found.desk, group, history))
            continue
        after = None
        if random.random() < 0.05:
            found.legs.append(LegPlan(Act.REFER, _elsewhere(world, found), group, histories.OBJECTED))
            after = len(found.legs) - 1
        _, opener, history = weighed(random, histories.SENT_ON)
        if history in histories.ON_PATH_SIX and all(found.kinds[number - 1] is not Kind.APPEAL for number in group):
            opener, history = Act.REFER, histories.HANDLED
        unit = _elsewhere(world, found, towns=history is histories.VILLAGE)
        found.legs.append(LegPlan(opener, unit, group, history, after))


def _elsewhere(world: World, found: Outline, *, towns: bool = False) -> Place:
    """A unit that can handle it: none that has it already, none that is accused or lies below who is."""
    random = found.random
    while True:
        unit = one(random, world.towns if towns or random.random() < 0.45 else world.departments)
        accused = found.accused is not None and found.accused.id in unit.line
        if not accused and unit not in [leg.unit for leg in found.legs]:
            return unit
