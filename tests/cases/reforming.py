"""A reform registered, approved and carried out: 青石镇 goes into 白沙镇."""

from datetime import date, timedelta

from cases.actions.succession import carry_out
from organizations.models import Reform, Staff, Unit
from organizations.reforms import approve_reform, register_reform
from tests.cast import START, Cast

CLOSING = START + timedelta(days=60)
BASIS = "云河区机构改革方案"


def register_it(cast: Cast, on: date = CLOSING, unit: Unit | None = None, heir: Unit | None = None) -> Reform:
    """Registered the day before, by the system administrator."""
    return register_reform(
        unit or cast.town,
        heir or cast.other_town,
        effective=on,
        basis=BASIS,
        by=fresh(cast.system_admin),
        on=on - timedelta(days=1),
    )


def approved(cast: Cast, on: date = CLOSING) -> Reform:
    """Registered and approved the day before."""
    return approve_reform(register_it(cast, on).pk, by=fresh(cast.security_admin), on=on - timedelta(days=1))


def reform(cast: Cast, on: date = CLOSING) -> Reform:
    """Carried out on its day."""
    made = approved(cast, on)
    carry_out(made.pk, on)
    return Reform.objects.get(pk=made.pk)


def fresh(person: Staff) -> Staff:
    """The same person, who has not asked for anything yet."""
    return Staff.objects.get(pk=person.pk)
