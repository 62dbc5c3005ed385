"""Which promises a list shows, as the address of page and API says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from cases.lists.promises import PromiseFigure, Whose, figure_rows, promises_of
from cases.models import Promise
from kit.day_field import DayField
from kit.plain_forms import PlainForm
from law.errors import Refused
from law.promises import Occasion
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff

ASKED = ("whose", "figure", "month", "unit", "occasion")


class PromiseListForm(PlainForm):
    """One's own, those of the unit or those to visit; or those behind a figure of a month, of all units or of one."""

    whose = forms.ChoiceField(label="哪些承诺", choices=Whose.choices(), required=False)
    figure = forms.ChoiceField(label="统计项", choices=PromiseFigure.choices(), required=False)
    month = DayField(label="月份", required=False)
    unit = forms.IntegerField(label="承诺单位", required=False, min_value=1)
    occasion = forms.ChoiceField(label="承诺场合", choices=Occasion.choices(), required=False)


@dataclass(frozen=True)
class Asked:
    """What is listed: ``whose``, or the ``figure`` of a month; the page says which."""

    rows: QuerySet[Promise]
    whose: Whose | None
    figure: PromiseFigure | None
    month: date
    occasion: Occasion | None


def asked_promises(staff: Staff, query: Mapping[str, Any], on: date) -> Asked:
    """Return the rows that an address asks for; without a word, one's own. Raises Refused: filter_invalid."""
    form = PromiseListForm({name: query[name] for name in ASKED if name in query})
    if not form.is_valid():
        said = "、".join(f"{form.fields[name].label}" for name in form.errors)
        raise Refused("filter_invalid", f"有筛选条件看不懂：{said}。")
    given, month = form.cleaned_data, form.cleaned_data["month"] or on
    figure = PromiseFigure(given["figure"]) if given["figure"] else None
    occasion = Occasion(given["occasion"]) if given["occasion"] else None
    whose = None if figure else Whose(given["whose"]) if given["whose"] else tabs_of(staff)[0]
    rows = figure_rows(staff, figure, month) if figure else promises_of(staff, whose or Whose.MINE)
    rows = rows.filter(unit=given["unit"]) if given["unit"] else rows
    return Asked(rows.filter(occasion=occasion) if occasion else rows, whose, figure, month, occasion)


def tabs_of(staff: Staff) -> list[Whose]:
    """Return which lists a person has: who promises has his own, who visits has those to visit."""
    needed = {Whose.MINE: Act.PROMISE, Whose.VISIT: Act.RECORD_PROMISE_VISIT}
    return [each for each in Whose if each not in needed or holdings(staff, needed[each])]
