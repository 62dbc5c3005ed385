"""What senders say of the cases of the leak scene."""

import json
from typing import Any

from cases.models import Case
from organizations.models import Staff
from reception.models import (
    Comparison,
    Difference,
    DifferenceState,
    Differs,
    PassedOn,
    PassedOnState,
    Sender,
    SenderKind,
    SenderState,
)
from tests.cast import START


def told_by_a_sender(case: Case, said: str, letter: str, by: Staff, at: dict[str, Any]) -> None:
    """A number of a sender's, and a list of its that says otherwise, with the words of the case in its line."""
    name = f"渠道{letter}"
    sender = Sender.objects.create(**at, state=SenderState.ACTIVE, name=name, kind=SenderKind.OTHER, source=name)
    named = {"sender": sender, "number": f"{letter}号{said}"[:80]}
    PassedOn.objects.create(**at, **named, state=PassedOnState.LINKED, case=case, linked_on=START, linked_by=by)
    days = {"since": START, "until": START, "made_on": START, "rows": 1, "file_name": name}
    listed = Comparison.objects.create(**at, state="made", sender=sender, made_by=by, **days)
    kept = {"what": Differs.CONTENT, "row": kept_words(said), "note": said, "found_on": START}
    Difference.objects.create(**at, **named, state=DifferenceState.OPEN, comparison=listed, case=case, **kept)


def kept_words(said: str) -> str:
    """A line of a list as it is kept, with these words in it."""
    party = {"name": said}
    line = {"subject": said, "content": said, "kind": "appeal", "party": party, "received_on": "", "report_by": None}
    return json.dumps(line, ensure_ascii=False)


def passed_on_keys(case: Case) -> dict[str, Any]:
    """The records of senders, by the names of the addresses."""
    return {
        "sender_id": Sender.objects.filter(passed_on__case=case).first(),
        "passed_on_id": PassedOn.objects.filter(case=case).first(),
        "comparison_id": Comparison.objects.filter(differences__case=case).first(),
        "difference_id": Difference.objects.filter(case=case).first(),
    }
