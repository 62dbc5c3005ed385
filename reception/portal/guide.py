"""导引图: matter and place give the responsible unit, the legal path, the papers and the last day, before anybody travels.

How often it pointed wrong is counted: filings that came through a row of it and were then given to another unit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, F, OuterRef, Q, Subquery

from cases.models import Leg
from cases.sight.mark import WEIGHED, Mark
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Path
from law.ways import WAYS
from organizations.dictionaries import CONTENT, term_coded
from organizations.journal.noting import note
from organizations.models import Staff, Term, Unit
from organizations.places import assert_place
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.vocabulary import Level, UnitKind
from reception.models import GuideRow, OnlineFiling
from reception.models.published import newest

GUIDE_KEPT = Verb(
    "portal.guide_kept",
    "维护导引图",
    {"unit": Fact("责任单位编号"), "valid_from": Fact("生效日期", date), "ended": Fact("停用", bool)},
)


@dataclass(frozen=True)
class Pointed:
    """What the guide says: the row, and the legal ways with body, limit and form."""

    row: GuideRow
    ways: tuple[Any, ...]


def districts() -> list[Unit]:
    """Return the districts of this house."""
    return list(Unit.objects.filter(kind=UnitKind.AREA, level=Level.DISTRICT).valid_on(today()).order_by("path"))


def matters() -> list[Term]:
    """Return the categories to choose from, two levels deep."""
    return list(Term.objects.of(CONTENT).valid_on(today()).filter(level__lte=2).order_by("code"))


def places(district: Unit) -> list[Unit]:
    """Return the towns of a district."""
    return list(Unit.objects.valid_on(today()).filter(district=district, kind=UnitKind.TOWN).order_by("path"))


def point(district: Unit, category: str, place: Unit | None, on: date) -> Pointed | None:
    """Return where a matter belongs: the nearest category, at the place before everywhere; None where the guide is silent."""
    above = [category[:length] for length in range(len(category), 1, -2)]
    held = _held(GuideRow.objects.filter(district=district, category__in=above), on)
    for code in above:
        for where in (place.pk if place else None, None):
            row = next((row for row in held if (row.category, row.place_id) == (code, where)), None)
            if row:
                return Pointed(row, WAYS.get(Path(row.path), ()))
    return None


def rows_in_force(district: Unit, on: date) -> list[GuideRow]:
    """Return the rows of a district that hold on a day, by category."""
    held = _held(GuideRow.objects.filter(district=district), on)
    return sorted(held, key=lambda row: (row.category, row.place_id or 0))


def keep_row(
    *,
    by: Staff,
    category: str,
    unit: Unit,
    path: Path,
    place: Unit | None = None,
    papers: str = "",
    remark: str = "",
    valid_from: date | None = None,
    ended: bool = False,
    on: date | None = None,
) -> GuideRow:
    """Write a new version of a row; ``ended``: from its day on the guide is silent there.

    Raises Refused: not_permitted, term_unknown, place_unfit, guide_retroactive.
    """
    on = on or today()
    district = assert_manager(by).unit.district
    begins = valid_from or on
    if district is None:
        raise Refused("not_permitted", "导引图按区县维护。")
    term_coded(CONTENT, category, on)
    if place:
        assert_place(place, district.pk)
    if begins < on:
        raise Refused("guide_retroactive", f"生效日期{begins}早于今天{on}：已经过去的日子不能改。")
    with transaction.atomic():
        row = GuideRow.objects.create(
            district=district,
            category=category,
            place=place,
            unit=unit,
            path=path,
            papers=papers.strip(),
            remark=remark.strip(),
            valid_from=begins,
            ended=ended,
            kept_by=by,
        )
        note(GUIDE_KEPT, by=by, about=row, unit=unit.pk, valid_from=begins, ended=ended)
    return row


def misdirected(rows: Iterable[GuideRow]) -> dict[int, dict[str, int]]:
    """Return {key of a row: {filed, dispatched, elsewhere}}: how often the first unit was another than the guide had said."""
    first = Leg.objects.filter(Mark(Leg._meta.db_table, WEIGHED), case=OuterRef("case")).order_by("id")
    found = (
        OnlineFiling.objects.filter(Mark(OnlineFiling._meta.db_table, WEIGHED), guide__in=list(rows))
        .annotate(went=Subquery(first.values("unit")[:1]))
        .values("guide")
        .annotate(
            filed=Count("pk"),
            dispatched=Count("pk", filter=Q(went__isnull=False)),
            elsewhere=Count("pk", filter=Q(went__isnull=False) & ~Q(went=F("guide__unit"))),
        )
    )
    return {each.pop("guide"): each for each in found}


def _held(rows: Any, on: date) -> list[GuideRow]:
    """Of each category and place the newest version that has begun, save where it ends the row."""
    found: dict[tuple[str, int | None], GuideRow] = {}
    for row in newest(rows.filter(valid_from__lte=on).select_related("unit", "place")):
        found.setdefault((row.category, row.place_id), row)
    return [row for row in found.values() if not row.ended]
