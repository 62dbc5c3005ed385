"""参数与字典: what may be set, since when it is so and why, and a new version after its preview."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kit.rooms import all_of, declared
from kit.settings import Setting
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.dictionaries import dictionaries_on
from organizations.models import SettingVersion, Staff
from organizations.roles import Right
from organizations.setting_forms import SettingForm
from organizations.settings_in_force import (
    assert_manager,
    declared_settings,
    preview_of,
    set_setting,
    value_of,
    versions_by_key,
    versions_of,
)
from organizations.today import today
from organizations.views.people import member


@require_safe
@staff_only
def settings_list(request: HttpRequest) -> HttpResponse:
    """List the settings with what is in force, the dictionaries, and where the rest is set. Raises Refused not_permitted."""
    staff = member(request)
    known = list(declared_settings(staff))
    versions = versions_by_key(staff, [each.key for each in known])
    context = {
        "lines": [_line(each, versions.get(each.key, [])) for each in known],
        "dictionaries": dictionaries_on(today()),
        "links": _links(),
    }
    return render(request, "organizations/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def setting_editor(request: HttpRequest, key: str) -> HttpResponse:
    """Show the history of a setting; preview a value, then set it. Raises Refused: not_permitted, not_found."""
    staff = assert_manager(member(request))
    known, on = declared(key), today()
    versions = versions_of(key, staff)
    now_value = value_of(known, versions, on)
    form = SettingForm(request.POST or None, setting=known, initial={"value": _typed(now_value)})
    context = {
        "setting": known,
        "form": form,
        "now": known.said(now_value),
        "versions": [_version(each, known) for each in versions],
        "back_url": reverse("settings"),
    }
    if request.method != "POST":
        return render(request, "organizations/setting.html", context)
    if not form.is_valid():
        return render(request, "organizations/setting.html", context, status=422)
    try:
        return _previewed_or_set(request, staff, known, form, context)
    except Refused as refused:
        page = render(request, "organizations/setting.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)


def _previewed_or_set(
    request: HttpRequest, staff: Staff, known: Setting, form: SettingForm, context: dict[str, Any]
) -> HttpResponse:
    typed = form.cleaned_data
    if "confirm" in request.POST and form.previewed():
        made = set_setting(
            known.key, typed["value"], valid_from=typed["valid_from"], why=typed["why"], by=staff, on=today()
        )
        messages.success(request, f"“{known.label}”自{made.valid_from}起为{known.said(made.value)}。")
        return redirect("setting", known.key)
    lines = preview_of(known.key, typed["value"], typed["valid_from"], staff)
    again = SettingForm({**request.POST.dict(), "shown": form.asked}, setting=known)
    return render(request, "organizations/setting.html", {**context, "form": again, "preview": lines})


def _typed(value: Any) -> Any:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


def _line(known: Setting, versions: list[SettingVersion]) -> dict[str, Any]:
    on = today()
    coming = [each for each in versions if each.valid_from > on]
    return {
        "label": known.label,
        "now": known.said(value_of(known, versions, on)),
        "coming": _version(coming[-1], known) if coming else None,
        "versions": len(versions),
        "url": reverse("setting", args=[known.key]),
    }


def _version(version: SettingVersion, known: Setting) -> dict[str, Any]:
    return {
        "value": known.said(version.value),
        "valid_from": version.valid_from,
        "where": version.district.name if version.district else "全系统",
        "by": version.set_by.name,
        "at": version.set_at,
        "why": version.why,
    }


def _links() -> list[dict[str, str]]:
    """Return the other pages on which the same people set something, whichever room they are of."""
    own = [("期限标准", "limits"), ("单位的曾用名和别称", "unit_names")]
    own += [
        (entry.label, entry.url_name)
        for entry in all_of("nav")
        if Right.MANAGE_UNITS in entry.needs and entry.url_name != "settings"
    ]
    return [{"label": label, "url": reverse(name)} for label, name in own]
