"""The component shelf: every component of templates/components on one page, for development and for the guide."""

from typing import Any, ClassVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path

from kit.day_field import DayField
from kit.plain_forms import PlainForm
from xinfang import shelf_data as data


class ReferForm(PlainForm):
    """An invented act with one field of every kind."""

    unit = forms.CharField(label="转往单位", widget=forms.Select(choices=[("", "")]))
    opened_on = DayField(label="收到日期", help_text="例如 20260312 或 3-12")
    kind = forms.ChoiceField(
        label="事项类别",
        choices=[("appeal", "申诉求决"), ("suggestion", "建议意见"), ("accusation", "检举控告")],
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(label="信访形式", choices=[("visit", "来访"), ("letter", "来信"), ("call", "来电")])
    reason = forms.CharField(label="转送理由", min_length=5, widget=forms.Textarea(attrs={"rows": 3}))
    phone = forms.CharField(label="联系电话", required=False)
    paper = forms.FileField(label="扫描件或照片", required=False)
    told = forms.BooleanField(label="已口头告知信访人去向", required=False)

    errors_shown: ClassVar[dict[str, str]] = {"unit": "", "reason": "太短", "phone": "010", "kind": "appeal"}


def shelf(request: HttpRequest) -> HttpResponse:
    """Show every component with invented data."""
    context = {name.lower(): value for name, value in vars(data).items() if name.isupper()}
    context |= {
        "form": ReferForm(),
        "wrong_form": ReferForm(ReferForm.errors_shown, prefix="wrong"),
        "search_url": "/shelf/",
        "recommended": {"id": 21, "name": "柳溪镇人民政府", "why": "事发地在柳溪镇，同类事项近一年均由该镇办理"},
        "nothing": {
            "title": "没有符合条件的信访件",
            "text": "可以放宽期限或状态条件，或清除全部条件。",
            "url": "?",
            "label": "清除条件",
            "icon": "search",
        },
        "possible": ["申请延长10日以内", "先办结已查清的诉求，其余另行说明"],
        "pager": {"count": "1000+", "previous_url": None, "next_url": "?after=5"},
    }
    return render(request, "shelf.html", context)


def dialog(request: HttpRequest) -> HttpResponse:
    """GET: an act's dialog. POST: 422 with the form where a field is wrong, else the refusal of another act."""
    form = ReferForm(request.POST or None, request.FILES or None, auto_id="act_%s")
    context: dict[str, Any] = {
        "form": form,
        "title": "转送",
        "article": "第二十二条",
        "post_url": request.path,
        "consequence": "转送后，该单位须在2026年3月27日前书面告知信访人是否受理。",
    }
    if request.method == "POST" and form.is_valid():
        return render(request, "components/refusal.html", {"refused": data.REFUSED}, status=409)
    return render(request, "components/dialog.html", context, status=422 if form.is_bound else 200)


def part(request: HttpRequest, name: str) -> HttpResponse:
    """Answer what a component loads on demand."""
    if name == "days":
        return render(request, "components/clock_days.html", data.CLOCKS[1])
    if name == "masked":
        shown = {"text": "周某某（身份证 3XXXXXXXXXXXXXXXX6）", "shown": True}
        return render(request, "components/masked.html", {"masked": shown})
    if name == "units":
        typed = request.GET.get("q", "").lower()
        found = [unit for unit in data.UNITS if typed in f"{unit['name']}{unit['note']}"]
        return JsonResponse({"results": found})
    raise Http404


urlpatterns = [
    path("", shelf, name="shelf"),
    path("dialog/", dialog, name="shelf_dialog"),
    path("<slug:name>/", part, name="shelf_part"),
]
