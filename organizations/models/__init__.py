"""Who: units, the people in them, what they may do, and the days they work."""

from organizations.models.calendar import CalendarDay
from organizations.models.limits import LimitVersion
from organizations.models.staff import Grant, Staff
from organizations.models.tokens import ApiToken
from organizations.models.units import Unit

__all__ = ["ApiToken", "CalendarDay", "Grant", "LimitVersion", "Staff", "Unit"]
