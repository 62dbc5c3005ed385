"""The guide and what is published: for everybody on the portal, and where they are kept for those who keep them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.record_steps import made_page
from cases.sight.out_of_reach import key_of
from kit.days import day_words
from kit.web import staff_only
from law.vocabulary import Path
from organizations.models import Unit
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.views.people import member
from reception.models import GuideRow
from reception.portal.frame import page
from reception.portal.guide import districts, keep_row, matters, misdirected, places, point, rows_in_force
from reception.portal.guide_forms import GuideForm, PublishForm, labels_of
from reception.portal.publishing import missing, offices_kept_by, public_lines, publish, published_by, publishing_units

_COLUMNS = [
    {"label": "事项", "kind": "wide"},
    {"label": "地点", "kind": "middle"},
    {"label": "责任单位", "kind": "middle"},
    {"label": "法定途径", "kind": "middle"},
    {"label": "自", "kind": "date"},
    {"label": "经此提交", "kind": "num"},
    {"label": "已分流", "kind": "num"},
    {"label": "指错", "kind": "num"},
]


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Show where a matter at a place belongs: unit, legal path, papers, last day."""
    found = districts()
    asked = key_of(request.GET.get("district"))
    here = next((unit for unit in found if unit.pk == asked), found[0] if len(found) == 1 else None)
    towns = places(here) if here else []
    place = next((town for town in towns if town.pk == key_of(request.GET.get("place"))), None)
    category = request.GET.get("matter", "")[:12]
    pointed = point(here, category, place, today()) if here and category.isdigit() else None
    context = {
        "districts": found,
        "district": here,
        "towns": towns,
        "place": place,
        "matters": matters(),
        "category": category,
        "asked": bool(here and category),
        "pointed": pointed,
        "path": Path(pointed.row.path).label if pointed else "",
    }
    return page(request, "guide", context)


@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """Show what the offices publish (Art. 18)."""
    on = today()
    offices = publishing_units(on)
    rows = published_by(offices, on)
    return page(
        request,
        "published",
        {"offices": [{"unit": unit, "lines": public_lines(unit, rows[unit.pk])} for unit in offices]},
    )


@require_safe
@staff_only
def rows(request: HttpRequest) -> HttpResponse:
    """List the rows of the guide in force, with how often each pointed wrong. Raises Refused not_permitted."""
    district = assert_manager(member(request)).unit.district
    found = rows_in_force(district, today()) if district else []
    context = {
        "title": "导引图",
        "lead": "门户上按事项和地点指引责任单位。指错：经这一条提交、第一次分到别的单位的件数。改动按生效日期另起一版，不改旧的。",
        "buttons": [{"label": "新增、改动一条", "url": reverse("reception:guide_row_new")}],
        "columns": _COLUMNS,
        "lines": _lines(found),
        "nothing": {"title": "还没有条目", "text": "新增以后，门户的“该找哪个单位”才有内容。", "icon": "help"},
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def row_new(request: HttpRequest) -> HttpResponse:
    """Write a new version of a row. Raises Refused not_permitted."""
    staff = assert_manager(member(request))
    form = GuideForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "保存导引条目", lambda typed: keep_row(by=staff, **typed))  # type: ignore[arg-type,return-value]


@require_safe
@staff_only
def publishing(request: HttpRequest) -> HttpResponse:
    """Show what the offices of a person publish, and what is missing. Raises Refused not_permitted."""
    on, offices = today(), offices_kept_by(member(request))
    rows = published_by(offices, on)
    lines = [
        {
            "cells": [
                {"text": unit.short_name},
                {"text": line["label"]},
                {"text": line["text"] or "没有公布"},
                {"text": day_words(line["since"])},
            ]
        }
        for unit in offices
        for line in public_lines(unit, rows[unit.pk])
    ]
    lacking = "、".join(matter.label for unit in offices for matter in missing(unit, on))
    context = {
        "title": "公布事项",
        "lead": f"《信访工作条例》第十八条规定应当公布的事项，显示在门户。还没有公布：{lacking or '无'}。",
        "buttons": [{"label": "公布、改动一项", "url": reverse("reception:publish_new")}],
        "columns": [{"label": "单位"}, {"label": "事项"}, {"label": "内容", "kind": "wide"}, {"label": "自"}],
        "lines": lines,
        "nothing": {"title": "没有", "text": "", "icon": "book"},
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def publish_new(request: HttpRequest) -> HttpResponse:
    """Publish what an office says of a matter. Raises Refused not_permitted."""
    staff = member(request)
    offices = offices_kept_by(staff)
    form = PublishForm(request.POST if request.method == "POST" else None, by=staff, offices=offices)
    return made_page(request, form, "公布", lambda typed: publish(by=staff, **typed))  # type: ignore[arg-type,return-value]


def _lines(found: list[GuideRow]) -> list[dict[str, Any]]:
    labels, counted = labels_of(found), misdirected(found)
    return [{"cells": _cells(row, labels, counted.get(row.pk, {}), row.unit)} for row in found]


def _cells(row: GuideRow, labels: dict[str, str], counted: dict[str, int], unit: Unit) -> list[dict[str, Any]]:
    figures = [counted.get(name, 0) for name in ("filed", "dispatched", "elsewhere")]
    return [
        {"text": labels.get(row.category, row.category)},
        {"text": row.place.name if row.place else "全区"},
        {"text": unit.name},
        {"text": Path(row.path).label},
        {"text": f"{row.valid_from:%Y-%m-%d}"},
        *({"text": str(each), "kind": "num"} for each in figures),
    ]
