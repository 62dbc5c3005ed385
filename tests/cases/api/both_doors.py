"""One act through the page and through the REST door, told alike: what a test asks of both."""

from typing import Any

import pytest

from law.vocabulary import Act
from tests.cases.api.caller import Caller
from tests.cases.views.doors import Person, done
from tests.walks import Walk


def by_page(staff: Any, act: Act, walk: Walk, **typed: Any) -> tuple[str, str, str]:
    """Send the dialog; return code, sentence and article of the refusal, or "done"."""
    answer = Person(staff).send(act, walk.case, leg=walk.leg, **typed)
    if done(answer):
        return "done", "", ""
    refused = answer.refused
    return refused.code, refused.message, refused.article


def by_api(staff: Any, act: Act, walk: Walk, **typed: Any) -> tuple[str, str, str]:
    """Send the same to the REST door."""
    keys = {"leg_id": walk.leg.pk} if walk.leg else {}
    answer = Caller(staff).act(act, walk.case.pk, **keys, **typed)
    if answer.status_code == 200:
        return "done", "", ""
    said = answer.json()
    return said["code"], said["message"], said["article"]


DOORS = pytest.mark.parametrize("door", [by_page, by_api], ids=["page", "api"])
