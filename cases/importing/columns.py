"""Which column of a file is which field: by the words other systems use, or as the person says."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cases.importing.fields import ALIASES, OWN_COLUMNS, Field
from law.errors import Refused

MOST_PREFACE = 10  # rows such as a title that may stand above the header


@dataclass(frozen=True)
class Columns:
    """The header of a file and, for each field, the columns it may come from: the first filled one counts."""

    header: tuple[str, ...]
    places: Mapping[Field, tuple[int, ...]]

    @property
    def unmapped(self) -> list[str]:
        """Return the columns that no field comes from, in the file's order."""
        used = {place for places in self.places.values() for place in places}
        named = enumerate(self.header, 1)
        return [name or f"第{n}列（无表头）" for n, name in named if n - 1 not in used and name not in OWN_COLUMNS]

    @property
    def has_text(self) -> bool:
        """Tell whether a petition can be read from this file at all."""
        return Field.CONTENT in self.places or Field.SUBJECT in self.places

    def value(self, field: Field, cells: Sequence[str]) -> str:
        """Return the first filled cell of a field, "" where there is none."""
        filled = (cells[place] for place in self.places.get(field, ()) if place < len(cells) and cells[place])
        return next(filled, "")

    def others(self, field: Field, cells: Sequence[str]) -> list[tuple[str, str]]:
        """Return header and text of a field's further filled columns, which `value` passes over."""
        places = [place for place in self.places.get(field, ()) if place < len(cells) and cells[place]]
        return [(self.header[place], cells[place]) for place in places[1:]]

    def named(self, field: Field) -> str:
        """Return the file's own words for a field, as a refusal names it."""
        return "、".join(self.header[place] for place in self.places.get(field, ())) or field.label

    def described(self) -> list[str]:
        """Return one "our word←their header" a field, in our order."""
        return [f"{field.label}←{self.named(field)}" for field in Field if field in self.places]


def recognised(header: Sequence[str], chosen: Mapping[Field, Sequence[str]]) -> Columns:
    """Match a header by the aliases; what ``chosen`` says for a field takes their place, an empty list leaves it out.

    Raises Refused column_missing where a chosen header is not there.
    """
    names = tuple(name.strip() for name in header)
    by_name = {normal(name): place for place, name in reversed(list(enumerate(names))) if normal(name)}
    places = {}
    for field in Field:
        found = _chosen(chosen[field], by_name, names) if field in chosen else _known(field, by_name)
        if found:
            places[field] = tuple(found)
    return Columns(names, places)


def chosen_from(data: object) -> dict[Field, list[str]]:
    """Read a map file: an object of our field names, each with a header, a list of headers, or null.

    Raises Refused: map_invalid, map_field_unknown.
    """
    if not isinstance(data, dict):
        raise Refused("map_invalid", '列对应文件应是一个JSON对象，如 {"content": "反映情况"}。')
    return {_field(name): _headers(name, value) for name, value in data.items()}


def normal(name: str) -> str:
    """Fold a header: width, case, blanks, marks and anything in brackets do not matter."""
    folded = re.sub(r"\(.*?\)|\[.*?\]|【.*?】", "", unicodedata.normalize("NFKC", name).casefold())
    return "".join(ch for ch in folded if ch.isalnum() or ch == "_")


def _known(field: Field, by_name: Mapping[str, int]) -> list[int]:
    return [by_name[alias] for alias in ALIASES[field] if alias in by_name]


def _chosen(wanted: Sequence[str], by_name: Mapping[str, int], names: Sequence[str]) -> list[int]:
    missing = [name for name in wanted if normal(name) not in by_name]
    if missing:
        raise Refused(
            "column_missing", f"文件里没有“{'、'.join(missing)}”这一列。文件的表头：{'、'.join(names)[:500]}。"
        )
    return [by_name[normal(name)] for name in wanted]


def _field(name: str) -> Field:
    try:
        return Field(name)
    except ValueError:
        known = "、".join(f"{field.value}（{field.label}）" for field in Field)
        raise Refused("map_field_unknown", f"列对应文件里的“{name}”不是可用的字段。可用的：{known}。") from None


def _headers(name: str, value: object) -> list[str]:
    headers = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(headers, list) or not all(isinstance(each, str) for each in headers):
        raise Refused("map_invalid", f"列对应文件里“{name}”的值应是表头、表头的列表或者null。")
    return headers
