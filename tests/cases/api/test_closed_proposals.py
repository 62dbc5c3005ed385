"""What closes a proposal at the desk, or sending on without one: hidden on the page, said with its reason, refused by every door."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from law.matters import Destination
from law.vocabulary import Act
from organizations.models import Staff
from tests.cases.api.closed import assert_closed
from tests.cases.proposals import REFERRAL
from tests.cast import START, Cast, register
from tests.walks import Walk

OUT = {"demands": [1], "destination": Destination.OTHER_BODY, "body": "省铁路局", "reason": "x"}
AGREED = {"agree": True, "leader": "卫区长", "instruction": "同意", "instructed_on": START}


def registered(cast: Cast) -> Walk:
    return Walk(cast, register(cast))


def urgent(cast: Cast) -> Walk:
    return Walk(cast, register(cast, urgent=True))


def proposed_by_the_head(cast: Cast) -> Walk:
    walk = registered(cast)
    walk.act(Act.PROPOSE_HANDLING, cast.bureau_head, demands=[1, 2], unit=cast.town, **REFERRAL)
    return walk


# What there is, who would do what, with what typed, and what closes it.
CLOSED: dict[str, tuple[Callable[[Cast], Walk], str, Act, dict[str, Any], str]] = {
    "urgent": (urgent, "router", Act.REFER, {"demands": [1], "reason": "x"}, "approval_wanted"),
    "out": (registered, "router", Act.TRANSFER_OUT, OUT, "approval_wanted"),
    "own": (proposed_by_the_head, "bureau_head", Act.APPROVE_PROPOSAL, {}, "own_request"),
    "own_paper": (proposed_by_the_head, "bureau_head", Act.RECORD_PAPER, AGREED, "own_request"),
    "nothing": (registered, "bureau_head", Act.APPROVE_PROPOSAL, {}, "nothing_proposed"),
    "no_return": (registered, "bureau_head", Act.RETURN_PROPOSAL, {"reason": "x"}, "nothing_proposed"),
    "no_withdrawal": (registered, "router", Act.WITHDRAW_PROPOSAL, {}, "nothing_proposed"),
    "twice": (proposed_by_the_head, "router", Act.PROPOSE_HANDLING, {**REFERRAL, "demands": [1]}, "proposed_already"),
}


@pytest.mark.parametrize("name", CLOSED)
def test_what_a_condition_closes_is_hidden_explained_and_refused_alike(
    cast: Cast, calendar: Callable[[date], None], name: str
):
    prepare, who, act, typed, code = CLOSED[name]
    walk, by = prepare(cast), Staff.objects.get(username=who)
    calendar(walk.on)
    sent = {"unit": cast.gov} if act in (Act.REFER, Act.PROPOSE_HANDLING) else {}
    key = {} if act in (Act.REFER, Act.TRANSFER_OUT, Act.PROPOSE_HANDLING) else {"proposal": 1}
    assert_closed(walk, by, act, {**typed, **sent, **key}, code)
