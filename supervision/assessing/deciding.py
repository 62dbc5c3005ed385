"""Fixing the figures, objections and their answers, publication, commendation (Art. 39, para 1)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import F

from law.errors import Refused
from organizations.models import Staff
from organizations.recording import record_not_found, recording
from organizations.settings_in_force import setting_on
from supervision.assessing import moves
from supervision.assessing.conditions import ARTICLE, had_a_part, may_fix, may_publish, waiting
from supervision.assessing.figures import Figure, frozen_rows, points_of, said_of
from supervision.assessing.formulas import COLUMNS
from supervision.assessing.making import assert_points, points_said, score_of
from supervision.assessing.settings import OBJECTION_DAYS
from supervision.models import (
    AssessmentFact,
    AssessmentItem,
    AssessmentObjection,
    AssessmentResult,
    AssessmentScheme,
    AssessmentScore,
)
from supervision.words.assessing import Formula, PublishedTo, ResultState
from supervision.words.officials import assert_of_officials

_AT_ONCE = 2000


def fix(scheme: AssessmentScheme, *, by: Staff, seen: int | None = None, on: date | None = None) -> AssessmentScheme:
    """Write down every figure with the rows behind it, and show each unit its own; from here on no figure changes.

    Raises Refused: not_found, not_permitted, wrong_state, items_missing, scores_missing.
    """
    with recording(moves.FIX, scheme, by=by, seen=seen, on=on) as made:
        found: AssessmentScheme = made.record
        _hold(found)
        _assert_open(may_fix(found, by, made.on))
        days = int(setting_on(OBJECTION_DAYS.key, made.on, found.district_id))
        found.fixed_on, found.fixed_by = made.on, by
        found.objections_until = made.on + timedelta(days=days)
        rows = sum(_freeze(found, item, made.on) for item in found.items.exclude(formula=""))
        _results(found, ResultState.OPEN, fixed_on=made.on)
        made.facts = {"until": found.objections_until, "rows": rows}
    return found


def object_to(
    result: AssessmentResult,
    *,
    by: Staff,
    item: AssessmentItem,
    text: str,
    seen: int | None = None,
    on: date | None = None,
) -> AssessmentResult:
    """Object to one score of one's unit, once. Raises Refused: not_found, objections_over, objected_already."""
    with recording(moves.OBJECT, result, by=by, seen=seen, on=on) as made:
        score = score_of(made.record, item)
        if score.objections.exists():
            raise Refused("objected_already", "这一项已经提出异议，一项提一次。", ARTICLE)
        AssessmentObjection.objects.create(score=score, text=text.strip(), raised_by=by, raised_on=made.on)
        made.facts = {"item": item.pk}
    found: AssessmentResult = made.record
    return found


def answer(
    result: AssessmentResult,
    *,
    by: Staff,
    item: AssessmentItem,
    upheld: bool,
    said: str,
    points: Decimal | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> AssessmentResult:
    """Decide an objection; upheld it names the points that count. Figure and rows stay: what was late stays late.

    Raises Refused: not_found, same_person, points_missing, points_unfit.
    """
    with recording(moves.ANSWER, result, by=by, seen=seen, on=on) as made:
        found: AssessmentResult = made.record
        row = _open_objection(found, item, by)
        if upheld != (points is not None):
            raise Refused("points_missing", "采纳的，请填核定的得分；不采纳的，不填。", ARTICLE)
        assert_points(points, row.score.item.weight)
        row.upheld, row.said, row.answered_by, row.answered_on = upheld, said.strip(), by, made.on
        row.save()
        row.score.settled = points
        row.score.save(update_fields=["settled"])
        found.state = ResultState.OBJECTED if waiting(found).exists() else ResultState.OPEN
        made.facts = {"item": item.pk, "upheld": upheld, "points": points_said(points)}
    return found


def publish(
    scheme: AssessmentScheme, *, by: Staff, published_to: PublishedTo, seen: int | None = None, on: date | None = None
) -> AssessmentScheme:
    """Publish the results: nothing of them changes any more. Raises Refused: same_person, objections_run, objections_open."""
    with recording(moves.PUBLISH, scheme, by=by, seen=seen, on=on) as made:
        found: AssessmentScheme = made.record
        _hold(found)
        _assert_open(may_publish(found, by, made.on))
        found.published_on, found.published_by, found.published_to = made.on, by, PublishedTo(published_to)
        _results(found, ResultState.PUBLISHED)
        made.facts = {"to": found.published_to}
    return found


def commend(
    result: AssessmentResult, *, by: Staff, reason: str, number: str, seen: int | None = None, on: date | None = None
) -> AssessmentResult:
    """Commend a unit, by a decision with its number, for how it did its duties. Raises Refused: commended, counts_petitions."""
    with recording(moves.COMMEND, result, by=by, seen=seen, on=on) as made:
        assert_of_officials(reason, "表扬")
        found: AssessmentResult = made.record
        found.commended_for, found.commended_number = reason.strip(), number.strip()
        found.commended_on, found.commended_by = made.on, by
    return found


def _hold(scheme: AssessmentScheme) -> None:
    """Lock the results, so that nobody scores or objects while they are fixed or published."""
    list(AssessmentResult.objects.select_for_update().filter(scheme=scheme).order_by("pk").values_list("pk"))


def _assert_open(refused: Refused | None) -> None:
    """What the page was told may have changed before the lock."""
    if refused:
        raise refused


def _results(scheme: AssessmentScheme, state: ResultState, **more: Any) -> None:
    AssessmentResult.objects.filter(scheme=scheme).update(state=state, version=F("version") + 1, **more)


def _open_objection(result: AssessmentResult, item: AssessmentItem, by: Staff) -> AssessmentObjection:
    found = waiting(result).select_related("score__item").filter(score__item=item).first()
    if found is None:
        raise record_not_found()
    if had_a_part(result, item.pk, by):
        raise Refused("same_person", "评分、定稿、提出异议的人不能核定这一项，请由另一位有权的人办理。", ARTICLE)
    return found


def _freeze(scheme: AssessmentScheme, item: AssessmentItem, on: date) -> int:
    """Write the rows behind one formula, in parts, and the figure of each unit from the rows that were written."""
    scores = {score.result.unit_id: score for score in item.scores.select_related("result")}
    owed, good = Counter[int](), Counter[int]()
    for rows in _parts(frozen_rows(Formula(item.formula), scheme, on)):
        AssessmentFact.objects.bulk_create(_fact(item, scores, row) for row in rows)
        owed.update(row["of_unit"] for row in rows)
        good.update(row["of_unit"] for row in rows if row["good"])
    for unit, score in scores.items():
        score.owed, score.good = owed[unit], good[unit]
        score.points = points_of(item.weight, Figure(owed[unit], good[unit]))
    AssessmentScore.objects.bulk_update(scores.values(), ["owed", "good", "points"])
    return owed.total()


def _parts(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[dict[str, Any]]]:
    named = (dict(zip(COLUMNS, row, strict=True)) for row in rows)
    while part := list(islice(named, _AT_ONCE)):
        yield part


def _fact(item: AssessmentItem, scores: dict[int, AssessmentScore], row: dict[str, Any]) -> AssessmentFact:
    return AssessmentFact(
        score=scores[row["of_unit"]],
        case_id=row["of_case"],
        key=row["pk"],
        what=said_of(item.formula, row["said"]),
        due_on=row["due"],
        done_on=row["done"],
        good=row["good"],
    )
