"""信访件列表: filters, order and place in the list all stand in the address, so a link is a saved view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.forms import Select
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cases.lists.case_rows import fetched, lines_of
from cases.lists.counting import COUNT_CAP, Question, capped_counts, own_question
from cases.lists.filters import CaseFilters
from cases.lists.paging import ORDERS, PAGE_SIZE, page_of
from cases.lists.waiting import DATED, Waiting, listed, offered
from cases.models import Case
from cases.sight.accesses import reads_by_access
from cases.sight.querysets import CaseQuerySet
from cases.sight.ranges import ranges_of
from cases.sight.shelves import CURRENT, Shelf
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.dictionaries import CONTENT
from organizations.models import Staff, Term, Unit
from organizations.places import PLACES
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member

SHOWN = (
    "q",
    "state",
    "channel",
    "kind",
    "waiting",
    "unit",
    "due",
    "received_from",
    "received_to",
    "category_code",
    "place",
    "category",
    "urgent",
    "historic",
)
_YES_OR_NO = {
    "historic": (("false", "不含历史件"), ("true", "只看历史件"), ("", "都列")),
    "urgent": (("", "不限"), ("true", "是"), ("false", "否")),
}
_VIEWS = (Waiting.DISPATCH, Waiting.MINE, Waiting.UNIT, Waiting.TODAY, Waiting.OVERDUE)


@dataclass(frozen=True)
class Asked:
    """What the address asks for: the filters, the order, and everything needed to write the next address."""

    query: QueryDict
    filters: Any
    order: str

    def url(self, **changes: str) -> str:
        """Return the address with some parameters changed; "" takes one away, and the place in the list goes."""
        kept = {k: str(v) for k, v in self.query.items() if k in (*SHOWN, "order")}
        return f"?{urlencode({k: v for k, v in {**kept, **changes}.items() if v or k == 'historic'})}"


@dataclass(frozen=True)
class Tab:
    """A saved view: ``rows`` are what it counts, and what it lists."""

    label: str
    url: str
    active: bool
    rows: Question

    def shown(self, count: str) -> dict[str, Any]:
        """Return the tab as the page draws it."""
        return {"label": self.label, "url": self.url, "active": self.active, "count": count}


@require_safe
@staff_only
def case_list(request: HttpRequest) -> HttpResponse:
    """Show the cases in reach that the address asks for; what the address gets wrong is said, not guessed."""
    staff, on = member(request), today()
    if not (holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED) or reads_by_access(staff)):
        raise Refused("not_permitted", "您的角色不查看信访件。可在“权限一览”查看谁可以查看。")
    seen = Case.objects.visible_to(staff)
    asked = _asked(request.GET, seen, staff)
    tabs = _tabs(asked, staff, on)
    if not asked.filters.is_valid():
        context = {**_frame(asked), "tabs": _counted(tabs), "wrong": True, "pager": None}
        return render(request, "cases/list.html", context, status=422)
    try:
        return render(request, "cases/list.html", {**_frame(asked), **_found(asked, tabs, staff, on)})
    except Refused as refused:
        context = {**_frame(asked), "tabs": _counted(tabs), "refused": refused, "first_url": asked.url(order="")}
        return RefusedAnswer(render(request, "cases/list.html", context).content, refused)


def _asked(query: QueryDict, seen: CaseQuerySet[Case], staff: Staff) -> Asked:
    """Read the address; history stays out unless it is asked for."""
    data = query.copy()
    data.setdefault("historic", "false")
    filters = CaseFilters(data, queryset=seen, staff=staff)
    unit = data.get("unit", "")
    # The select holds only the unit that was chosen: the picker finds the others.
    chosen = Unit.objects.filter(pk=unit) if unit.isascii() and unit.isdecimal() else Unit.objects.none()
    filters.form.fields["unit"].queryset = chosen
    _offer_words(filters.form, data)
    for name, choices in _YES_OR_NO.items():
        filters.form.fields[name].widget.choices = choices
    return Asked(query, filters, query.get("order") or ("due" if data.get("waiting") in DATED else "received"))


def _offer_words(form: Any, data: QueryDict) -> None:
    """Draw category and place as pickers that hold only what was chosen."""
    place, code = data.get("place", ""), data.get("category_code", "")
    named = place.isascii() and place.isdecimal() and len(place) < 19
    form.fields["place"].queryset = Unit.objects.filter(pk=place, kind__in=PLACES) if named else Unit.objects.none()
    terms = Term.objects.of(CONTENT).filter(code=code.replace("\x00", "")).values_list("code", "path")
    form.fields["category_code"].widget = Select(choices=[("", "不限"), *(terms if code else ())])


def _found(asked: Asked, tabs: list[Tab], staff: Staff, on: date) -> dict[str, Any]:
    after, before = (asked.query.get(name, "") for name in ("after", "before"))
    # Under a tab nothing else is listed than what the tab counted.
    active = next((place for place, tab in enumerate(tabs) if tab.active), None)
    ranges = asked.filters.ranges()
    counted, fetch = [tab.rows for tab in tabs], fetched(staff)
    page = page_of(
        ranges,
        asked.order,
        fetch,
        after=after,
        before=before,
        counted=counted,
        total=0 if active is not None else COUNT_CAP if asked.filters.exact else PAGE_SIZE,
    )
    dated = ORDERS[asked.order].column == "next_due_on"
    return {
        "tabs": [tab.shown(count) for tab, count in zip(tabs, page.counts, strict=False)],
        "lines": lines_of(page.rows, staff, on),
        "pager": {
            "count": page.counts[-1 if active is None else active],
            "note": "按期限排序，没有期限在走的件不列" if dated else "",
            "next_url": asked.url(order=asked.order, after=page.after) if page.after else None,
            "previous_url": asked.url(order=asked.order, before=page.before) if page.before else None,
        },
    }


def _frame(asked: Asked) -> dict[str, Any]:
    """Return the form of the filters, the columns with their sort links, and what to say when nothing is found."""
    more = [k for k, v in asked.query.items() if k in SHOWN[5:] and v and (k, v) != ("historic", "false")]
    return {
        "form": asked.filters.form,
        "query": asked.query.get("q", ""),
        "more_open": bool(more),
        "columns": _columns(asked),
        "orders": [{"value": key, "label": order.label, "chosen": key == asked.order} for key, order in ORDERS.items()],
        "clear_url": reverse("cases:list"),
        "filtered": any(v for k, v in asked.query.items() if k in SHOWN and (k, v) != ("historic", "false")),
        "nothing": {
            "title": "没有符合条件的信访件",
            "icon": "search",
            "url": reverse("cases:list"),
            "label": "清除条件",
            "text": "可以放宽条件，或者看看“历史件”。按姓名、电话找人，请用“按人查询”。",
        },
    }


def _columns(asked: Asked) -> list[dict[str, Any]]:
    older = asked.order == "received"
    received = {"url": asked.url(order="oldest" if older else "received")}
    sorted_by = {"received": "desc", "oldest": "asc"}.get(asked.order)
    return [
        {"label": "编号", "kind": "narrow"},
        {"label": "事由", "kind": "wide"},
        {"label": "形式", "kind": "narrow"},
        {"label": "收到日期", "kind": "date", "sorted": sorted_by, **received},
        {"label": "状态", "kind": "narrow"},
        {"label": "责任单位"},
        {
            "label": "最近期限",
            "kind": "narrow",
            "sorted": "asc" if asked.order == "due" else None,
            "url": asked.url(order="due"),
        },
    ]


def _tabs(asked: Asked, staff: Staff, on: date) -> list[Tab]:
    """Return the saved views this person has a use for."""
    given = {k: v for k, v in asked.query.items() if k in SHOWN and v and (k, v) != ("historic", "false")}
    views: list[tuple[str, dict[str, str], Any]] = [("在办与办结", {}, partial(_in_ranges, staff, CURRENT))]
    views += [
        (what.label, {"waiting": str(what)}, partial(listed, staff, what, on))
        for what in _VIEWS
        if offered(staff, what)
    ]
    views.append(("历史件", {"historic": "true"}, partial(_in_ranges, staff, [Shelf.HISTORIC])))
    return [
        Tab(label, f"?{urlencode(query)}", given == query, own_question(("tab", label), staff, on, rows))
        for label, query, rows in views
    ]


def _in_ranges(staff: Staff, shelves: Sequence[Shelf]) -> list[CaseQuerySet[Case]]:
    return [each.rows for each in ranges_of(Case.objects.all(), staff, shelves)]


def _counted(tabs: list[Tab]) -> list[dict[str, Any]]:
    return [tab.shown(count) for tab, count in zip(tabs, capped_counts([tab.rows for tab in tabs]), strict=True)]
