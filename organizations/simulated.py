"""What a simulated district hands to the rooms that join it (Room.simulate)."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist

from law.errors import Refused
from organizations.models import Grant, Staff, Unit
from organizations.roles import Role
from organizations.today import today

# What somebody wanted to act on is not there: a page would not have offered it.
NOTHING_THERE = "nothing_there"


@dataclass
class World:
    """The district of a simulation on its present day, and the tally of what was done and of what was refused."""

    area: Unit
    until: date
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def attempt(self, what: str, deed: Callable[[], object]) -> bool:
        """Let somebody do something and tell whether it was done; a refusal is counted, any other fault is a fault."""
        try:
            deed()
        except Refused as refused:
            self.refused[refused.code] += 1
            return False
        except (ObjectDoesNotExist, MultipleObjectsReturned):
            self.refused[NOTHING_THERE] += 1
            return False
        except Exception as fault:
            fault.add_note(f"while {what} was done on {today()}")
            raise
        self.done[what] += 1
        return True

    def holding(self, role: Role, at: Unit | None = None) -> list[Staff]:
        """Return who holds a role in the district today (or at one unit of it), in the order of their accounts."""
        grants = Grant.objects.in_force(today()).filter(role=role, unit__district=self.area, staff__is_active=True)
        if at is not None:
            grants = grants.filter(unit=at)
        found = grants.select_related("staff__unit").order_by("staff__username")
        return list({grant.staff_id: grant.staff for grant in found}.values())
