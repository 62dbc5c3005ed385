"""A letter that asks for land and accuses the head of 柳湾村, and who can see what of it."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.models import Case, FollowUp
from cases.record.notices import make_notices
from law.errors import Refused
from law.vocabulary import Act, Kind
from organizations.models import Staff, Unit
from tests.cast import PEOPLE, START, Cast, register
from tests.walks import Walk

LAND, THEFT = "要回承包地两亩", "金村长侵吞补偿款"
ASKS = [DemandInput(LAND), DemandInput(THEFT, Kind.ACCUSATION)]
OFFICERS = {"system_admin", "security_admin", "auditor"}


def letter(cast: Cast, *, link: bool = True, **changes: Any) -> Case:
    """A letter that asks for land and accuses the head of 柳湾村."""
    accused = RespondentInput("金村长", "村主任", cast.village.pk if link else None, demands=(2,))
    content = f"{LAND}。{THEFT}，三万元进了自己口袋。"
    return register(cast, content=content, demands=ASKS, respondents=[accused], **changes)


def seeing(cast: Cast, case: Case) -> set[str]:
    return {name for name in PEOPLE if sees(getattr(cast, name), case)}


def sees(person: Staff, case: Case) -> bool:
    return Case.objects.visible_to(Staff.objects.get(pk=person.pk)).filter(pk=case.pk).exists()


def reads_sealed(person: Staff, case: Case) -> bool:
    row = Case.objects.visible_to(person).with_sealed_open(person).get(pk=case.pk)
    return bool(vars(row)["sealed_open"])


def refusal(act: Act, case: Case, **arguments: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        ACTIONS[act](case.pk, on=START, **arguments)
    return refused.value


def refer_land(cast: Cast, case: Case, unit: Unit | None = None) -> Walk:
    """Refer the land question alone, with an extract."""
    walk = Walk(cast, case)
    where = unit or cast.town
    walk.act(Act.REFER, cast.router, unit=where, demands=[1], reason="属地", extract="请求返还承包地")
    return walk.go_on_at(where, cast.town_head, cast.town_handler)


def tell_all(case: Case) -> None:
    for follow_up in FollowUp.objects.filter(event__case=case):
        make_notices(follow_up.event)
