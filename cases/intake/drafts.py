"""Unfinished intakes: sealed, each under its request key, seen by nobody but who typed them."""

from uuid import UUID

from cases.forms.drafts import forget_draft, keep_draft, kept_draft
from cases.lists.desk import INTAKE_DRAFT
from cases.models import Draft
from law.vocabulary import Channel
from organizations.models import Staff

_WORDS = ("subject", "content")
_LEFT_EMPTY = frozenset({"channel", "received_on", "parties-role", "parties-id_type", "demands-kind", "demands-path"})


def save_intake(staff: Staff, key: UUID, typed: dict[str, list[str]]) -> Draft | None:
    """Keep what was typed under its key; nothing where nothing was typed. Raises Refused too_many_drafts."""
    if not any(value.strip() for name, values in typed.items() if name not in _LEFT_EMPTY for value in values):
        return None
    return keep_draft(staff, f"{INTAKE_DRAFT}{key}", typed, title=_title(typed))


def load_intake(staff: Staff, key: UUID) -> tuple[Draft, dict[str, list[str]]] | None:
    """Return this person's draft under a key with what was typed, None where there is none."""
    return kept_draft(staff, f"{INTAKE_DRAFT}{key}")


def drop_intake(staff: Staff, key: UUID) -> None:
    """Forget a draft: it was registered."""
    forget_draft(staff, f"{INTAKE_DRAFT}{key}")


def key_of_draft(draft: Draft) -> str:
    """Return the request key that a draft was kept under."""
    return draft.form.removeprefix(INTAKE_DRAFT)


def _title(typed: dict[str, list[str]]) -> str:
    code = (typed.get("channel") or [""])[0]
    channel = next((each.label for each in Channel if each == code), "登记")
    said = next((v.strip() for name in _WORDS for v in typed.get(name, []) if v.strip()), "")
    return f"{channel}：{said[:40] or '还没写内容'}"
