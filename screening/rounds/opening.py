"""Rounds that open, remind and close by themselves: safe twice, safe late, safe after a night without a worker."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from cases.record.audiences import able
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from law.calendar import Calendar
from organizations.models import Staff, Unit
from organizations.outbox.recipients import colleague
from organizations.roles import Right
from organizations.settings_in_force import setting_on
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar
from screening.models import Report, Round, Theme
from screening.models.words import Rhythm, RoundState, ThemeState
from screening.rounds.expected import expected_units
from screening.rounds.periods import due_day, period_of
from screening.rounds.settings import DUE_AFTER, RHYTHMS

_URL = "/screening/"


def _still_owes(staff: Staff | None, about: int | None) -> bool:
    known = Round.objects.filter(pk=about or 0)
    return staff is not None and known.filter(district=staff.unit.district_id).exists()


REPORT_DUE = Reason("screening.due", "排查到期", may_know=_still_owes)
NOT_REPORTED = Reason("screening.missing", "排查未报", may_know=_still_owes)
REASONS = (REPORT_DUE, NOT_REPORTED)


def open_rounds(day: date) -> int:
    """Open the rounds of a day in every district, ordinary and themed; returns how many are new."""
    calendar, made = working_calendar(), 0
    for district in Unit.objects.filter(kind=UnitKind.AREA, district=F("pk")).valid_on(day).order_by("pk"):
        for round_ in _rounds_of(district, day, calendar):
            _, new = Round.objects.get_or_create(
                district=district,
                kind=round_.kind,
                theme=round_.theme,
                first_day=round_.first_day,
                defaults={"label": round_.label, "last_day": round_.last_day, "due_on": round_.due_on},
            )
            made += new
    return made


def _rounds_of(district: Unit, day: date, calendar: Calendar) -> Iterator[Round]:
    after = setting_on(DUE_AFTER.key, day, district)
    for kind, setting in RHYTHMS.items():
        period = period_of(Rhythm(setting_on(setting.key, day, district)), day)
        if not _covered(district, kind, day):
            due = due_day(period.first, period.last, after, calendar)
            yield Round(kind=kind, label=period.label, first_day=period.first, last_day=period.last, due_on=due)
    themes = Theme.objects.filter(district=district, state=ThemeState.PUBLISHED, from_day__lte=day, to_day__gte=day)
    for theme in themes:
        due = due_day(theme.from_day, theme.to_day, after, calendar)
        span = {"first_day": theme.from_day, "last_day": theme.to_day, "due_on": due}
        for kind in theme.kinds:
            yield Round(kind=UnitKind(kind), theme=theme, label=theme.title, **span)


def _covered(district: Unit, kind: UnitKind, day: date) -> bool:
    """A rhythm that was changed meanwhile waits for the end of the round that is running."""
    rows = Round.objects.filter(district=district, kind=kind, theme=None)
    return rows.filter(first_day__lte=day, last_day__gte=day).exists()


def remind_of_rounds(day: date) -> int:
    """Remind who has not reported, on the working day before a round is due and on that day; returns how many were told."""
    calendar, told = working_calendar(), 0
    if not calendar.is_working(day):
        return 0
    ahead = day + timedelta(days=1)
    while not calendar.is_working(ahead):
        ahead += timedelta(days=1)
    for round_ in Round.objects.filter(state=RoundState.OPEN, due_on__gte=day, due_on__lte=ahead):
        for unit in missing_units(round_):
            told += _remind(unit, round_, day)
    return told


def missing_units(round_: Round) -> list[Unit]:
    """Return the units that owe a report of a round and have not sent it."""
    done = Report.objects.filter(round=round_, current=True).values("unit")
    return list(expected_units(round_).exclude(pk__in=done).order_by("path"))


def _remind(unit: Unit, round_: Round, day: date) -> int:
    people = able(Right.REPORT_SCREENING, unit)
    text = f"{round_.label}排查{round_.due_on:%m月%d日}应报，{unit.short_name}还没有报；没有情况的点一下“本期无情况”。"
    with transaction.atomic():
        for person in people:
            once = f"screening.due:{round_.pk}:{unit.pk}:{person.pk}:{day}"
            queue_message(Channel.PRODUCT, REPORT_DUE, colleague(person), text, url=_URL, about=round_.pk, once=once)
    return len(people)


def close_rounds(day: date) -> int:
    """Close the rounds whose day is over, and tell the towns who has not reported; returns how many were closed."""
    closed = 0
    for round_ in Round.objects.filter(state=RoundState.OPEN, due_on__lt=day, last_day__lt=day).order_by("pk"):
        with transaction.atomic():
            if not Round.objects.filter(pk=round_.pk, state=RoundState.OPEN).update(state=RoundState.CLOSED):
                continue
            closed += 1
            if round_.kind == UnitKind.VILLAGE:
                _tell_towns(round_)
    return closed


def _tell_towns(round_: Round) -> None:
    behind: dict[int, int] = {}
    for unit in missing_units(round_):
        behind[unit.parent_id or 0] = behind.get(unit.parent_id or 0, 0) + 1
    for town in Unit.objects.filter(pk__in=behind):
        text = f"{round_.label}排查已截止，{behind[town.pk]}个村（社区）没有报，请催报或者代报，核对后审核。"
        for person in able(Right.CHECK_SCREENING, town):
            once = f"screening.missing:{round_.pk}:{person.pk}"
            queue_message(
                Channel.PRODUCT, NOT_REPORTED, colleague(person), text, url=f"{_URL}grid/", about=round_.pk, once=once
            )
