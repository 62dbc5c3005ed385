"""A unit that is no more: whatever refers to it is refused with its successor's name, and a repeat is offered to that one."""

from collections.abc import Callable
from datetime import date

import pytest

from cases.models import Case, Matter
from law.vocabulary import Act, State
from organizations.models import Unit
from tests.cases.api.caller import Caller
from tests.cases.reforming import CLOSING, fresh, reform
from tests.cases.views.doors import Person
from tests.cast import Cast, register
from tests.walks import walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
WORDS = "撤销，职权由“白沙镇人民政府”继续行使"


def test_a_repeat_goes_to_whoever_went_on_and_the_closed_unit_is_refused_at_both_doors(
    cast: Cast, on_day: Callable[[date], None]
):
    on_day(CLOSING)
    before, again = walk_to(cast, State.IN_HANDLING).case, register(cast)
    matter = Matter.objects.create(district=cast.area, subject="修路")
    Case.objects.filter(pk__in=[before.pk, again.pk]).update(matter=matter)
    reform(cast)
    router = fresh(cast.router)
    shown = Person(router).dialog(Act.REFER, again).content.decode()
    assert "首办单位已撤销，这是承接单位" in shown
    assert "白沙镇人民政府" in shown
    typed = {"unit": cast.town.pk, "demands": [1], "reason": "属地"}
    assert WORDS in Person(router).send(Act.REFER, again, **typed).content.decode()
    said = Caller(router).act(Act.REFER, again.pk, **typed).json()
    assert WORDS in said["fields"]["unit"][0]
    offered = Caller(router).get("/units/", q="青石镇").json()["results"]
    assert [each["name"] for each in offered] == []
    assert Unit.objects.get(pk=cast.town.pk).successor == cast.other_town
