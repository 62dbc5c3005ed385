"""接访日, 接访安排, 接访缺口."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.authority import holdings
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from reception.appointments.lists import appointments_of_day
from reception.days import presenting as shown
from reception.days.actions import make_day
from reception.days.forms import DAY_STEPS, RULE_STEPS, DayForm, RuleForm
from reception.days.reading import (
    DayList,
    assert_arranges,
    day_of,
    page_of_days,
    page_of_rules,
    page_of_shortfalls,
    rule_of,
)
from reception.days.rules import make_rule

_NO_DAYS = {"title": "没有接访日", "text": "先订接访安排，再按月排出接访日、提前公布。", "icon": "calendar"}
_NO_RULES = {
    "title": "还没有接访安排",
    "text": "每个岗位订一项：谁、多久一次、什么时间、什么地点。",
    "icon": "calendar",
}
_NONE_SHORT = {"title": "没有接访缺口", "text": "每天凌晨按接访安排核对前一天为止的接访。", "icon": "ok"}


@require_safe
@staff_only
def day_list(request: HttpRequest) -> HttpResponse:
    """List the reception days of the district. Raises Refused: filter_unknown, key_broken."""
    staff, what = member(request), request.GET.get("list", DayList.COMING.value)
    page = page_of_days(staff, what, today(), **turn_asked(request.GET))
    context: dict[str, Any] = {
        "title": "接访日",
        "lead": "公布的时间、地点、接访人，群众在公开页面上看得到。",
        "tabs": tabs(DayList, what),
        "columns": shown.DAY_COLUMNS,
        "lines": [shown.day_line(row) for row in page.rows],
        "nothing": _NO_DAYS,
        "doors": _doors() if holdings(staff, Right.ARRANGE_RECEPTION) else [],
        **page.turns(list=what),
    }
    return render(request, "reception/days.html", context)


@require_safe
@staff_only
def rule_list(request: HttpRequest) -> HttpResponse:
    """List the rules of the district. Raises Refused key_broken."""
    page = page_of_rules(member(request), **turn_asked(request.GET))
    context = {
        "title": "接访安排",
        "columns": shown.RULE_COLUMNS,
        "lines": [shown.rule_line(row) for row in page.rows],
        "nothing": _NO_RULES,
        **page.turns(),
    }
    return render(request, "reception/list.html", context)


@require_safe
@staff_only
def shortfall_list(request: HttpRequest) -> HttpResponse:
    """List what fell short. Raises Refused: not_permitted, key_broken."""
    page = page_of_shortfalls(assert_arranges(member(request)), **turn_asked(request.GET))
    context = {
        "title": "接访缺口",
        "lead": "提前公布、本人到场的才算；他人代为接访、公布晚了的不算。当月补上固定日接访的，从这里划去。",
        "columns": shown.SHORTFALL_COLUMNS,
        "lines": [shown.shortfall_line(row) for row in page.rows],
        "nothing": _NONE_SHORT,
        **page.turns(),
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def rule_new(request: HttpRequest) -> HttpResponse:
    """Write down how often a post receives. Raises Refused not_permitted."""
    staff = assert_arranges(member(request))
    form = RuleForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "订立接访安排", lambda typed: make_rule(by=staff, **typed))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def day_new(request: HttpRequest) -> HttpResponse:
    """Plan one more day. Raises Refused not_permitted."""
    staff = assert_arranges(member(request))
    form = DayForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "安排接访日", lambda typed: make_day(by=staff, **typed))


@require_safe
@staff_only
def rule_page(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Show one rule. Raises Refused not_found."""
    staff = member(request)
    row = rule_of(staff, rule_id)
    context = {
        "title": "接访安排",
        "back": {"url": reverse("reception:rules"), "label": "各项接访安排"},
        "state": shown.rule_badge(row),
        "facts": shown.rule_facts(row),
        "buttons": step_buttons(RULE_STEPS, row, staff, "reception:rule_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_safe
@staff_only
def day_page(request: HttpRequest, day_id: int) -> HttpResponse:
    """Show one day with its departments and the appointments that this person may read. Raises Refused not_found."""
    staff = member(request)
    row = day_of(staff, day_id)
    context = {
        "title": "接访日",
        "back": {"url": reverse("reception:days"), "label": "各接访日"},
        "state": shown.day_badge(row),
        "facts": shown.day_facts(row),
        "buttons": step_buttons(DAY_STEPS, row, staff, "reception:day_step"),
        "departments": shown.department_lines(row),
        **appointments_of_day(row, staff),
        **record_panels(row),
    }
    return render(request, "reception/day.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def rule_step(request: HttpRequest, rule_id: int, step: str) -> HttpResponse:
    """Take one step of a rule. Raises Refused: not_found, and as the step does."""
    row = rule_of(member(request), rule_id)
    return step_page(request, step_named(RULE_STEPS, step), row, f"{row.title}{row.name}，{shown.cadence_words(row)}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def day_step(request: HttpRequest, day_id: int, step: str) -> HttpResponse:
    """Take one step of a day. Raises Refused: not_found, and as the step does."""
    row = day_of(member(request), day_id)
    return step_page(request, step_named(DAY_STEPS, step), row, f"{row.on} {row.title}{row.name}，{row.venue}")


def _doors() -> list[dict[str, str]]:
    return [
        {"label": "安排接访日", "url": reverse("reception:day_new"), "tone": "primary"},
        {"label": "订立接访安排", "url": reverse("reception:rule_new"), "tone": "plain"},
    ]
