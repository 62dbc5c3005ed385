"""Whose reach a case is within, asked of the reach rows; `cases/sight/predicate.py` says the same from the records."""

from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F

from cases.sight.closed_keys import ClosedKeys, closing
from cases.sight.predicate import is_whole
from organizations.authority import being_moved, holdings, stands_at
from organizations.models import Grant, Staff, Unit
from organizations.roles import Reach, Right

# Kept on the person for one request, like his grants.
_KEPT = "_sight_of_rows"


@dataclass(frozen=True)
class Sight:
    """What a person's roles reach in reach rows: the units whose own cases, and whose line's, he sees, by their keys.

    ``whole``: districts of which he sees all that is open above; ``sealed_desks``: districts whose sealed desk he is.
    ``walls``: the units whose accusation closes a case to him beyond what its rows leave out.
    """

    staff: int
    own: tuple[int, ...] = ()
    below: tuple[int, ...] = ()
    whole: tuple[int, ...] = ()
    sealed_desks: tuple[int, ...] = ()
    districts: tuple[int, ...] = ()
    walls: tuple[int, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.own or self.below or self.whole or self.sealed_desks)


def sight_of(staff: Staff) -> Sight:
    """Return what a person's roles reach; worked out once a request."""
    kept: tuple[list[Grant], bool, Sight] | None = vars(staff).get(_KEPT)
    if kept is None or kept[0] is not staff.grants_in_force or kept[1] != staff.is_active:
        kept = vars(staff)[_KEPT] = staff.grants_in_force, staff.is_active, _worked_out(staff)
    return kept[2]


def rows_answer(staff: Staff) -> bool:
    """Tell whether the reach rows answer for a person: not while a unit of his line is being moved."""
    return not being_moved(staff)


def above(staff: Staff) -> tuple[int, ...]:
    """Return the keys of the units that a person belongs to, and of all over them."""
    return tuple(sorted({key for unit in stands_at(staff) for key in unit.line}))


def _worked_out(staff: Staff) -> Sight:
    held = {(reach, grant.unit_id): grant.unit for reach, grant in holdings(staff, Right.SEE)}
    whole = [base for (reach, _), base in held.items() if is_whole(reach, base) and base.district_id]
    part = [(reach, base) for (reach, _), base in held.items() if not is_whole(reach, base)]
    desks = {g.unit.district_id for reach, g in holdings(staff, Right.SEE_SEALED) if reach is Reach.ALL}
    within = {base.district_id for _, base in part}
    below = [base for reach, base in part if reach is Reach.BELOW]
    own = [base for reach, base in part if reach is Reach.UNIT]
    lines = [set(base.line) for base in [*below, *own]] + [_line_of_district(base) for base in whole]
    closed = set.intersection(*lines) if lines and not desks else set[int]()
    return Sight(
        staff.pk,
        own=_keys(own),
        below=_keys(below),
        whole=tuple(sorted({base.district_id for base in whole if base.district_id})),
        sealed_desks=tuple(sorted(key for key in desks if key)),
        # Units above the districts have none, and narrow nothing.
        districts=() if None in within else tuple(sorted(key for key in within if key)),
        walls=tuple(key for key in above(staff) if key not in closed),
    )


def _line_of_district(base: Unit) -> set[int]:
    line = base.line
    return set(line[: line.index(base.district_id) + 1]) if base.district_id in line else set()


def _keys(units: list[Unit]) -> tuple[int, ...]:
    return tuple(sorted({unit.pk for unit in units}))


class _OfACase(models.Expression):
    """A condition on a case by its key, in SQL of our own: it stands in every question, and must cost nothing to write."""

    conditional = True

    def __init__(self, case: Any = None) -> None:
        super().__init__(output_field=models.BooleanField())
        self.case = case or F("pk")

    def get_source_expressions(self) -> list[Any]:
        return [self.case]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.case,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition with the key of the case in it."""
        case, _ = compiler.compile(self.case)
        sql, given = self.written(case)
        return sql, given

    def written(self, case: str) -> tuple[str, tuple[Any, ...]]:
        """Return the condition on a case of this key."""
        raise NotImplementedError


class InSight(_OfACase):
    """There is a reach row of the case by which these roles see it."""

    def __init__(self, sight: Sight, case: Any = None) -> None:
        super().__init__(case)
        self.sight = sight

    def written(self, case: str) -> tuple[str, tuple[Any, ...]]:
        """Return the condition: some row of the case at one of the units."""
        rows, given = _rows(self.sight)
        return f"EXISTS (SELECT 1 FROM cases_reach seen WHERE seen.case_id = {case} AND ({rows}))", given  # noqa: S608


def _rows(sight: Sight) -> tuple[str, tuple[Any, ...]]:
    """Return which rows open a case to these roles."""
    here = "seen.district_id IN %s AND " if sight.districts else ""
    within = (sight.districts,) if sight.districts else ()
    parts: list[tuple[str, tuple[Any, ...]]] = []
    if sight.below:
        parts.append((f"{here}seen.unit_id IN %s", (*within, sight.below)))
    if sight.own:
        parts.append((f"{here}seen.unit_id IN %s AND seen.own", (*within, sight.own)))
    if sight.whole:
        whole = "seen.unit_id IN %s AND seen.unit_id = seen.district_id AND seen.open_above"
        parts.append((whole, (sight.whole,)))
    by_unit = " OR ".join(part for part, _ in parts)
    given: tuple[Any, ...] = tuple(each for _, values in parts for each in values)
    if by_unit:
        by_unit = f"({by_unit}) AND (seen.only_for_id IS NULL OR seen.only_for_id = %s)"
        given = (*given, sight.staff)
    if sight.sealed_desks:
        desk = "seen.unit_id IS NULL AND seen.district_id IN %s"
        by_unit, given = f"{by_unit} OR {desk}" if by_unit else desk, (*given, sight.sealed_desks)
    return by_unit, given


class NotClosed(_OfACase):
    """No wall that the rows do not know: he is not accused himself, nor is another unit over him, nor was he recused."""

    def __init__(self, staff: int, walls: tuple[int, ...], case: Any = None) -> None:
        super().__init__(case)
        self.staff, self.walls = staff, walls

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition; for a replica with the keys that the primary names when the question is put."""
        if connection.alias == DEFAULT_DB_ALIAS:
            return super().as_sql(compiler, connection)
        case, _ = compiler.compile(self.case)
        return f"{case} <> ALL(%s::bigint[])", (ClosedKeys(self.staff, self.walls),)

    def written(self, case: str) -> tuple[str, tuple[Any, ...]]:
        """Return the condition; both sets are few rows, and worked out once a question."""
        accused, recused, given = closing(self.staff, self.walls)
        # Arrays, not subqueries: PostgreSQL reckons a subquery anew for every row and then shuns the index of the order.
        unnamed = f"{case} <> ALL(ARRAY({accused}))"
        if self.walls:
            # Of a unit over many there may be thousands: they are asked of each case, not compared with it one by one.
            mine = accused.replace("SELECT case_id", "SELECT TRUE", 1)
            unnamed = f"NOT COALESCE(({mine} AND case_id = {case} LIMIT 1), FALSE)"
        return f"({unnamed} AND {case} <> ALL(ARRAY({recused})))", given
