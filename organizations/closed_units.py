"""What is said of a unit that is no more: since when, and who goes on exercising its powers (Art. 24, para 2)."""

from datetime import date

from law.errors import Refused
from organizations.models import Unit

SUCCEEDING = "第二十四条第二款"


def heir_of(unit: Unit) -> Unit | None:
    """Return the unit that exercises the powers of another today: its successor, or whoever came after that one."""
    heir, known = unit.successor, {unit.pk}
    while heir is not None and heir.successor is not None and heir.pk not in known:
        known.add(heir.pk)
        heir = heir.successor
    return heir


def is_closed(unit: Unit, on: date) -> bool:
    """Tell whether a unit exists no more on a day."""
    return unit.valid_to is not None and unit.valid_to <= on


def closed_words(unit: Unit) -> str:
    """Say of a closed unit since when it is no more, and who took over."""
    heir = heir_of(unit)
    return f"“{unit.name}”已于{unit.valid_to}撤销{f'，职权由“{heir.name}”继续行使' if heir else ''}。"


def unit_closed(unit: Unit, on: date) -> Refused | None:
    """Return why nothing is done at a unit any more, None while it exists. Code: unit_closed."""
    return Refused("unit_closed", closed_words(unit), SUCCEEDING) if is_closed(unit, on) else None


def assert_open(unit: Unit, on: date) -> None:
    """Refuse what would be done at, or given to, a closed unit. Raises Refused unit_closed."""
    if refusal := unit_closed(unit, on):
        raise refusal
