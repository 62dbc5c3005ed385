"""考核: the schemes, one of them with its units, a unit's result with its steps, the rows behind a figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.authority import holdings
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.assessing import presenting as shown
from supervision.assessing.forms import DrawUpForm
from supervision.assessing.making import draw_up
from supervision.assessing.reading import (
    assert_concerned,
    opens_rows,
    page_of_results,
    page_of_schemes,
    result_of,
    results_of,
    rows_behind,
    scheme_of,
    score_in,
    to_answer,
    to_look_at,
)
from supervision.assessing.steps import RESULT_STEPS, SCHEME_STEPS


@require_safe
@staff_only
def scheme_list(request: HttpRequest) -> HttpResponse:
    """List the assessments that concern this person, the newest first. Raises Refused: not_permitted, key_broken."""
    staff = assert_concerned(member(request))
    page = page_of_schemes(staff, **turn_asked(request.GET))
    context = {
        "columns": shown.SCHEME_COLUMNS,
        "lines": [shown.scheme_line(row) for row in page.rows],
        "draws_up": bool(holdings(staff, Right.ASSESS)),
        "nothing": {"title": "没有考核", "text": "定稿征求意见以后，各单位在这里看到本单位的结果。", "icon": "chart"},
        **page.turns(),
    }
    return render(request, "supervision/assessing/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def scheme_new(request: HttpRequest) -> HttpResponse:
    """Draw up an assessment. Raises Refused not_permitted."""
    staff = assert_concerned(member(request))
    form = DrawUpForm(request.POST or None, by=staff)
    return made_page(request, form, "拟定考核", lambda typed: draw_up(by=staff, on=today(), **typed))


@require_safe
@staff_only
def scheme_page(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Show a scheme: its items, and what each unit has, before anything is fixed as of now. Raises Refused not_found."""
    staff = member(request)
    scheme = scheme_of(staff, assessment_id)
    items = list(scheme.items.all())
    context = {
        "title": scheme.title,
        "state": shown.scheme_badge(scheme),
        "draft": not scheme.fixed_on,
        "facts": shown.scheme_facts(scheme),
        "buttons": step_buttons(SCHEME_STEPS, scheme, staff, "supervision:assessment_step"),
        "item_columns": shown.ITEM_COLUMNS,
        "items": [shown.item_line(item) for item in items],
        "columns": shown.result_columns(items),
        "lines": [shown.result_line(result, items) for result in results_of(scheme, staff, today())],
        **record_panels(scheme),
    }
    return render(request, "supervision/assessing/scheme.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def scheme_step(request: HttpRequest, assessment_id: int, step: str) -> HttpResponse:
    """Take a step of a scheme. Raises Refused: not_found, and as the step does."""
    scheme = scheme_of(member(request), assessment_id)
    return step_page(request, step_named(SCHEME_STEPS, step), scheme, scheme.title)


@require_safe
@staff_only
def waiting_list(request: HttpRequest) -> HttpResponse:
    """List the results that wait for this person: objections to decide, or his unit's own. Raises Refused not_permitted."""
    staff = assert_concerned(member(request))
    answers = request.GET.get("list") == "answer"
    rows = (to_answer if answers else to_look_at)(staff, today())
    page = page_of_results(rows, **turn_asked(request.GET))
    context = {
        "heading": "考核异议待核" if answers else "考核待核对",
        "columns": shown.result_columns([]),
        "lines": [shown.result_line(result, []) for result in page.rows],
        "nothing": {"title": "没有等您办的", "text": "有异议、有征求意见的结果时列在这里。", "icon": "ok"},
        **page.turns(list="answer" if answers else "look"),
    }
    return render(request, "supervision/assessing/waiting.html", context)


@require_safe
@staff_only
def result_page(request: HttpRequest, result_id: int) -> HttpResponse:
    """Show what came of one unit, item by item, with its objections. Raises Refused not_found."""
    staff = member(request)
    result = result_of(staff, result_id, today())
    opens = opens_rows(result, staff)
    scores = list(result.scores.all())
    context = {
        "title": result.unit.name,
        "state": shown.result_badge(result),
        "scheme": result.scheme,
        "draft": not result.fixed_on,
        "facts": shown.result_facts(result),
        "buttons": step_buttons(RESULT_STEPS, result, staff, "supervision:assessment_result_step"),
        "columns": shown.SCORE_COLUMNS,
        "lines": [shown.score_line(score, opens=opens) for score in scores],
        "objections": [shown.objection_line(row, score.item) for score in scores for row in score.objections.all()],
        **record_panels(result),
    }
    return render(request, "supervision/assessing/result.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def result_step(request: HttpRequest, result_id: int, step: str) -> HttpResponse:
    """Take a step of a unit's result. Raises Refused: not_found, and as the step does."""
    result = result_of(member(request), result_id, today())
    intro = f"{result.scheme.title}　{result.unit.name}"
    return step_page(request, step_named(RESULT_STEPS, step), result, intro)


@require_safe
@staff_only
def row_list(request: HttpRequest, result_id: int, score_id: int) -> HttpResponse:
    """List the rows behind a figure. Raises Refused: not_found, key_broken."""
    staff, on = member(request), today()
    result = result_of(staff, result_id, on)
    score = score_in(result, score_id, staff)
    found = rows_behind(result, score, staff, on, **turn_asked(request.GET))
    context = {
        "result": result,
        "item": score.item,
        "figure": shown.figure_words(score),
        "hidden": found.hidden,
        "draft": not result.fixed_on,
        "columns": shown.ROW_COLUMNS,
        "lines": [shown.row_line(row) for row in found.rows],
        "nothing": {"title": "无应办", "text": "这一项在考核期间没有应办的事，不评分。", "icon": "ok"},
        **found.page.turns(),
    }
    return render(request, "supervision/assessing/rows.html", context)
