"""Puts administrative divisions into the tree of units: in bulk, and as often as one likes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from organizations.actions import initials, move_unit
from organizations.division_files import CODE_LENGTH, LEVELS, Division, DivisionFile, Fault
from organizations.journal.noting import note
from organizations.journal.verbs import DIVISIONS_IMPORTED
from organizations.models import Unit
from organizations.vocabulary import Level, UnitKind

BATCH = 2000
_KIND_OF_LEVEL = {Level.TOWN: UnitKind.TOWN, Level.VILLAGE: UnitKind.VILLAGE}
_Key = tuple[str, str]


@dataclass
class Totals:
    """What became of the rows: read = new + known + refused + aside; renamed and rehung ones are known ones."""

    read: int = 0
    new: int = 0
    known: int = 0
    renamed: int = 0
    rehung: int = 0
    aside: int = 0
    tops: list[Division] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)


def import_divisions(found: DivisionFile, *, under: str = "") -> Totals:
    """Add the divisions of a file to the tree and bring the names of known ones up to date.

    A division is known by its level and code. ``under``: a code; rows outside that division are left aside.
    A row whose parent is neither in the file nor in the tree is refused, unless it is the top of its own file.
    """
    totals = Totals(read=len(found.divisions) + len(found.faults), refused=list(found.faults))
    rows = sorted(_within(found.divisions, under, totals), key=lambda row: LEVELS.index(row.level))
    with transaction.atomic():
        _keep_others_from_adding()
        _Import(rows, totals, rows[0].level if found.has_own_top and rows else None).run()
        note(DIVISIONS_IMPORTED, added=totals.new, renamed=totals.renamed, rehung=totals.rehung)
    totals.refused.sort(key=lambda fault: fault.line)
    return totals


def significant(code: str) -> str:
    """Return the digits of a code without the zeros that only pad it: 210214000000 -> 210214."""
    return next(code[:length] for length in CODE_LENGTH.values() if not code[length:].strip("0"))


def _within(rows: Iterable[Division], under: str, totals: Totals) -> list[Division]:
    kept = [row for row in rows if row.code.startswith(significant(under))] if under else list(rows)
    totals.aside = totals.read - len(totals.refused) - len(kept)
    return kept


def _keep_others_from_adding() -> None:
    """Let two imports run one after the other: units have no unique code in the database."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {connection.ops.quote_name(Unit._meta.db_table)} IN SHARE ROW EXCLUSIVE MODE")


class _Import:
    """One run over the rows, highest level first, so that a parent is always there before its children."""

    def __init__(self, rows: Sequence[Division], totals: Totals, top: Level | None) -> None:
        self.rows, self.totals, self.top = rows, totals, top
        self.units = _units_of({row.code for row in rows} | {row.parent for row in rows})
        self.first_lines: dict[_Key, int] = {}
        self.keys = iter(_new_keys(sum((row.level, row.code) not in self.units for row in rows)))
        self.added: list[Unit] = []
        self.renamed: list[Unit] = []
        self.to_rehang: list[tuple[Unit, Unit]] = []

    def run(self) -> None:
        for row in self.rows:
            self._take(row)
        Unit.objects.bulk_create(self.added, batch_size=BATCH)
        Unit.objects.bulk_update(self.renamed, ["name", "short_name", "initials", "short_initials"], batch_size=BATCH)
        for unit, parent in self.to_rehang:
            move_unit(unit, parent)

    def _take(self, row: Division) -> None:
        key = (row.level, row.code)
        parent = self._parent_of(row)
        if first := self.first_lines.get(key):
            self.totals.refused.append(Fault(row.line, f"与第{first}行重复"))
            return
        if known := self.units.get(key):
            self._update(known, row, parent)
        elif parent is None and row.parent and row.level != self.top:
            reason = f"上级{row.parent}不在文件中，也不在库中，请先导入上一级"
            self.totals.refused.append(Fault(row.line, reason))
            return
        else:
            self._add(row, parent)
        self.first_lines[key] = row.line

    def _parent_of(self, row: Division) -> Unit | None:
        """Find the parent by its code at the nearest level above: a city and its only county may share a code."""
        if not row.parent:
            return None
        above = reversed(LEVELS[: LEVELS.index(row.level)])
        return next((unit for level in above if (unit := self.units.get((level, row.parent)))), None)

    def _add(self, row: Division, parent: Unit | None) -> None:
        key = next(self.keys)
        unit = Unit(
            pk=key,
            name=row.name,
            short_name=row.name[:40],
            initials=initials(row.name),
            short_initials=initials(row.name[:40])[:40],
            kind=_KIND_OF_LEVEL.get(row.level, UnitKind.AREA),
            level=row.level,
            code=row.code,
            parent_id=parent.pk if parent else None,
            path=f"{parent.path if parent else '/'}{key}/",
            district_id=key if row.level is Level.DISTRICT else parent.district_id if parent else None,
        )
        self.added.append(unit)
        self.units[(row.level, row.code)] = unit
        self.totals.new += 1
        if parent is None and row.parent:
            self.totals.tops.append(row)

    def _update(self, unit: Unit, row: Division, parent: Unit | None) -> None:
        self.totals.known += 1
        if unit.name != row.name:
            if unit.short_name == unit.name[:40]:
                unit.short_name, unit.short_initials = row.name[:40], initials(row.name[:40])[:40]
            unit.name, unit.initials = row.name, initials(row.name)
            self.renamed.append(unit)
            self.totals.renamed += 1
        # Only a unit that stood alone is hung below its parent: what an administrator moved stays moved.
        if unit.parent_id is None and parent is not None:
            self.to_rehang.append((unit, parent))
            self.totals.rehung += 1


def _units_of(codes: set[str]) -> dict[_Key, Unit]:
    """Load the divisions in the tree that have one of these codes."""
    wanted = sorted(codes - {""})
    kinds = [UnitKind.AREA, UnitKind.TOWN, UnitKind.VILLAGE]
    found: dict[_Key, Unit] = {}
    for start in range(0, len(wanted), BATCH):
        units = Unit.objects.filter(code__in=wanted[start : start + BATCH], kind__in=kinds).order_by("-pk")
        found.update({(unit.level, unit.code): unit for unit in units})
    return found


def _new_keys(count: int) -> list[int]:
    """Take ``count`` keys from the table's sequence, so that paths are known before the rows are written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [Unit._meta.db_table, count]
        )
        return [key for (key,) in cursor.fetchall()]
