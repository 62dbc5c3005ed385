"""What the portal holds of the cases of the leak scene."""

from typing import Any
from uuid import uuid4

from cases.models import Case
from organizations.models import Staff
from reception.models import (
    AssistedFiling,
    CitizenWord,
    ContactState,
    OnlineFiling,
    QueryCode,
    ReadBack,
    WordKind,
    WordState,
)
from tests.cast import START


def hang_portal(case: Case, letter: str, said: str, by: Staff) -> None:
    """Hang an online filing, a code and a question on a case; reports of retaliation have tests of their own."""
    at, party = {"district": case.district, "unit": case.unit, "case": case}, case.parties.first()
    key = party.pk if party else 0
    filed = {"form": letter * 64, "notice": "2026-12", "filed_on": START, "answer": said}
    OnlineFiling.objects.create(**at, state=ContactState.TO_ASK, party=key, **filed)
    AssistedFiling.objects.create(
        **at, state="confirmed", helper=by, read_back=ReadBack.ALOUD, witness=said, filed_on=START
    )
    QueryCode.objects.create(case=case, party=key, digest=letter * 64)
    word = {"kind": WordKind.QUESTION, "state": WordState.OPEN, "text": said, "answer": said, "said_on": START}
    CitizenWord.objects.create(**at, party=key, form=uuid4(), **word)


def portal_keys(case: Case) -> dict[str, Any]:
    """The records of the portal, by the names of the addresses."""
    return {
        "filing_id": OnlineFiling.objects.filter(case=case).first(),
        "assisted_id": AssistedFiling.objects.filter(case=case).first(),
        "word_id": CitizenWord.objects.filter(case=case).first(),
    }
