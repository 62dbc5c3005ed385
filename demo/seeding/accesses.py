"""A few dated accesses of a seeded district: to one case or to the cases of a unit, over, in force and still to come."""

from datetime import timedelta
from random import Random

from cases.models import Case, DatedAccess
from cases.models.access import AccessPurpose
from demo.seeding.world import World
from organizations.roles import Role

_CASES, _UNITS = 24, 12


def give_accesses(world: World, seed: int) -> int:
    """Give them to analysts, heads and handlers, and return how many there are."""
    random = Random(f"accesses {seed}")
    giver = world.who(Role.COORDINATOR, world.office, 0)
    open_cases = Case.objects.filter(sealed=False, district=world.district).order_by("-pk")[:5000]
    keys = list(open_cases.values_list("pk", flat=True))
    about = [{"case_id": key} for key in random.sample(keys, min(_CASES, len(keys)))]
    units = random.sample(world.departments + world.towns, _UNITS)
    rows = [_access(world, random, giver, **said) for said in [*about, *({"of_unit_id": unit.id} for unit in units)]]
    return len(DatedAccess.objects.bulk_create(rows))


def _access(world: World, random: Random, giver: int, **about: int) -> DatedAccess:
    start = world.today - timedelta(days=random.randint(-10, 200))
    reader = world.who(random.choice((Role.HEAD, Role.HANDLER)), random.choice(world.departments), random.randint(0, 9))
    return DatedAccess(
        district_id=world.district,
        to_staff_id=reader,
        from_day=start,
        to_day=start + timedelta(days=random.randint(10, 120)),
        purpose=random.choice(list(AccessPurpose)),
        reason="协助核对往年同类事项的办理情况。",
        given_on=min(start, world.today),
        given_by_id=giver,
        **about,
    )
