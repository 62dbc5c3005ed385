"""消息发送: what failed or is unknown, why, and sending it again; and what was told to me in the product."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages as toasts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kit.messages.delivery import mark_read, told_to
from kit.messages.models import Attempt, Message
from kit.messages.words import STUCK, Channel, Result, State, Why
from kit.web import staff_only
from organizations.outbox.forms import MessagesForm
from organizations.outbox.reading import (
    ALL,
    filtered,
    may_resend,
    page_of_messages,
    readable_messages,
    reason_words,
    recipient_words,
)
from organizations.outbox.resending import resend
from organizations.views.people import member

_COLUMNS = [
    {"label": "时间", "kind": "date"},
    {"label": "收件人", "kind": "narrow"},
    {"label": "方式", "kind": "narrow"},
    {"label": "事由", "kind": "narrow"},
    {"label": "状态和原因", "kind": "narrow"},
    {"label": "每次发送", "kind": "wide"},
    {"label": "办理", "kind": "narrow"},
]
_TABS = (("失败和结果不明", ""), ("等待发送", str(State.WAITING)), ("全部", ALL))
_TONES = {State.WAITING: "new", State.SENT: "moving", State.DELIVERED: "decided"} | dict.fromkeys(STUCK, "wrong")
LAST_ATTEMPTS = 3
_NONE_STUCK = {
    "title": "没有发送失败或者结果不明的消息",
    "text": "不用处理。要看已经发出的，点上面的“全部”。",
    "icon": "send",
}
_ELSEWHERE = {"title": "没有符合条件的消息", "text": "换一个条件看看，或者清除条件。", "icon": "send"}
_NOTHING_TOLD = {
    "title": "还没有消息",
    "text": "需要告知您本人的事项，例如密码被重置，会出现在这里，也会提醒在工作台上。",
    "icon": "chat",
}


@require_safe
@staff_only
def outbox(request: HttpRequest) -> HttpResponse:
    """Show the messages that the address asks for, the newest first. Raises Refused not_permitted."""
    staff = member(request)
    rows = readable_messages(staff)
    form = MessagesForm(request.GET)
    context: dict[str, Any] = {"form": form, "columns": _COLUMNS, "tabs": _tabs(request)}
    if not form.is_valid():
        return render(request, "organizations/outbox.html", {**context, "wrong": True}, status=422)
    asked = {name: value for name, value in form.cleaned_data.items() if name != "before" and value}
    page = page_of_messages(filtered(rows, asked), form.cleaned_data["before"])
    older = f"?{urlencode({**asked, 'before': page.older})}" if page.older else ""
    resends = may_resend(staff)
    context |= {"lines": [_line(each, resends=resends) for each in page.messages], "older_url": older}
    context |= {"filtered": bool(asked), "nothing": _ELSEWHERE if asked else _NONE_STUCK}
    return render(request, "organizations/outbox.html", context)


@require_POST
@staff_only
def send_once_more(request: HttpRequest, message_id: int) -> HttpResponse:
    """Send one message again. Raises Refused: not_permitted, not_found, wrong_state."""
    resend(message_id, by=member(request))
    toasts.success(request, "已放回待发队列，一分钟内再次发送；这次操作已记入日志。")
    return redirect("outbox")


@require_safe
@staff_only
def mine(request: HttpRequest) -> HttpResponse:
    """Show what the person was told in the product; what is shown is delivered."""
    staff = member(request)
    told = told_to(staff)
    lines = [
        {"at": each.due_at, "reason": reason_words(each.reason), "subject": each.subject, "text": each.text}
        | {"url": each.url, "unread": each.state != State.DELIVERED}
        for each in told
    ]
    if request.method == "GET":
        mark_read(staff, told)
    return render(request, "organizations/my_messages.html", {"lines": lines, "nothing": _NOTHING_TOLD})


def _tabs(request: HttpRequest) -> list[dict[str, Any]]:
    here, address = request.GET.get("state", ""), reverse("outbox")
    return [
        {"label": label, "url": f"{address}?state={state}" if state else address, "active": state == here}
        for label, state in _TABS
    ]


def _line(message: Message, *, resends: bool) -> dict[str, Any]:
    state = State(message.state)
    return {
        "at": message.queued_at,
        "who": recipient_words(message),
        "unit": message.staff.unit.short_name if message.staff else "",
        "channel": Channel(message.channel).label,
        "reason": reason_words(message.reason),
        "state": {"label": state.label, "tone": _TONES[state]},
        "why": Why(message.why).label if message.why else "",
        "due_at": message.due_at if state is State.WAITING and message.tries else None,
        "tries": message.tries,
        "attempts": [_attempt(each) for each in list(message.attempts.all())[-LAST_ATTEMPTS:]],
        "unknown": state is State.UNKNOWN,
        "resend_url": reverse("outbox_resend", args=[message.pk]) if resends and state in STUCK else "",
    }


def _attempt(attempt: Attempt) -> dict[str, Any]:
    words = Result(attempt.result).label if attempt.result else "没有结果"
    why = f"，{Why(attempt.why).label}" if attempt.why else ""
    late = [each for each in attempt.reports.all() if not each.counted]
    # What came too late to change anything is shown all the same.
    reports = "".join(
        f"；后到的回执：{Result(each.result).label}（{timezone.localtime(each.at):%m-%d %H:%M}）" for each in late
    )
    return {"number": attempt.number, "at": attempt.began_at, "words": f"{words}{why}{reports}"}
