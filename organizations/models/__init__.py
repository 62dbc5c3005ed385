"""Who: units, the people in them, what they may do, and the days they work."""

from organizations.models.calendar import CalendarDay
from organizations.models.dictionaries import Dictionary, Term
from organizations.models.journal import Awaiting, FeedPosition, JournalEntry, JournalLink
from organizations.models.limits import LimitVersion
from organizations.models.mandate import Mandate, MandateDay
from organizations.models.papers import PaperCounter
from organizations.models.posts import UnitPost
from organizations.models.record import RecordFile, RecordNotice
from organizations.models.record_letter import RecordLetter, RecordScan, RecordService
from organizations.models.reforms import Reform
from organizations.models.settings import SettingVersion
from organizations.models.staff import Grant, Staff
from organizations.models.tokens import ApiToken
from organizations.models.unit_names import UnitName
from organizations.models.units import Unit

__all__ = [
    "ApiToken",
    "Awaiting",
    "CalendarDay",
    "Dictionary",
    "FeedPosition",
    "Grant",
    "JournalEntry",
    "JournalLink",
    "LimitVersion",
    "Mandate",
    "MandateDay",
    "PaperCounter",
    "RecordFile",
    "RecordLetter",
    "RecordNotice",
    "RecordScan",
    "RecordService",
    "Reform",
    "SettingVersion",
    "Staff",
    "Term",
    "Unit",
    "UnitName",
    "UnitPost",
]
