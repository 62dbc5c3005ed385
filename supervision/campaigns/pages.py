"""Pages of campaigns: the list, a new one, one with its cases, and taking cases in after a preview."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.lists.counting import capped_count
from cases.models import Case
from cases.reading.case_file import readable_subject
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.campaigns.forms import CampaignForm, NumbersForm, RuleForm
from supervision.campaigns.gathering import MOST_AT_ONCE, by_numbers, by_rule, rule_of
from supervision.campaigns.reading import campaign_of, campaigns, cases_in, page_of_cases, unmatched_of
from supervision.campaigns.workbooks import numbers_in
from supervision.campaigns.working import (
    END,
    GATHER,
    end_campaign,
    gather_by_numbers,
    gather_by_rule,
    make_campaign,
    not_in,
)
from supervision.models import Campaign
from supervision.models.campaigns import CampaignState
from supervision.rights import assert_manages, assert_reads

MOST_SHOWN = 100
_FORM, _PREVIEW = "supervision/campaigns/form.html", "supervision/campaigns/preview.html"
_COLUMNS = [
    {"label": "编号", "kind": "wide"},
    {"label": "收到日期", "kind": "date"},
    {"label": "列入", "kind": "date"},
    {"label": "包案领导", "kind": "narrow"},
    {"label": "包案状态", "kind": "narrow"},
]
_NOTHING = {"title": "还没有列入信访件", "text": "按规则列入，或者按上级表格列入；都先预览再列入。", "icon": "list"}


@require_safe
@staff_only
def campaign_list(request: HttpRequest) -> HttpResponse:
    """List the campaigns of the district. Raises Refused not_permitted."""
    staff = assert_reads(member(request))
    lines = [
        {
            "url": row.get_absolute_url(),
            "cells": [
                {"label": "名称", "text": row.name, "sub": row.source},
                {"label": "完成时限", "text": row.until.isoformat(), "kind": "date"},
                {"label": "状态", "text": CampaignState(row.state).label},
            ],
        }
        for row in campaigns(staff)
    ]
    columns = [
        {"label": "名称", "kind": "wide"},
        {"label": "完成时限", "kind": "date"},
        {"label": "状态", "kind": "narrow"},
    ]
    nothing = {"title": "还没有专项", "text": "由督查员、协调员建立。", "icon": "list"}
    return render(request, "supervision/campaigns/list.html", {"lines": lines, "columns": columns, "nothing": nothing})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def campaign_new(request: HttpRequest) -> HttpResponse:
    """Begin a campaign. Raises Refused not_permitted."""
    staff = assert_manages(member(request))
    form = CampaignForm(request.POST if request.method == "POST" else None)
    context = {"title": "建立专项", "form": form, "back_url": reverse("supervision:campaigns")}
    return _answered(request, form, context, lambda: make_campaign(**form.cleaned_data, by=staff))


@require_safe
@staff_only
def campaign(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Show a campaign with its cases. Raises Refused: not_found, key_broken."""
    staff, on = member(request), today()
    found = campaign_of(staff, campaign_id)
    listed, page = page_of_cases(found, staff, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "campaign": found,
        "state": CampaignState(found.state).label,
        "gathers": GATHER.refusal(found, staff, on) is None,
        "ends": END.refusal(found, staff, on) is None,
        "unmatched": unmatched_of(found, staff),
        "columns": _COLUMNS,
        "lines": [_line(each) for each in listed],
        "nothing": _NOTHING,
        "pager": {
            "count": capped_count(cases_in(found, staff)),
            "next_url": f"?{urlencode({'after': page.after})}" if page.after else None,
            "previous_url": f"?{urlencode({'before': page.before})}" if page.before else None,
        },
        **record_panels(found),
    }
    return render(request, "supervision/campaigns/campaign.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def campaign_rule(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Say which cases a rule would take in, and take in what was shown. Raises Refused: not_found, not_permitted."""
    staff, on = member(request), today()
    found = _gathering(staff, campaign_id)
    rule = rule_of(found.district_id, on)
    form = RuleForm(
        request.POST if request.method == "POST" else None, initial={"days": rule.days, "rounds": rule.rounds}
    )
    context = {"title": "按规则列入", "form": form, "back_url": found.get_absolute_url()}
    if request.method != "POST" or not form.is_valid():
        return render(request, _FORM, {**context, "verb": "预览"}, status=422 if form.is_bound else 200)
    expected = form.cleaned_data["expected"]
    if expected is None:
        rows = not_in(found, by_rule(staff, form.rule, on))
        cases = list(rows[: MOST_AT_ONCE + 1])
        typed = [("days", form.rule.days), ("rounds", form.rule.rounds), ("expected", len(cases))]
        return _preview(request, {**context, "said": form.rule.said, "typed": typed}, cases, [])
    taken = gather_by_rule(found, rule=form.rule, expected=expected, by=staff)
    messages.success(request, f"已列入{expected}件。")
    return redirect(taken)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def campaign_numbers(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Say what a superior's numbers stand for, and take them in. Raises Refused: not_found, not_permitted."""
    staff = member(request)
    found = _gathering(staff, campaign_id)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = NumbersForm(*posted)
    context = {"title": "按上级表格列入", "form": form, "back_url": found.get_absolute_url(), "verb": "预览"}
    if not posted or not form.is_valid():
        return render(request, _FORM, context, status=422 if posted else 200)
    numbers = form.listed()
    try:
        if "take" in request.POST:
            taken = gather_by_numbers(found, numbers=numbers, by=staff)
            messages.success(request, "已列入对上的信访件，没有对上的编号留在专项里。")
            return redirect(taken)
        for file in form.cleaned_data["file"]:
            numbers += numbers_in(file)
        matched = by_numbers(staff, numbers)
    except Refused as refused:
        return RefusedAnswer(render(request, _FORM, {**context, "refused": refused}).content, refused)
    cases = list({case.pk: case for case in matched.found.values()}.values())
    typed = [("numbers", "\n".join(dict.fromkeys(numbers))), ("take", "1")]
    said = f"表格里有{len(dict.fromkeys(numbers))}个编号，对上{len(cases)}件，没有对上{len(matched.missing)}个"
    return _preview(request, {**context, "said": said, "typed": typed}, cases, matched.missing)


@require_POST
@staff_only
def campaign_end(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """End a campaign. Raises Refused: not_found, not_permitted, wrong_state."""
    staff = member(request)
    ended = end_campaign(campaign_of(staff, campaign_id), by=staff)
    messages.success(request, "专项已结束；没有销号的，包案照常进行。")
    return redirect(ended)


def _gathering(staff: Staff, campaign_id: int) -> Campaign:
    found = campaign_of(staff, campaign_id)
    if refusal := GATHER.refusal(found, staff, today()):
        raise refusal
    return found


def _preview(request: HttpRequest, context: dict[str, Any], cases: list[Case], missing: list[str]) -> HttpResponse:
    lines = [f"{case.number} {readable_subject(case)}（{case.received_on}收到）" for case in cases[:MOST_SHOWN]]
    shown = {"count": len(cases), "lines": lines, "most": MOST_SHOWN, "missing": missing}
    return render(request, _PREVIEW, {**context, **shown, "too_many": len(cases) > MOST_AT_ONCE})


def _answered(
    request: HttpRequest, form: CampaignForm, context: dict[str, Any], save: Callable[[], Campaign]
) -> HttpResponse:
    if not form.is_bound:
        return render(request, _FORM, context)
    if not form.is_valid():
        return render(request, _FORM, context, status=422)
    try:
        return redirect(save())
    except Refused as refused:
        return RefusedAnswer(render(request, _FORM, {**context, "refused": refused}).content, refused)


def _line(each: Any) -> dict[str, Any]:
    sheet = each.sheet
    return {
        "url": sheet.get_absolute_url() if sheet else reverse("cases:case", args=[each.case.pk]),
        "cells": [
            {"label": "编号", "text": each.case.number, "sub": each.subject},
            {"label": "收到日期", "text": each.case.received_on.isoformat(), "kind": "date"},
            {"label": "列入", "text": each.row.added_on.isoformat(), "sub": each.row.get_how_display(), "kind": "date"},
            {"label": "包案领导", "text": sheet.leader.name if sheet else "尚未包案"},
            {"label": "包案状态", "text": sheet.state_label if sheet else ""},
        ],
    }
