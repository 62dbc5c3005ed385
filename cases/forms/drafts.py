"""Half-typed forms, sealed, seen by nobody but who typed them; those of a record only while he may read the record."""

import json
from collections.abc import Mapping

from cases.models import Draft
from law.errors import Refused
from organizations.models import Staff
from organizations.models.record import Record
from organizations.recording import record_not_found
from organizations.today import now

MOST_DRAFTS = 50
Typed = dict[str, list[str]]


def keep_draft(staff: Staff, form: str, typed: Mapping[str, list[str]], *, title: str = "") -> Draft:
    """Keep what a person has typed into a form so far. Raises Refused too_many_drafts."""
    mine = Draft.objects.filter(staff=staff)
    if mine.count() >= MOST_DRAFTS and not mine.filter(form=form).exists():
        raise Refused("too_many_drafts", f"草稿已有{MOST_DRAFTS}份，没有再存。请先在工作台登记或者丢掉一些。")
    words = {"title": title, "data": json.dumps(typed, ensure_ascii=False), "updated_at": now()}
    draft, _ = Draft.objects.update_or_create(staff=staff, form=form, defaults=words)
    return draft


def kept_draft(staff: Staff, form: str) -> tuple[Draft, Typed] | None:
    """Return this person's draft of a form with what was typed, None where there is none."""
    draft = Draft.objects.filter(staff=staff, form=form).first()
    return (draft, json.loads(draft.data)) if draft else None


def forget_draft(staff: Staff, form: str) -> None:
    """Forget a draft: its form went through."""
    Draft.objects.filter(staff=staff, form=form).delete()


def form_on(record: Record, step: str, *, by: Staff) -> str:
    """Return the name of the form of a step on one record, to keep its draft under.

    Raises Refused not_found: the person may not read the record, and what he typed on it stays shut with it.
    """
    if not record.may_be_read_by(by):
        raise record_not_found()
    return f"{record._meta.label_lower}:{record.pk}:{step}"
