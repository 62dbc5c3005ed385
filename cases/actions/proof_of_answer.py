"""What a report upward says of the answer: how it was served, what the petitioner says of it, what goes along (Art. 22)."""

from typing import Any

from django.db.models import QuerySet

from cases.models import Case, Document, Leg
from law.answers import ANSWERS
from law.remedies import OPINIONS
from law.service import EXIT_NOTICES
from law.vocabulary import Letter, State
from organizations.papers.serving import service_words

_TOLD = frozenset({*ANSWERS, *OPINIONS, *EXIT_NOTICES, Letter.MEDIATION_AGREEMENT})
_UNSAID = "截至报告之日，没有登记到信访人的明确意见。"
_ASKED = {
    State.REEXAMINING: "信访人不服处理意见，已经请求复查。",
    State.REEXAM_DECIDED: "信访人不服处理意见，已经复查。",
    State.REVIEWING: "信访人不服复查意见，已经请求复核。",
    State.REVIEW_DECIDED: "信访人不服复查意见，已经复核。",
}


def proof_of_answer(leg: Leg, view: str) -> dict[str, Any]:
    """Return the words of a report that are told from the records; a rating is none of them, it is not the unit's to see."""
    said = f"信访人意见：{view.strip()}" if view.strip() else _ASKED.get(State(leg.state), _UNSAID)
    return {**_proof(leg.documents.all()), "view_said": said}


def proof_of_answers(case: Case, view: str) -> dict[str, Any]:
    """Return the same of every leg of a case, for the body above; what the petitioner says of it was asked."""
    return {**_proof(case.documents.all()), "view_said": f"信访人意见：{view}"}


def _proof(documents: QuerySet[Document]) -> dict[str, Any]:
    letters = list(documents.filter(kind__in=_TOLD).prefetch_related("services").order_by("id"))
    receipts = ["送达回证"] if any(letter.services.all() for letter in letters) else []
    return {
        "service_said": "\n".join(map(_served, letters)) or "没有需要送达的文书。",
        "enclosures": [*(f"{letter.get_kind_display()}（{letter.number}）" for letter in letters), *receipts],
    }


def _served(letter: Document) -> str:
    sent = "；".join(service_words(service) for service in letter.services.all())
    return f"{letter.get_kind_display()}（{letter.number}）：{sent or '还没有登记送达'}。"
