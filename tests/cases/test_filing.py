"""存查: only what asks for nothing, by its ground, signed by a second person, undone by one act (Art. 22, 25, 29, 30)."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Case
from law.filing import FilingGround
from law.vocabulary import Act, Duty, Kind, Path, State
from tests.cases.exits import THANKS, fresh, own_leg, thanking
from tests.cases.refusals import refused
from tests.cast import Cast, register
from tests.walks import Walk, clock, code


def test_what_asks_for_nothing_is_filed_once_another_signs(cast: Cast):
    walk = thanking(cast)
    walk.act(Act.FILE_ONLY, cast.router, **THANKS)
    assert (own_leg(walk).leg.state, clock(walk.case, Duty.DISPATCH_15D).running) == (State.EXIT_PENDING, True)
    assert code(walk.on_leg, Act.APPROVE_EXIT, cast.router) == "not_permitted"
    walk.on_leg(Act.APPROVE_EXIT, cast.bureau_head, later=1)
    found = clock(walk.case, Duty.DISPATCH_15D)
    assert (walk.case.state, found.met_on, found.ended_on) == (State.FILED, None, walk.on)
    assert not walk.leg.documents.exists()


NEVER: dict[str, tuple[DemandInput, dict[str, Any], str]] = {
    "appeal": (DemandInput("修路"), {}, "第三十一条"),
    "suggestion": (DemandInput("建议设红绿灯", Kind.SUGGESTION), {}, "第二十九条"),
    "accusation": (
        DemandInput("收钱", Kind.ACCUSATION),
        {"respondents": [RespondentInput("某老板", outside=True)]},
        "第三十条",
    ),
    "court": (DemandInput("不服判决", Kind.NONE, Path.JUDICIAL), {}, "第二十二条第二款"),
    "danger": (DemandInput("不想活了", Kind.NONE), {"urgent": True}, "第二十五条"),
}


@pytest.mark.parametrize("name", NEVER)
@pytest.mark.parametrize("ground", [FilingGround.THANKS, FilingGround.OTHER])
def test_what_a_named_person_asks_is_never_filed(cast: Cast, name: str, ground: FilingGround):
    demand, more, article = NEVER[name]
    walk = fresh(cast, demand, **more)
    said = refused(walk.act, Act.FILE_ONLY, cast.router, demands=[1], ground=ground, reason="x")
    assert (said.code, said.article) == ("file_unfit", article)
    assert Case.objects.get(pk=walk.case.pk).state == State.REGISTERED


def test_any_other_ground_wants_its_reason(cast: Cast):
    walk = fresh(cast, DemandInput("匿名骂人"), anonymous=True, parties=[])
    given = {"demands": [1], "ground": FilingGround.OTHER}
    assert code(walk.act, Act.FILE_ONLY, cast.router, **given) == "exit_incomplete"
    walk.act(Act.FILE_ONLY, cast.router, **given, reason="只有辱骂，没有可以核实的线索")
    assert walk.case.state == State.EXIT_PENDING


def test_an_exact_duplicate_names_the_case_that_goes_on(cast: Cast):
    first, again = register(cast), fresh(cast)
    given = {"demands": [1, 2], "ground": FilingGround.DUPLICATE}
    stranger = register(cast, parties=[], anonymous=True)
    for number, why in (("", "ground_unproven"), ("x", "case_unknown"), (stranger.number, "not_same_matter")):
        assert code(again.act, Act.FILE_ONLY, cast.router, **given, duplicate_of=number) == why
    again.act(Act.FILE_ONLY, cast.router, **given, duplicate_of=first.number)
    assert own_leg(again).leg.exit.earlier == first.number
    # Neither is filed for the sake of the other.
    back = Walk(cast, first)
    said = refused(back.act, Act.FILE_ONLY, cast.router, **given, duplicate_of=again.case.number)
    assert said.code == "not_same_matter"


def test_a_filing_is_undone_by_one_act_with_the_old_dispatch(cast: Cast):
    walk = thanking(cast)
    start = clock(walk.case, Duty.DISPATCH_15D).starts_on
    walk.act(Act.FILE_ONLY, cast.router, **THANKS)
    own_leg(walk).on_leg(Act.APPROVE_EXIT, cast.bureau_head)
    walk.on_leg(Act.REOPEN_EXIT, cast.bureau_head, later=30, reason="信封里还有一页请求")
    found = clock(walk.case, Duty.DISPATCH_15D)
    assert (walk.case.state, found.running, found.starts_on) == (State.REGISTERED, True, start)
