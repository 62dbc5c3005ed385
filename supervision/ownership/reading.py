"""Sheets as one person may read them: a list by limit, one sheet with all that hangs on it, what stands on a case."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from cases.lists.paging import Order, Page, page_by
from cases.models import Case
from cases.places.conditions import in_districts
from cases.reading.case_file import CaseFile
from cases.sight.querysets import ReadableQuerySet
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from organizations.today import today
from supervision.models import Guarantee, LimitChange, OwnershipSheet, OwnerTerm, PlanStep, Progress, ReturnVisit
from supervision.models.ownership_words import OPEN, SheetState
from supervision.on_case import PROGRESS, SHEETS, TERMS, on_case

BY_LIMIT = Order("until", descending=False, label="时限（急的在前）")
PEOPLE = ("leader", "first_leader", "procedure", "coordination", "settlement__unit")
MOST_PROGRESS = 100
MOST_MINE = 100


class Shown(Word):
    """What a list of sheets shows."""

    OPEN = "open", "未销号"
    LATE = "late", "超过时限"
    WAITING = "waiting", "待领导确认"
    REPORTED = "reported", "申请销号"
    CLOSED = "closed", "已销号"


@dataclass(frozen=True)
class SheetFile:
    """One sheet with its case and everything that hangs on it, as far as one person may read."""

    sheet: OwnershipSheet
    case: Case
    terms: list[OwnerTerm]
    guarantees: list[Guarantee]
    steps: list[PlanStep]
    progress: list[Progress]
    limit_changes: list[LimitChange]
    visits: list[ReturnVisit]


@dataclass(frozen=True)
class SheetOnCase:
    """A sheet as the page of its case shows it: ``terms`` the first first, ``progress`` the latest first."""

    sheet: OwnershipSheet
    terms: list[OwnerTerm]
    progress: list[Progress]


def sheets(staff: Staff, shown: Shown, on: date, *, mine: bool = False) -> "ReadableQuerySet[OwnershipSheet]":
    """Return the sheets of a list; ``mine``: where this person leads or has a named duty."""
    rows = sheets_within(staff).filter(shown_as(shown, on))
    return rows.filter(_named(staff)) if mine else rows


def sheets_within(staff: Staff) -> "ReadableQuerySet[OwnershipSheet]":
    """Return the sheets that a person reads, with his districts said first: they lead the indexes of every order."""
    return OwnershipSheet.objects.readable_by(staff).filter(in_districts(staff, Right.SEE, Right.SEE_SEALED))


def shown_as(shown: Shown, on: date | None = None) -> Q:
    """Return the condition of what a list shows; late is late today where no day is said."""
    on = on or today()
    return {
        Shown.OPEN: Q(state__in=OPEN),
        Shown.LATE: Q(state__in=OPEN, until__lt=on),
        Shown.WAITING: Q(state=SheetState.PROPOSED.value),
        Shown.REPORTED: Q(state=SheetState.REPORTED.value),
        Shown.CLOSED: Q(state__in=(SheetState.CLOSED.value, SheetState.WITHDRAWN.value)),
    }[shown]


def _named(staff: Staff) -> Q:
    return Q(leader=staff) | Q(procedure=staff) | Q(coordination=staff) | Q(settlement=staff)


def page_of_sheets(rows: QuerySet[OwnershipSheet], *, after: str = "", before: str = "") -> Page:
    """Return a page of sheets, the soonest limit first. Raises Refused key_broken."""
    return page_by(
        BY_LIMIT, rows.select_related("case", *PEOPLE).annotate(place=F("until")), after=after, before=before
    )


def my_sheets(staff: Staff) -> list[OwnershipSheet]:
    """Return the open sheets where a person leads or has a duty, each with its next date, the soonest first."""
    own = OwnershipSheet.objects.readable_by(staff).filter(_named(staff), state__in=OPEN)
    seen = Case.objects.visible_to(staff)
    steps = PlanStep.objects.read_under(seen, staff).filter(done_on=None).select_related("person")
    rows = own.select_related("case", *PEOPLE).prefetch_related(Prefetch("steps", steps, to_attr="open_steps"))
    found = list(rows.order_by("until", "id")[:MOST_MINE])
    return sorted(found, key=lambda sheet: (next_date(sheet)[0], sheet.pk))


def next_date(sheet: OwnershipSheet) -> tuple[date, str]:
    """Return the next date of a sheet of `my_sheets` and what it is for: an open step, else the limit."""
    steps: list[PlanStep] = vars(sheet)["open_steps"]
    return min([(step.due_on, step.what) for step in steps] + [(sheet.until, "包案时限")])


def read_sheet(staff: Staff, sheet: OwnershipSheet) -> SheetFile:
    """Return a sheet that was read through its own rule with its case and parts. Raises Refused not_found."""
    case = Case.objects.readable_by(staff).select_related("unit").filter(pk=sheet.case_id).first()
    if case is None:
        raise record_not_found()
    # What was read through the rule is not asked for again.
    sheet.case = case
    progress = Progress.objects.read_with(case).filter(sheet=sheet).select_related("by", "hand")
    return SheetFile(
        sheet,
        case,
        list(OwnerTerm.objects.read_with(case).filter(sheet=sheet).select_related("leader")),
        list(Guarantee.objects.read_with(case).filter(sheet=sheet).select_related("person")),
        list(PlanStep.objects.read_with(case).filter(sheet=sheet).select_related("person")),
        list(progress[:MOST_PROGRESS]),
        list(LimitChange.objects.read_with(case).filter(sheet=sheet).select_related("by")),
        list(ReturnVisit.objects.read_with(case).filter(sheet=sheet).select_related("by")),
    )


def sheets_on(file: CaseFile) -> list[SheetOnCase]:
    """Return the sheets of a case that was read, the latest first."""
    terms, progress = on_case(file, TERMS), on_case(file, PROGRESS)
    return [
        SheetOnCase(
            sheet,
            [term for term in terms if term.sheet_id == sheet.pk],
            sorted((each for each in progress if each.sheet_id == sheet.pk), key=_latest, reverse=True),
        )
        for sheet in on_case(file, SHEETS)
    ]


def _latest(progress: Progress) -> tuple[date, int]:
    return progress.on, progress.pk
