"""What the frame of every page shows: the navigation, who is here, the training date."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from cases.sight.accesses import reads_by_access
from kit.days import day_words
from kit.rooms import Entry, all_of
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right, Role
from organizations.today import today

CASE_LIST = "cases:list"
# The list opens to whoever reads cases at all; who keeps the sealed ones reads only those.
_READS = (Right.SEE, Right.SEE_SEALED)
# So many entries are read at a glance; beyond that groups are folded, the last first.
MOST_IN_SIGHT = 12
MOST_AT_THE_FOOT = 4
# What everybody needs seldom stands last.
LAST = "系统"


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give base.html its frame; nothing is read before a template asks, so error pages need no database."""
    nav = SimpleLazyObject(lambda: _nav(request))
    return {
        "nav": nav,
        "nav_first": SimpleLazyObject(lambda: _first(nav)),
        "who": SimpleLazyObject(lambda: _who(request)),
        "search_url": SimpleLazyObject(lambda: _search_url(request)),
        "banners": SimpleLazyObject(lambda: _banners(request)),
    }


def _staff(request: HttpRequest) -> Staff | None:
    user = getattr(request, "user", None)
    return user if isinstance(user, Staff) else None


def _nav(request: HttpRequest) -> list[dict[str, Any]]:
    """Return [{label, open, entries}]: the groups of work of all rooms, of each what this person may open."""
    staff = _staff(request)
    here = request.resolver_match.view_name if request.resolver_match else ""
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry in all_of("nav") if staff else ():
        if staff and _open_to(staff, entry):
            groups.setdefault(entry.group, []).append(_item(entry, here))
    named = [{"label": label, "open": True, "entries": entries} for label, entries in groups.items()]
    named.sort(key=lambda group: group["label"] == LAST)
    return _folded(named)


def _first(nav: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the entries of the phone's bottom bar."""
    return [entry for group in nav for entry in group["entries"]][:MOST_AT_THE_FOOT]


def _folded(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Fold the last group always, and of the others as many from the end as are too many; never where one is now."""
    for group in reversed(groups):
        seen = sum(len(each["entries"]) for each in groups if each["open"])
        if (group["label"] == LAST or seen > MOST_IN_SIGHT) and not any(entry["active"] for entry in group["entries"]):
            group["open"] = False
    return groups


def _item(entry: Entry, here: str) -> dict[str, Any]:
    return {
        "label": entry.label,
        "short": entry.short or entry.label,
        "url": reverse(entry.url_name),
        "icon": entry.icon,
        "active": here in (entry.url_name, *entry.also),
    }


def _open_to(staff: Staff, entry: Entry) -> bool:
    if entry.training_only and not settings.TRAINING:
        return False
    if not entry.needs or _holds_any(staff, entry.needs):
        return True
    return entry.besides is not None and entry.besides(staff)


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
    return reverse(CASE_LIST) if staff and (_holds_any(staff, _READS) or reads_by_access(staff)) else ""


def _banners(request: HttpRequest) -> list[dict[str, Any]]:
    staff = _staff(request)
    return [*_acting(staff), *_training()] if staff else []


def _acting(staff: Staff) -> list[dict[str, Any]]:
    if staff.hand is None:
        return []
    words = f"{staff.hand.name}正在代{staff.name}（{staff.unit.short_name}）办理，办理记录写明两个人的姓名。"
    return [{"text": words, "tone": "warning", "icon": "people", "url": reverse("account"), "label": "结束代办"}]


def _training() -> list[dict[str, Any]]:
    if not settings.TRAINING:
        return []
    words = f"演示环境：今天按{day_words(today())}计算。"
    return [{"text": words, "tone": "training", "icon": "calendar", "url": reverse("training"), "label": "拨快日期"}]
