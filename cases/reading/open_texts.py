"""The words of cases that every reader of them reads: what may be compared with other texts. Never those of a sealed case."""

from collections.abc import Mapping, Sequence
from typing import Any

from cases.models import Case, Event
from kit.texts import OpenText, Text
from law.vocabulary import State
from organizations.models import Staff

CASE = "cases.case"
FIELDS = ("subject", "content")


def open_texts(keys: Mapping[str, Sequence[int]]) -> dict[int, OpenText | None]:
    """Return the words of the cases that these events tell of, as the cases are now; None for a sealed or voided one."""
    changed = Event.objects.filter(pk__in=keys.get("event", ())).values("case")
    rows = Case.objects.filter(pk__in=changed).values_list("pk", "district", "sealed", "state", *FIELDS)
    return {
        key: None if sealed or state == State.VOIDED else OpenText(district, "\n".join(words))
        for key, district, sealed, state, *words in rows
    }


def words_of(keys: Sequence[int]) -> dict[int, str]:
    """Return the words of cases that are not sealed, for a measurement that shows none of them."""
    rows = Case.objects.filter(pk__in=keys, sealed=False).values_list("pk", *FIELDS)
    return {key: "\n".join(words) for key, *words in rows}


def _rows(staff: Staff) -> Any:
    return Case.objects.visible_to(staff).filter(sealed=False)


CASE_TEXT = Text("来信内容", _rows, FIELDS, record=CASE, told=open_texts)
