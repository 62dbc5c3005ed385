"""The letters that issuing would make now: issuing is tried, the letters are read, and all of it is taken back."""

from datetime import date

from django.db import transaction

from cases.actions.answering import issue
from cases.models import Document, Leg
from cases.record.audiences import able
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.authority import may
from organizations.models import Staff

ARTICLE = "第三十二条"
DRAFTED = (State.IN_HANDLING, State.PENDING_SIGN_OFF)


class _TakenBack(Exception):
    """Ends the attempt."""


def drafts_of(leg: Leg, *, by: Staff, on: date) -> list[Document]:
    """Return the letters of the draft of a leg as they would be issued today; no number is taken and nothing is kept.

    Whoever asks may submit the draft or issue it; it is tried in the name of somebody who could issue it.
    Raises Refused: nobody_issues, and those of `issue`.
    """
    head = _who_issues(leg, by)
    known = [letter.pk for letter in leg.documents.all()]
    found: list[Document] = []
    try:
        with transaction.atomic():
            Leg.objects.filter(pk=leg.pk).update(state=State.PENDING_SIGN_OFF)
            issue(leg.case_id, leg_id=leg.pk, by=head, on=on)
            rows = Document.objects.readable_by(head).filter(case=leg.case_id, leg=leg.pk).exclude(pk__in=known)
            found = list(rows.select_related("unit", "case", "leg").order_by("pk"))
            raise _TakenBack
    except _TakenBack:
        return found


def assert_previews(leg: Leg, by: Staff) -> None:
    """Let only who submits or issues the draft of a leg read it as a letter. Raises Refused: not_permitted, wrong_state."""
    own = leg.handler_id == by.pk
    if not any(may(by, act, at=leg.unit, own=own) for act in (Act.SUBMIT, Act.ISSUE)):
        raise Refused("not_permitted", "审签稿只供承办人和审核签发的负责人查看。", ARTICLE)
    if leg.state not in DRAFTED:
        state = State(leg.state).label
        raise Refused("wrong_state", f"目前状态是“{state}”，没有等候送审、签发的审签稿。", ARTICLE)


def _who_issues(leg: Leg, by: Staff) -> Staff:
    drafted = {leg.handler_id, leg.submitted_by_id}
    asking = [by] if may(by, Act.ISSUE, at=leg.unit) else []
    head = next((each for each in (*asking, *able(Act.ISSUE, leg.unit)) if not each.both & drafted), None)
    if head is None:
        words = f"“{leg.unit.name}”除承办人以外没有可以审核签发的人，请先由系统管理员授权。"
        raise Refused("nobody_issues", words, ARTICLE)
    return head
