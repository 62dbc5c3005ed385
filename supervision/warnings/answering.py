"""A person answers his warnings: those that are near by opening the list, the red ones by a tap."""

from collections.abc import Iterable

from law.warning_stages import Colour
from organizations.models import Staff
from organizations.today import now
from supervision.models import Alert
from supervision.warnings.reading import my_warnings


def note_opened(staff: Staff, alerts: Iterable[Alert]) -> int:
    """Note that he has seen these of his warnings; red ones are left, which ask for a tap."""
    keys = [each.pk for each in alerts if each.seen_at is None and each.colour != Colour.RED]
    return _note(staff, keys) if keys else 0


def answer_red(staff: Staff) -> int:
    """Answer all red warnings of a person that still stand, and return how many; they stay until the act is done."""
    keys = list(my_warnings(staff).filter(colour=Colour.RED, seen_at=None).values_list("pk", flat=True))
    return _note(staff, keys)


def _note(staff: Staff, keys: list[int]) -> int:
    # Who acts for somebody has seen what he himself was told, and nothing for the other.
    me = staff.hand or staff
    return Alert.objects.filter(pk__in=keys, staff=me, seen_at=None).update(seen_at=now())
