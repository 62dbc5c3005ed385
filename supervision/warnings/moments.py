"""What held at the moment of a run, from what is dated: the calendar, the thresholds, and who stood where.

A grant or a mandate knows its day and no hour. What began or ended on the very day of a run may have held then or not:
it is read in both ways, and only what both say is owed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db.models import Q, QuerySet

from law.calendar import Calendar, DayOverride
from organizations.calendar_days import KEY
from organizations.journal.verbs import ACCOUNT_CLOSED, ACCOUNT_REOPENED
from organizations.models import Grant, JournalEntry, SettingVersion, Staff
from organizations.models.mandate import Mandate, MandateKind
from organizations.vocabulary import DayChange
from organizations.working_days import working_calendar
from supervision.models import AlertRun
from supervision.warnings.roster import GRANTED, MANDATED, Roster, roster_of
from supervision.warnings.settings import SETTINGS, Thresholds, thresholds_on, versions_in

# An act is dated before it is committed: a little, or, among many that are done together, a minute.
SLACK = timedelta(seconds=60)


@dataclass
class Past:
    """What is asked of the past again and again, read once."""

    calendars: "_Calendars" = field(default_factory=lambda: _Calendars())
    accounts: "_Accounts" = field(default_factory=lambda: _Accounts())
    _rosters: dict[tuple[date, bool], Roster] = field(default_factory=dict)
    _versions: dict[int | None, dict[str, list[SettingVersion]]] = field(default_factory=dict)
    _thresholds: dict[tuple[int | None, date, int], Thresholds] = field(default_factory=dict)

    @cached_property
    def setting_moments(self) -> list[datetime]:
        """Return when any of the thresholds was set anywhere."""
        keys = [each.key for each in SETTINGS.values()]
        return list(SettingVersion.objects.filter(key__in=keys).values_list("set_at", flat=True))

    def thresholds(self, district: int | None, run: AlertRun) -> Thresholds:
        """Return the thresholds of a district on the day of a run, as they were set by its moment."""
        if district not in self._versions:
            self._versions[district] = versions_in(district)
        versions = self._versions[district]
        set_by_then = sum(each.set_at <= run.began_at for rows in versions.values() for each in rows)
        key = (district, run.on, set_by_then)
        if key not in self._thresholds:
            self._thresholds[key] = thresholds_on(run.on, versions, until=run.began_at)
        return self._thresholds[key]

    def roster(self, run: AlertRun, *, late: bool) -> Roster:
        """Return who stood where at a run; ``late``: with what changed on its day."""
        if (run.on, late) not in self._rosters:
            self._rosters[run.on, late] = _roster(run.on, self.accounts.open_at(run.began_at), late=late)
        return self._rosters[run.on, late]


class _Calendars:
    """The calendar as it was, from the changes that people made, and when."""

    def __init__(self) -> None:
        self.changes = list(SettingVersion.objects.filter(key=KEY).order_by("pk").values_list("set_at", "value"))
        changed = {day for _, value in self.changes for day in _days(value)}
        # What was entered before changes were kept stands for all times.
        self.base = {day: what for day, what in working_calendar().overrides.items() if day not in changed}
        self.kept: dict[int, Calendar] = {}

    def at(self, moment: datetime) -> Calendar:
        """Return the calendar of a moment; the same one where nothing was changed between."""
        made = [value for set_at, value in self.changes if set_at <= moment]
        if len(made) not in self.kept:
            self.kept[len(made)] = Calendar(_overrides(self.base, made))
        return self.kept[len(made)]


def _days(change: Mapping[str, str]) -> list[date]:
    first, last = date.fromisoformat(change["first"]), date.fromisoformat(change["last"])
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _overrides(base: Mapping[date, DayOverride], changes: Iterable[Mapping[str, str]]) -> dict[date, DayOverride]:
    found = dict(base)
    for change in changes:
        for day in _days(change):
            found.pop(day, None)
            if change["kind"] != DayChange.CLEAR:
                works = change["kind"] == DayChange.WORKDAY
                found[day] = DayOverride("workday" if works else "holiday", change["name"])
    return found


class _Accounts:
    """Whose account was open: as it is now, less what happened to it since."""

    def __init__(self) -> None:
        self.now = set(Staff.objects.filter(is_active=True).values_list("pk", flat=True))
        verbs = (ACCOUNT_CLOSED.code, ACCOUNT_REOPENED.code)
        rows = JournalEntry.objects.filter(verb__in=verbs).order_by("-pk")
        self.since = list(rows.values_list("key", "at", "verb"))

    def open_at(self, moment: datetime) -> set[int]:
        """Return the people whose accounts were open at a moment."""
        found = set(self.now)
        for key, at, verb in self.since:
            if key and at > moment:
                (found.discard if verb == ACCOUNT_REOPENED.code else found.add)(key)
        return found


def _roster(day: date, there: set[int], *, late: bool) -> Roster:
    ended = Q(ended_on=None) | (Q(ended_on__gt=day) if late else Q(ended_on__gte=day))
    grants = _granted(day, ended, late=late).values_list(*GRANTED)
    named = Q(given_on__lte=day) if late else Q(given_on__lt=day)
    mandates = Mandate.objects.filter(named, ended, kind=MandateKind.STAND_IN, from_day__lte=day, to_day__gte=day)
    return roster_of(
        [row for row in grants if row[0] in there],
        [row for row in mandates.values_list(*MANDATED) if {row[0], row[1]} <= there],
    )


def _granted(day: date, ended: Q, *, late: bool) -> "QuerySet[Grant]":
    given = Q(approved_on=None) | (Q(approved_on__lte=day) if late else Q(approved_on__lt=day))
    lasting = Q(valid_to=None) | Q(valid_to__gte=day)
    return Grant.objects.filter(given, ended, lasting, valid_from__lte=day, approved_by__isnull=False)
