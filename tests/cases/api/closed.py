"""An act that a condition closes: hidden on the page, said with its reason, refused alike by every door."""

from typing import Any

import pytest

from cases.doors.table import ACTIONS
from cases.reading.read import read_case
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from tests.cases.api.caller import Caller
from tests.cases.views.doors import Person
from tests.walks import Walk


def assert_closed(walk: Walk, by: Staff, act: Act, typed: dict[str, Any], code: str) -> None:
    """The act is closed with this code for this person, whichever way he comes."""
    keys = {"leg_id": walk.leg.pk} if walk.leg else {}
    file = read_case(walk.case.pk, by=by, on=walk.on)
    assert not [each for each in file.openings if each.act is act]
    [closed] = [each for each in file.closed if each.act is act]
    assert closed.refusal
    said = (closed.refusal.code, closed.refusal.message, closed.refusal.article)
    assert said[0] == code
    assert said[1].endswith("。")
    answer = Person(by).dialog(act, walk.case, leg=walk.leg)
    assert said[1] in answer.content.decode()
    told = Caller(by).act(act, walk.case.pk, **keys).json()
    assert (told["code"], told["message"], told["article"]) == said
    with pytest.raises(Refused) as refused:
        ACTIONS[act](walk.case.pk, by=by, on=walk.on, **keys, **typed)
    assert (refused.value.code, refused.value.message, refused.value.article) == said
