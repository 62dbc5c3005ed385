"""排查情况: the grid of a town or the district; the weekly 研判单; early warnings."""

from datetime import date
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.paging import Order, page_by
from cases.lists.turns import turn_asked
from cases.record_steps import step_buttons, step_named, step_page
from kit.web import staff_only
from law.errors import Refused
from organizations.authority import holdings, may
from organizations.models import Unit
from organizations.record_page import record_panels
from organizations.recording import record_not_found
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from screening.grid import presenting as shown
from screening.grid.forms import WARNING_STEPS
from screening.grid.reading import district_grid, town_grid, towns_of
from screening.grid.sheet import page_of_sheet, ways_of
from screening.grid.warning import warning_of
from screening.models import EarlyWarning
from screening.people import assert_reads

_NO_TOWN = "排查情况由乡镇街道和区查看；本单位的在“排查填报”和“矛盾纠纷”里。"
LATEST_WARNED = Order("drawn_on", descending=True, label="预警日期（新的在前）")


@require_safe
@staff_only
def grid(request: HttpRequest) -> HttpResponse:
    """Show who reported: the villages of a town, or the towns of the district. Raises Refused: not_permitted, not_found, day_unfit."""
    staff, until = assert_reads(member(request)), day_asked(request.GET.get("until", ""))
    towns = towns_of(staff)
    if not towns and holdings(staff, Right.CHECK_SCREENING):
        return render(request, "screening/grid.html", {"title": "排查情况", "nothing": _NO_TOWN})
    town, towns = town_asked(towns, request.GET.get("town", ""))
    context: dict[str, Any] = {"legend": shown.LEGEND, "towns_url": reverse("screening:grid") if len(towns) > 1 else ""}
    if town is None:
        found = district_grid(staff, towns, until)
        context |= {"title": "排查情况", "heads": shown.column_heads(found.rounds), "rows": shown.district_rows(found)}
        context["older_url"] = f"?{urlencode({'until': found.older})}" if found.older else ""
        return render(request, "screening/grid.html", {**context, "towns_url": ""})
    villages = town_grid(staff, town, today(), until)
    context |= {
        "title": f"{town.short_name}排查情况",
        "heads": shown.column_heads(villages.rounds),
        "rows": shown.town_rows(villages),
        "totals": shown.town_totals(villages),
        "approves": may(staff, Right.CHECK_SCREENING, at=town),
        "sheet_url": f"{reverse('screening:sheet')}?{urlencode({'town': town.pk})}",
        "older_url": f"?{urlencode({'town': str(town.pk), 'until': villages.older})}" if villages.older else "",
    }
    return render(request, "screening/grid.html", context)


@require_safe
@staff_only
def sheet(request: HttpRequest) -> HttpResponse:
    """Show the weekly sheet of a town, to be decided on and printed. Raises Refused: not_permitted, not_found, key_broken."""
    staff, on = assert_reads(member(request)), today()
    town, towns = town_asked(towns_of(staff), request.GET.get("town", ""))
    town = town or towns[0]
    page = page_of_sheet(staff, town, **turn_asked(request.GET))
    ways = ways_of([row.pk for row in page.rows])
    context = {
        "title": f"{town.short_name}研判单",
        "lead": f"{on:%Y年%m月%d日}，还没有结果的矛盾纠纷，先到期的在前；点开一起，办理“研判”。",
        "columns": shown.SHEET_COLUMNS,
        "lines": [shown.sheet_line(row, on, ways) for row in page.rows],
        "nothing": {"title": "没有要研判的", "text": "还没有结果的矛盾纠纷列在这里。", "icon": "ok"},
        **page.turns(town=town.pk),
    }
    return render(request, "screening/list.html", context)


@require_safe
@staff_only
def warning_list(request: HttpRequest) -> HttpResponse:
    """List early warnings within reach, the newest first. Raises Refused: not_permitted, key_broken."""
    staff = assert_reads(member(request))
    rows = EarlyWarning.objects.readable_by(staff).select_related("village", "unit").annotate(place=F("drawn_on"))
    page = page_by(LATEST_WARNED, rows, **turn_asked(request.GET))
    context = {
        "title": "苗头预警",
        "columns": shown.WARNING_COLUMNS,
        "lines": [shown.warning_line(row) for row in page.rows],
        "nothing": {"title": "没有预警", "text": "同一地点同一类型的矛盾纠纷集中时列在这里。", "icon": "ok"},
        **page.turns(),
    }
    return render(request, "screening/list.html", context)


@require_safe
@staff_only
def warning_page(request: HttpRequest, warning_id: int) -> HttpResponse:
    """Show one early warning. Raises Refused not_found."""
    staff = member(request)
    row = warning_of(staff, warning_id)
    context = {
        "title": "苗头预警",
        "back": {"url": reverse("screening:warnings"), "label": "苗头预警"},
        "state": shown.warning_badge(row),
        "facts": shown.warning_facts(row),
        "buttons": step_buttons(WARNING_STEPS, row, staff, "screening:warning_step"),
        **record_panels(row),
    }
    return render(request, "screening/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def warning_step(request: HttpRequest, warning_id: int, step: str) -> HttpResponse:
    """Answer an early warning. Raises Refused: not_found, and as the step does."""
    row = warning_of(member(request), warning_id)
    return step_page(request, step_named(WARNING_STEPS, step), row, row.village.name)


def town_asked(towns: list[Unit], key: str) -> tuple[Unit | None, list[Unit]]:
    """Return the town that is asked for of those that a person sees, the only one where it is one, and all of them.

    Raises Refused: not_permitted, he sees none; not_found, not this one.
    """
    if not towns:
        raise Refused("not_permitted", _NO_TOWN)
    if key:
        found = next((town for town in towns if str(town.pk) == key), None)
        if found is None:
            raise record_not_found()
        return found, towns
    return (towns[0] if len(towns) == 1 else None), towns


def day_asked(said: str) -> date | None:
    """Return the day that an address names, None for none. Raises Refused day_unfit."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise Refused("day_unfit", "日期写作 2026-03-02。") from None
