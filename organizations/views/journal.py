"""日志 for the auditor: who did or saw what, failed log-ins, and whether the chain holds."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kit.announcing import announced
from kit.web import staff_only
from organizations.forms import JournalForm
from organizations.journal.noting import note
from organizations.journal.reading import (
    about_words,
    actor_of,
    filtered,
    names_in,
    page_of_entries,
    readable_journal,
    said,
)
from organizations.journal.verbs import JOURNAL_READ, LOG_IN_FAILED
from organizations.journal.verifying import last_verification
from organizations.models import JournalEntry
from organizations.views.people import member

_COLUMNS = [
    {"label": "时间", "kind": "date"},
    {"label": "事项", "kind": "narrow"},
    {"label": "谁", "kind": "narrow"},
    {"label": "单位", "kind": "narrow"},
    {"label": "对象和要素", "kind": "wide"},
    {"label": "来源", "kind": "narrow"},
    {"label": "日志链", "kind": "narrow"},
]
_NOTHING = {"title": "没有符合条件的日志", "text": "换一个条件看看，或者清除条件。", "icon": "audit"}
_TABS = (("全部", ""), ("登录失败", f"verb={LOG_IN_FAILED.code}"))


@require_safe
@staff_only
def journal(request: HttpRequest) -> HttpResponse:
    """Show the entries that the address asks for, the newest first. Raises Refused not_permitted."""
    staff = member(request)
    rows = readable_journal(staff)
    form = JournalForm(request.GET)
    context: dict[str, Any] = {"form": form, "columns": _COLUMNS, "verified": _verified(), "tabs": _tabs(request)}
    if not form.is_valid():
        return render(request, "organizations/journal.html", {**context, "wrong": True}, status=422)
    asked = {name: value for name, value in form.cleaned_data.items() if name != "before" and value not in ("", None)}
    page = page_of_entries(filtered(rows, asked), form.cleaned_data["before"])
    if form.cleaned_data["before"] is None:
        note(JOURNAL_READ, by=staff, filters=len(asked))
    kept = {name: str(value) for name, value in asked.items()}
    older = f"?{urlencode({**kept, 'before': page.older})}" if page.older else ""
    names = names_in(page.entries)
    context |= {"lines": [_line(entry, names) for entry in page.entries], "older_url": older, "filtered": bool(asked)}
    context["nothing"] = _NOTHING
    return render(request, "organizations/journal.html", context)


@require_POST
@staff_only
def verify(request: HttpRequest) -> HttpResponse:
    """Let a worker verify the journal; its result becomes an entry. Raises Refused not_permitted."""
    staff = member(request)
    readable_journal(staff)
    if announced("organizations.tasks.verify_journal_task", [staff.pk]):
        messages.success(request, "已交后台核验，完成后这里会显示结果；日志多时要几分钟，请稍后刷新。")
    else:
        messages.error(request, "后台现在没有应答，没有开始核验，请稍后再试。")
    return redirect("journal")


def _verified() -> dict[str, Any] | None:
    last = last_verification()
    return {"at": last.at, "by": last.by.name if last.by else "系统", **last.facts} if last else None


def _tabs(request: HttpRequest) -> list[dict[str, Any]]:
    here = f"verb={request.GET.get('verb')}" if request.GET.get("verb") else ""
    address = reverse("journal")
    return [{"label": label, "url": f"{address}?{query}", "active": query == here} for label, query in _TABS]


def _line(entry: JournalEntry, names: dict[int, str]) -> dict[str, Any]:
    what, facts = said(entry, names)
    link = getattr(entry, "link", None)
    about = about_words(entry)
    return {
        "at": entry.at,
        "what": what,
        "who": entry.by.name if entry.by else actor_of(entry).label,
        "for_whom": entry.for_whom.name if entry.for_whom else "",
        "who_url": f"?{urlencode({'who': entry.by.username})}" if entry.by else "",
        "unit": entry.unit.short_name if entry.unit else "",
        "facts": facts,
        "about": about,
        "about_url": f"?{urlencode({'kind': entry.kind, 'key': entry.key})}" if about else "",
        "origin": entry.origin or "后台任务",
        "chained": f"{link.day:%m-%d} 第{link.sequence}条{'（补链）' if link.late else ''}" if link else "待入链",
    }
