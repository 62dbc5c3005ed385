"""What the frame of every page shows: the navigation, who is here, the training date."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right, Role
from organizations.today import today

CASE_LIST = "cases:list"
# The list opens to whoever reads cases at all; who keeps the sealed ones reads only those.
_READS = (Right.SEE, Right.SEE_SEALED)


@dataclass(frozen=True)
class Entry:
    """One entry of the navigation; ``needs`` (any of them) empty: for every member of staff; ``also``: pages that belong to it."""

    label: str
    url_name: str
    icon: str
    needs: tuple[Act | Right, ...] = ()
    group: str = ""
    training_only: bool = False
    also: tuple[str, ...] = ()


ENTRIES = (
    Entry("工作台", "cases:desk", "desk"),
    Entry("登记", "cases:intake", "intake", needs=(Act.REGISTER,)),
    Entry("信访件", CASE_LIST, "list", needs=_READS, also=("cases:case",)),
    Entry("当天文书", "cases:day_letters", "book", needs=(Act.REFER, Act.NOTIFY)),
    Entry("扫码送达", "cases:scan", "letter", needs=(Act.NOTIFY, Act.RECORD_RETURN), also=("cases:scanned",)),
    Entry("按人查询", "cases:look_up", "search", needs=(Right.LOOK_UP,)),
    Entry("期限一览", "cases:clocks", "clock", needs=_READS),
    Entry("重大紧急日报", "cases:urgent_day", "flag", needs=_READS),
    Entry(
        "人民建议征集",
        "cases:collections",
        "chat",
        also=("cases:collection", "cases:collection_new", "cases:collection_edit", "cases:collection_result"),
    ),
    Entry("权限一览", "permissions", "shield", group="系统"),
    Entry("文书模板", "cases:letter_templates", "book", needs=(Right.MANAGE_UNITS,), also=("cases:letter_template",)),
    Entry("期限标准", "limits", "book"),
    Entry("期限计算器", "calculator", "calendar"),
    Entry("我的账号", "account", "person"),
    Entry("演示日期", "training", "calendar", training_only=True),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give base.html its frame; nothing is read before a template asks, so error pages need no database."""
    return {
        "nav": SimpleLazyObject(lambda: _nav(request)),
        "who": SimpleLazyObject(lambda: _who(request)),
        "search_url": SimpleLazyObject(lambda: _search_url(request)),
        "banners": SimpleLazyObject(lambda: _banners(request)),
    }


def _staff(request: HttpRequest) -> Staff | None:
    user = getattr(request, "user", None)
    return user if isinstance(user, Staff) else None


def _nav(request: HttpRequest) -> list[dict[str, Any]]:
    staff = _staff(request)
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        {
            "label": entry.label,
            "url": reverse(entry.url_name),
            "icon": entry.icon,
            "active": here in (entry.url_name, *entry.also),
            "count": None,
            "group": entry.group,
        }
        for entry in ENTRIES
        if staff and _open_to(staff, entry)
    ]


def _open_to(staff: Staff, entry: Entry) -> bool:
    if entry.training_only and not settings.TRAINING:
        return False
    return not entry.needs or _holds_any(staff, entry.needs)


def _holds_any(staff: Staff, needs: tuple[Act | Right, ...]) -> bool:
    return any(holdings(staff, need) for need in needs)


def _who(request: HttpRequest) -> dict[str, Any] | None:
    staff = _staff(request)
    if staff is None:
        return None
    roles = [role.label for role in Role if role in staff.roles]
    return {"name": staff.name, "unit": staff.unit.name, "roles": roles}


def _search_url(request: HttpRequest) -> str:
    staff = _staff(request)
    return reverse(CASE_LIST) if staff and _holds_any(staff, _READS) else ""


def _banners(request: HttpRequest) -> list[dict[str, Any]]:
    if not settings.TRAINING or _staff(request) is None:
        return []
    day = today()
    words = f"演示环境：今天按{day.year}年{day.month}月{day.day}日计算。"
    return [{"text": words, "tone": "training", "icon": "calendar", "url": reverse("training"), "label": "拨快日期"}]
