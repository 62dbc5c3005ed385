"""Unfinished intakes: sealed, each under its request key, seen by nobody but who typed them."""

import json
from uuid import UUID

from cases.lists.desk import INTAKE_DRAFT
from cases.models import Draft
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.today import now

MOST_DRAFTS = 50
_WORDS = ("subject", "content")
_LEFT_EMPTY = frozenset({"channel", "received_on", "parties-role", "parties-id_type", "demands-kind", "demands-path"})


def save_intake(staff: Staff, key: UUID, typed: dict[str, list[str]]) -> Draft | None:
    """Keep what was typed under its key; nothing where nothing was typed. Raises Refused too_many_drafts."""
    if not any(value.strip() for name, values in typed.items() if name not in _LEFT_EMPTY for value in values):
        return None
    name = f"{INTAKE_DRAFT}{key}"
    mine = Draft.objects.filter(staff=staff)
    if mine.count() >= MOST_DRAFTS and not mine.filter(form=name).exists():
        raise Refused("too_many_drafts", f"草稿已有{MOST_DRAFTS}份，没有再存。请先在工作台登记或者丢掉一些。")
    words = {"title": _title(typed), "data": json.dumps(typed, ensure_ascii=False), "updated_at": now()}
    draft, _ = Draft.objects.update_or_create(staff=staff, form=name, defaults=words)
    return draft


def load_intake(staff: Staff, key: UUID) -> tuple[Draft, dict[str, list[str]]] | None:
    """Return this person's draft under a key with what was typed, None where there is none."""
    draft = Draft.objects.filter(staff=staff, form=f"{INTAKE_DRAFT}{key}").first()
    return (draft, json.loads(draft.data)) if draft else None


def drop_intake(staff: Staff, key: UUID) -> None:
    """Forget a draft: it was registered."""
    Draft.objects.filter(staff=staff, form=f"{INTAKE_DRAFT}{key}").delete()


def key_of_draft(draft: Draft) -> str:
    """Return the request key that a draft was kept under."""
    return draft.form.removeprefix(INTAKE_DRAFT)


def _title(typed: dict[str, list[str]]) -> str:
    code = (typed.get("channel") or [""])[0]
    channel = next((each.label for each in Channel if each == code), "登记")
    said = next((v.strip() for name in _WORDS for v in typed.get(name, []) if v.strip()), "")
    return f"{channel}：{said[:40] or '还没写内容'}"
