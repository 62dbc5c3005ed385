"""工作台: the first page after logging in."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from cases.lists import desk as mine
from cases.lists.notices import desk_notices
from cases.lists.waiting import Waiting, offered
from cases.presenting.channels import intake_buttons
from cases.sight.accesses import reads_by_access
from kit.days import weekday_words
from kit.rooms import rooms
from kit.web import staff_only
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.permissions import card
from organizations.roles import OFFICERS, Right, Role
from organizations.today import now, today
from organizations.views.people import member


@require_safe
@staff_only
def desk(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person; officers, who see no case, get what they may do."""
    staff, on = member(request), today()
    sees = holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED)
    context: dict[str, Any] = {
        "greeting": _greeting(staff),
        "day": weekday_words(on),
        "place": staff.unit.name,
        "channels": _channels(staff),
    }
    if sees:
        context |= _work(staff, on)
        context["reads_only"] = _reads_only(context)
    elif reads_by_access(staff):
        context |= {"works": True, "reads_only": _BY_ACCESS}
    context["offices"] = [card(role) for role in Role if role in OFFICERS and role in staff.roles]
    return render(request, "cases/desk.html", context)


def _work(staff: Staff, on: date) -> dict[str, Any]:
    stats, unread = mine.stats(staff, on), desk_notices(staff)
    return {
        "works": True,
        "dated": offered(staff, Waiting.OVERDUE),
        "stats": [each for each in stats if each["busy"]],
        "idle": [each for each in stats if not each["busy"]],
        "lines": mine.to_do(staff, on),
        "asked": mine.asked(staff, on),
        "notices": unread.notices,
        "room_notices": [
            *unread.moved,
            *(line for room in rooms() if room.notices for line in room.notices(staff, on)),
        ],
        "drafts": mine.drafts(staff),
        "recent": mine.registered_by(staff) if holdings(staff, Act.REGISTER) else [],
        "nothing": {
            "title": "眼下没有带期限的事要办",
            "text": "新转来的、快到期的信访件会出现在这里。",
            "url": reverse("cases:list"),
            "label": "查看信访件",
            "icon": "ok",
        },
    }


def _reads_only(context: dict[str, Any]) -> dict[str, str] | None:
    """Return what to say on the desk of a person who only reads, on which nothing can ever wait."""
    if any(context[part] for part in ("stats", "idle", "dated", "asked", "recent", "channels")):
        return None
    return {
        "title": "您的岗位没有待办事项",
        "text": "可以在列表中查看、筛选您权限范围内的信访件。",
        "url": reverse("cases:list"),
        "label": "查看信访件",
        "icon": "list",
    }


_BY_ACCESS = {
    "title": "您有临时查阅的授权",
    "text": "可以在列表中查看授权范围内的信访件；起止日期和用途见“临时查阅”。",
    "url": reverse_lazy("cases:list"),
    "label": "查看信访件",
    "icon": "eye",
}


def _channels(staff: Staff) -> list[dict[str, str]]:
    if not holdings(staff, Act.REGISTER):
        return []
    return intake_buttons()


def _greeting(staff: Staff) -> str:
    hour = localtime(now()).hour
    part = "早上" if hour < 9 else "上午" if hour < 12 else "下午" if hour < 18 else "晚上"
    return f"{part}好，{staff.name}"
