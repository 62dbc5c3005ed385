"""Refusing to re-examine, taking it back, and who may decide, through both doors alike (Art. 35, 36)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from law.vocabulary import Act, Duty, State
from tests.cases.api.both_doors import DOORS
from tests.cases.remedies import answered
from tests.cases.remedies_by_hand import asked_late
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.remedy_walks import DRAFT, decider, drafter
from tests.walks import clock, walk_to

Turn = Callable[[date], None]


@DOORS
def test_a_request_is_refused_on_a_proven_ground_and_taken_up_again(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REEXAMINING)
    calendar(walk.on)
    code, message, article = door(decider(cast), Act.REFUSE_REMEDY, walk, ground="late", reason="研究后决定")
    assert (code, article) == ("no_ground", "第三十五条")
    assert "没有逾期" in message
    asked_late(walk.leg)
    assert door(decider(cast), Act.REFUSE_REMEDY, walk, ground="agreed", reason="r")[0] == "ground_unproven"
    assert door(decider(cast), Act.REFUSE_REMEDY, walk, ground="late", reason="理由不成立")[0] == "done"
    assert "逾期且没有正当理由：理由不成立" in Person(decider(cast)).page(walk.refresh().case).content.decode()
    dialog = Person(decider(cast)).dialog(Act.READMIT_REMEDY, walk.case, leg=walk.leg).content.decode()
    assert "届满" in dialog
    assert door(decider(cast), Act.READMIT_REMEDY, walk, reason="病历属实")[0] == "done"
    assert (walk.refresh().leg.state, clock(walk.case, Duty.REEXAM_30D).running) == (State.REEXAMINING, True)
    assert "原不予受理已经撤销：病历属实" in Person(decider(cast)).page(walk.case).content.decode()


@DOORS
def test_only_a_real_superior_is_chosen_and_the_refusal_names_the_others(cast: Cast, calendar: Turn, door: Any):
    walk = answered(cast)
    calendar(walk.on)
    shown = Person(cast.clerk).dialog(Act.REQUEST_REEXAMINATION, walk.case, leg=walk.leg).content.decode()
    assert "可以选择：云河区人民政府。" in shown
    asked = {"request": "没有写清", "unit": cast.housing.pk}
    code, message, article = door(cast.clerk, Act.REQUEST_REEXAMINATION, walk, **asked)
    assert (code, article) == ("unit_unfit", "第三十五条")
    assert "可以选择：云河区人民政府。" in message


@DOORS
def test_a_bare_revocation_is_refused(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.REEXAMINING)
    calendar(walk.on)
    typed = {"decision": "revoke", **DRAFT}
    assert door(drafter(cast), Act.DRAFT_REMEDY, walk, **typed)[0] == "revocation_bare"
    assert door(drafter(cast), Act.DRAFT_REMEDY, walk, followed_by="change", **typed)[0] == "done"
    assert (
        "结果：撤销并变更"
        in Person(decider(cast)).dialog(Act.DECIDE_REEXAMINATION, walk.refresh().case, leg=walk.leg).content.decode()
    )
