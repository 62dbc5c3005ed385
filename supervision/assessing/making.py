"""Drawing up an assessment: the units, the items with their weights, points given by hand (Art. 39, para 1)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import IntegrityError

from kit.files import CheckedFile
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.record_files import store_record_files
from organizations.recording import record_not_found, recording
from organizations.roles import Right
from organizations.settings_in_force import setting_on
from organizations.today import today
from organizations.vocabulary import UnitKind
from supervision.assessing import moves
from supervision.assessing.conditions import ARTICLE
from supervision.assessing.formulas import RULES
from supervision.assessing.settings import WEIGHTS
from supervision.models import AssessmentItem, AssessmentResult, AssessmentScheme, AssessmentScore
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, ResultState
from supervision.words.officials import assert_of_officials

_KINDS = {
    AssessedGroup.TOWNS: (UnitKind.TOWN,),
    AssessedGroup.VILLAGES: (UnitKind.VILLAGE,),
    AssessedGroup.DEPARTMENTS: (
        UnitKind.DEPARTMENT,
        UnitKind.POLICE,
        UnitKind.JUSTICE,
        UnitKind.MASS_ORGANIZATION,
        UnitKind.STATE_ENTERPRISE,
    ),
}
# The Regulation came into force in this year.
FIRST_YEAR = 2022


def draw_up(*, by: Staff, title: str, year: int, group: AssessedGroup, on: date | None = None) -> AssessmentScheme:
    """Draw up the assessment of a group of units, with the usual items at the points that are set.

    Raises Refused: not_permitted, year_unfit, counts_petitions, units_missing, assessment_twice.
    """
    on, unit = on or today(), _unit_of(by)
    if not FIRST_YEAR <= year <= on.year:
        raise Refused("year_unfit", f"年度在{FIRST_YEAR}到{on.year}之间。", ARTICLE)
    assert_of_officials(title, "考核")
    scheme = AssessmentScheme(
        unit=unit, title=title.strip(), year=year, group=AssessedGroup(group), made_on=on, made_by=by
    )
    try:
        with recording(moves.DRAW_UP, scheme, by=by, on=on) as made:
            _write_results(scheme, _units(unit, AssessedGroup(group), on))
            _write_items(scheme, on)
            made.facts = {"year": year, "group": group}
    except IntegrityError as twice:
        raise Refused("assessment_twice", f"{year}年{AssessedGroup(group).label}的考核已经拟定。", ARTICLE) from twice
    return scheme


def add_item(
    scheme: AssessmentScheme,
    *,
    by: Staff,
    weight: int,
    formula: str = "",
    title: str = "",
    duty: str = "",
    evidence: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> AssessmentScheme:
    """Add an item: one of the formulas, or one that people score, on a duty of officials and the evidence that it names.

    Raises Refused: item_unfit, counts_petitions, formula_twice.
    """
    with recording(moves.ADD_ITEM, scheme, by=by, seen=seen, on=on) as made:
        item = _formula_item(formula, weight) if formula else _manual_item(title, duty, evidence, weight)
        if formula and made.record.items.filter(formula=formula).exists():
            raise Refused("formula_twice", f"“{Formula(formula).label}”已经在考核内容里。", ARTICLE)
        _write_item(made.record, item)
        made.facts = {"item": item.pk, "weight": weight, "formula": formula}
    found: AssessmentScheme = made.record
    return found


def change_item(
    scheme: AssessmentScheme,
    *,
    by: Staff,
    item: AssessmentItem,
    weight: int,
    seen: int | None = None,
    on: date | None = None,
) -> AssessmentScheme:
    """Give an item other points while nothing is fixed. Raises Refused: not_found, scored_already."""
    with recording(moves.CHANGE_ITEM, scheme, by=by, seen=seen, on=on) as made:
        found = _item_of(made.record, item)
        if found.scores.filter(points__gt=weight).exists():
            raise Refused("scored_already", f"已经有单位得分超过{weight}分，请先调整评分。", ARTICLE)
        made.facts = {"item": found.pk, "before": found.weight, "weight": weight}
        found.weight = weight
        found.save(update_fields=["weight"])
    changed: AssessmentScheme = made.record
    return changed


def drop_item(
    scheme: AssessmentScheme, *, by: Staff, item: AssessmentItem, seen: int | None = None, on: date | None = None
) -> AssessmentScheme:
    """Take an item out while nothing is fixed, with what was scored of it. Raises Refused: not_found."""
    with recording(moves.DROP_ITEM, scheme, by=by, seen=seen, on=on) as made:
        found = _item_of(made.record, item)
        made.facts = {"item": found.pk, "weight": found.weight}
        found.delete()
    changed: AssessmentScheme = made.record
    return changed


def score(
    result: AssessmentResult,
    *,
    by: Staff,
    item: AssessmentItem,
    saw: str,
    points: Decimal | None = None,
    uploads: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> AssessmentResult:
    """Score an item by hand on what was seen; without points it does not fit the unit. Raises Refused: not_found, points_unfit."""
    with recording(moves.SCORE, result, by=by, seen=seen, on=on) as made:
        row = score_of(made.record, item)
        if row.item.formula:
            raise record_not_found()
        assert_points(points, row.item.weight)
        row.points, row.seen, row.scored_by, row.scored_on = points, saw.strip(), by, made.on
        row.save()
        store_record_files(made.record, uploads, by=by)
        made.facts = {"item": row.item_id, "points": points_said(points)}
    found: AssessmentResult = made.record
    return found


def assert_points(points: Decimal | None, weight: int) -> None:
    """Keep points between nought and the weight of their item. Raises Refused points_unfit."""
    if points is not None and not 0 <= points <= weight:
        raise Refused("points_unfit", f"这一项的得分在0到{weight}之间。", ARTICLE)


def points_said(points: Decimal | None) -> str | None:
    """Return points as the journal keeps them."""
    return None if points is None else str(points)


def score_of(result: AssessmentResult, item: AssessmentItem) -> AssessmentScore:
    """Return the score of an item of a result. Raises Refused not_found."""
    found = result.scores.select_related("item").filter(item=item).first()
    if found is None:
        raise record_not_found()
    return found


def _item_of(scheme: AssessmentScheme, item: AssessmentItem) -> AssessmentItem:
    found = scheme.items.filter(pk=item.pk).first()
    if found is None:
        raise record_not_found()
    return found


def _unit_of(by: Staff) -> Unit:
    held = holdings(by, Right.ASSESS)
    if not held:
        raise Refused("not_permitted", "您的角色不拟定考核。可在“权限一览”查看谁可以办理。")
    return held[0][1].unit


def _units(unit: Unit, group: AssessedGroup, on: date) -> list[Unit]:
    """Return whom an office assesses: in its district, a town its own villages; nobody assesses himself."""
    here = Unit.objects.below(unit) if unit.kind == UnitKind.TOWN else Unit.objects.filter(district=unit.district)
    found = list(here.filter(kind__in=_KINDS[group]).exclude(pk=unit.pk).valid_on(on).order_by("path"))
    if not found:
        raise Refused("units_missing", f"“{unit.name}”没有可以考核的{group.label}。", ARTICLE)
    return found


def _write_results(scheme: AssessmentScheme, units: Sequence[Unit]) -> None:
    place = {"scheme": scheme, "district": scheme.unit.district, "state": ResultState.DRAFT}
    AssessmentResult.objects.bulk_create(AssessmentResult(unit=unit, **place) for unit in units)


def _write_items(scheme: AssessmentScheme, on: date) -> None:
    for formula, known in WEIGHTS.items():
        if weight := int(setting_on(known.key, on, scheme.unit.district_id)):
            _write_item(scheme, _formula_item(formula, weight))


def _write_item(scheme: AssessmentScheme, item: AssessmentItem) -> None:
    item.scheme = scheme
    item.save(force_insert=True)
    results = scheme.results.order_by("pk")
    AssessmentScore.objects.bulk_create(AssessmentScore(result=result, item=item) for result in results)


def _formula_item(formula: str, weight: int) -> AssessmentItem:
    rule = RULES[Formula(formula)]
    return AssessmentItem(title=rule.formula.label, duty=rule.duty, formula=rule.formula, weight=weight)


def _manual_item(title: str, duty: str, evidence: str, weight: int) -> AssessmentItem:
    if not (title.strip() and duty and evidence.strip()):
        raise Refused("item_unfit", "人工评分的，请写明考核内容、属于哪项职责、依据什么材料。", ARTICLE)
    assert_of_officials(f"{title}{evidence}", "考核")
    return AssessmentItem(title=title.strip(), duty=AssessedDuty(duty), weight=weight, evidence=evidence.strip())
