"""Assessments as a person may read them: schemes, the results of units with their scores, the rows behind a figure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet, Value

from cases.lists.paging import PAGE_SIZE, Cut, Order, Page, page_by
from cases.places.conditions import at_places
from law.errors import Refused
from organizations.authority import holdings, may
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.assessing.figures import live_rows, preview, said_of
from supervision.models import (
    AssessmentFact,
    AssessmentObjection,
    AssessmentResult,
    AssessmentScheme,
    AssessmentScore,
    Invitation,
)
from supervision.words.assessing import Formula, ResultState, SchemeState

BY_DAY_MADE = Order("made_on", descending=True, label="拟定日期（新的在前）")
BY_DAY_FIXED = Order("fixed_on", descending=True, label="定稿日期（新的在前）")
BY_DAY_DUE = Order("due", descending=False, label="应办日期（早的在前）")
CONCERNED = (Right.ASSESS, Right.DECIDE_ASSESSMENT, Right.OBJECT_ASSESSMENT)
MOST_UNITS = 400


@dataclass(frozen=True)
class Row:
    """One row behind a figure: what was owed by when, of which case, done when, as it had to be or not."""

    case: int | None
    number: str
    what: str
    due_on: date
    done_on: date | None
    good: bool


@dataclass(frozen=True)
class Rows:
    """A page of the rows behind a figure; ``hidden``: how many more of them the reader may not read."""

    page: Page
    rows: list[Row]
    hidden: int


def assert_concerned(staff: Staff) -> Staff:
    """Let in who assesses, decides or is assessed. Raises Refused not_permitted."""
    if not any(holdings(staff, right) for right in CONCERNED):
        raise Refused("not_permitted", "您的角色不查看考核。可在“权限一览”查看谁可以查看。")
    return staff


def page_of_schemes(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of the schemes that a person may read, the newest first. Raises Refused: key_broken, one_direction."""
    rows = AssessmentScheme.objects.readable_by(staff).select_related("unit").annotate(place=F("made_on"))
    return page_by(BY_DAY_MADE, rows, after=after, before=before, size=size)


def scheme_of(staff: Staff, key: int) -> AssessmentScheme:
    """Return a scheme that a person may read. Raises Refused not_found."""
    rows = AssessmentScheme.objects.readable_by(staff).select_related("unit", "made_by", "fixed_by", "published_by")
    found: AssessmentScheme | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def results_of(scheme: AssessmentScheme, staff: Staff, on: date) -> list[AssessmentResult]:
    """Return the results of a scheme that a person may read with their scores, by unit; not fixed yet: as of now."""
    rows = AssessmentResult.objects.readable_by(staff).filter(scheme=scheme).select_related("unit", "scheme")
    found = list(rows.prefetch_related(_scores()).order_by("unit__path")[:MOST_UNITS])
    if scheme.state == SchemeState.DRAFT:
        preview(scheme, [score for result in found for score in result.scores.all()], staff, on)
    return found


def result_of(staff: Staff, key: int, on: date) -> AssessmentResult:
    """Return the result of a unit that a person may read, with its scores. Raises Refused not_found."""
    rows = AssessmentResult.objects.readable_by(staff).select_related("unit", "scheme__unit", "commended_by")
    found: AssessmentResult | None = rows.prefetch_related(_scores()).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    if found.state == ResultState.DRAFT:
        preview(found.scheme, found.scores.all(), staff, on)
    return found


def _scores() -> "Prefetch[Any]":
    objections = AssessmentObjection.objects.select_related("raised_by", "answered_by")
    scores = AssessmentScore.objects.select_related("item", "result", "scored_by").order_by("item")
    return Prefetch("scores", scores.prefetch_related(Prefetch("objections", objections)))


def opens_rows(result: AssessmentResult, staff: Staff) -> bool:
    """Tell whether a person looks behind the figures of a unit: who assesses, and the unit itself."""
    assesses = any(may(staff, right, at=result.scheme.unit) for right in (Right.ASSESS, Right.DECIDE_ASSESSMENT))
    return assesses or may(staff, Right.OBJECT_ASSESSMENT, at=result.unit)


def rows_behind(
    result: AssessmentResult, score: AssessmentScore, staff: Staff, on: date, *, after: str = "", before: str = ""
) -> Rows:
    """Return the rows behind a figure, the earliest first: those that were counted, as they were counted.

    Together with ``hidden`` they are as many as the figure says. Raises Refused: key_broken, one_direction.
    """
    cut = Cut.at(BY_DAY_DUE, after, before, PAGE_SIZE)
    fixed = result.state != ResultState.DRAFT
    rows = _fixed_rows(score, staff) if fixed else _rows_now(result, score, staff, on)
    places = list(rows.order_by().values_list("due", "pk"))
    page = cut.of(_first(cut, places))
    found = {(row.due, row.pk): row for row in rows.filter(pk__in=[key for _, key in page.rows])}
    return Rows(page, [_row(found[place], score) for place in page.rows], (score.owed or 0) - len(places))


def _first(cut: Cut, places: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """Return one place more than a page holds. In Python: a unit has no more rows than one reads, and their count is wanted."""
    beyond = [place for place in places if cut.key is None or (place < cut.key if cut.down else place > cut.key)]
    return sorted(beyond, reverse=cut.down)[: cut.size + 1]


def _fixed_rows(score: AssessmentScore, staff: Staff) -> QuerySet[Any]:
    rows = AssessmentFact.objects.readable_by(staff).filter(score=score)
    return rows.annotate(of_case=F("case"), of_number=F("case__number"), due=F("due_on"), done=F("done_on"))


def _rows_now(result: AssessmentResult, score: AssessmentScore, staff: Staff, on: date) -> QuerySet[Any]:
    rows = live_rows(Formula(score.item.formula), result.scheme, on, staff=staff, unit=result.unit_id)
    number = Value("") if rows.model is Invitation else F("case__number")
    named: QuerySet[Any] = rows.annotate(of_number=number)
    return named


def _row(row: Any, score: AssessmentScore) -> Row:
    what = row.what if isinstance(row, AssessmentFact) else said_of(score.item.formula, row.said)
    return Row(row.of_case, row.of_number or "", what, row.due, row.done, row.good)


def score_in(result: AssessmentResult, key: int, staff: Staff) -> AssessmentScore:
    """Return a score by formula whose rows a person may look at. Raises Refused not_found."""
    found = next((score for score in result.scores.all() if score.pk == key), None)
    if found is None or not found.item.formula or not opens_rows(result, staff):
        raise record_not_found()
    return found


def to_answer(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the results with objections that wait for a person's decision; what he scored himself is another's."""
    rows = AssessmentResult.objects.readable_by(staff).filter(state=ResultState.OBJECTED)
    mine = at_places(staff, Right.DECIDE_ASSESSMENT, "scheme__unit") & at_places(staff, Right.DECIDE_ASSESSMENT)
    return rows.filter(mine).exclude(scheme__fixed_by__in=staff.both)


def to_look_at(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the results of a person's unit to which it may still object."""
    rows = AssessmentResult.objects.readable_by(staff).filter(state=ResultState.OPEN)
    own = at_places(staff, Right.OBJECT_ASSESSMENT) & Q(scheme__objections_until__gte=on)
    return rows.filter(own)


def page_of_results(rows: QuerySet[Any], *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of results that wait for somebody, the newest first. Raises Refused: key_broken, one_direction."""
    shown = rows.select_related("unit", "scheme").prefetch_related(_scores()).annotate(place=F("fixed_on"))
    return page_by(BY_DAY_FIXED, shown, after=after, before=before, size=size)
