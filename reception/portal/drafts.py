"""Drafts of the portal: kept only where somebody asks for it, sealed, found by a code of their own, purged when sent or out of date."""

import json
from datetime import date, timedelta
from typing import Any

from kit.sealed_fields import digest_of, digests_of
from law.errors import Refused
from organizations.today import today
from reception.models import PortalDraft
from reception.portal.codes import fresh_code, typed_code
from reception.portal.limits import FAILED_LOOK_UPS, assert_within, within

DAYS = 7
_TRIED = "从您所在的网络试错的次数太多，请{minutes}分钟后再试。"
# Never kept: the token of the page, what was agreed to (it is asked anew), and files.
_LEFT_OUT = ("csrfmiddlewaretoken", "agreed", "save", "draft")
_MOST = 60_000


def keep(typed: Any, on: date | None = None) -> str:
    """Keep what is typed so far and return the code by which it is found. Raises Refused draft_too_long."""
    said = {name: str(value) for name, value in typed.items() if name not in _LEFT_OUT}
    text = json.dumps(said, ensure_ascii=False)
    if len(text) > _MOST:
        raise Refused("draft_too_long", "内容太长，不能保存为草稿，请直接提交。")
    code = fresh_code()
    PortalDraft.objects.create(digest=_digest(code), typed=text, keep_until=(on or today()) + timedelta(days=DAYS))
    return code


def kept(code: str) -> dict[str, str]:
    """Return what was typed under a code. Raises Refused: draft_unknown, portal_too_often."""
    assert_within(FAILED_LOOK_UPS, _TRIED, count=False)
    row = _row(code)
    if row is None:
        within(FAILED_LOOK_UPS)
        raise Refused("draft_unknown", f"没有这份草稿，或者已经提交、已经超过{DAYS}日删除。")
    found: dict[str, str] = json.loads(row.typed)
    return found


def purge(code: str) -> None:
    """Delete a draft that was sent."""
    if code and (row := _row(code)):
        row.delete()


def purge_old(on: date) -> int:
    """Delete the drafts whose days are over, and return how many."""
    return PortalDraft.objects.filter(keep_until__lt=on).delete()[0]


def _row(code: str) -> PortalDraft | None:
    return PortalDraft.objects.filter(digest__in=digests_of(_joined(typed_code(code)))).first()


def _digest(code: str) -> str:
    return digest_of(_joined(code))


def _joined(code: str) -> str:
    return f"draft|{code}"
