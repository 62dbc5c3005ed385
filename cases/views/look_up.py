"""按人查询: a person across cases, only with a reason, and logged."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.actions.oversight import MOST_FOUND
from cases.actions.oversight import look_up as find
from cases.forms.base import line
from cases.lists.case_rows import lines_of, with_parts
from cases.models import Case, Party
from kit.masking import mask_name
from kit.plain_forms import PlainForm
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member


class LookUpForm(PlainForm):
    """按人查询: one thing known of the person, and why it is asked."""

    name = line("姓名", required=False, most=60, help_text="全名，按写在件上的字查。")
    phone = line("联系电话", required=False, most=40)
    id_number = line("证件号码", required=False, most=40)
    reason = line("查询理由", help_text="理由、查询人和时间会留下记录，不记录查的是谁。")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters("name", "phone", "id_number")
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for a person; answer with the cases in reach, people masked. Raises Refused not_permitted."""
    staff = member(request)
    if not holdings(staff, Right.LOOK_UP):
        raise Refused("not_permitted", "您的角色不能按人查询。可在“权限一览”查看谁可以查询。")
    form = LookUpForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "cases/look_up.html", {"form": form}, status=422 if form.is_bound else 200)
    try:
        found = find(by=staff, **form.cleaned_data)
    except Refused as refused:
        page = render(request, "cases/look_up.html", {"form": form, "refused": refused})
        return RefusedAnswer(page.content, refused)
    return render(request, "cases/look_up.html", {"form": form, **_answer(found, staff)})


def _answer(found: list[Case], staff: Staff) -> dict[str, Any]:
    """Return the cases found as lines with their people masked, in the order they were found."""
    keys = [case.pk for case in found]
    seen = Case.objects.visible_to(staff).filter(pk__in=keys)
    parties = Prefetch("parties", Party.objects.read_under(seen, staff))
    rows = with_parts(seen, staff).prefetch_related(parties)
    people = {case.pk: "、".join(mask_name(p.name) or "未署名" for p in case.parties.all()) for case in rows}
    lines = sorted(lines_of(rows, staff, today()), key=lambda each: keys.index(each.id))
    return {
        "asked": True,
        "found": [{"line": each, "people": people[each.id]} for each in lines],
        "number": len(lines),
        "capped": len(lines) == MOST_FOUND,
        "nothing": {
            "title": "在您的查看范围内没有找到",
            "text": "请核对姓名、电话、证件号码；别处登记的件不会显示。",
            "icon": "search",
        },
    }
