"""The ways out of the procedure: each with its grounds, its letter, its service and its end (Art. 19, 22, 31, 36)."""

from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.lists.waiting import Waiting, listed
from cases.models import Case
from law.endings import Retention
from law.matters import Destination
from law.vocabulary import Act, Duty, Kind, Letter, Path, ServiceMethod, State
from tests.cases.exits import COURT, NA, NLA, approve, fresh
from tests.cases.refusals import refused_on_leg
from tests.cast import Cast
from tests.walks import Walk, clock, code, commission, refer, walk_to


def told_and_closed(walk: Walk, teller: Any, closer: Any) -> None:
    """No window: once told, it can be closed the same day; before, it cannot."""
    assert refused_on_leg(walk, Act.CLOSE, closer).code == "notice_missing"
    walk.on_leg(Act.NOTIFY, teller, later=1, method=ServiceMethod.POST)
    walk.on_leg(Act.CLOSE, closer)
    assert walk.case.state == State.CLOSED


def test_nothing_that_left_the_procedure_is_archived_before_the_petitioner_was_told(cast: Cast):
    walk = fresh(cast)
    walk.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **NLA)
    approve(walk)
    kept = {"retention": Retention.TEN_YEARS}
    assert refused_on_leg(walk, Act.ARCHIVE, cast.bureau_head, **kept).code == "notice_missing"
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.POST)
    walk.on_leg(Act.ARCHIVE, cast.bureau_head, **kept)
    assert walk.case.state == State.ARCHIVED


def test_not_accepting_names_ground_and_where_to_go_and_owes_a_notice_only(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.NOT_ACCEPT, cast.town_handler, later=1, **NA)
    assert walk.leg.state == State.EXIT_PENDING
    assert not walk.leg.documents.filter(kind=Letter.NON_ACCEPTANCE_NOTICE).exists()
    walk.on_leg(Act.APPROVE_EXIT, cast.town_head, later=1)
    assert walk.leg.state == State.NOT_ACCEPTED
    letter = walk.leg.documents.get(kind=Letter.NON_ACCEPTANCE_NOTICE)
    for part in ("云河区人民法院", "第三十一条第一项", "您已向法院起诉", "老王"):
        assert part in letter.content
    running = set(walk.leg.clocks.filter(met_on=None, waived_on=None, ended_on=None).values_list("duty", flat=True))
    assert running == {Duty.NOTICE_REFERRED_15D}
    told_and_closed(walk, cast.town_head, cast.town_head)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).met_on == walk.on


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"where": " "}, "exit_incomplete"),
        ({"ground": "NLA_AFTER_REVIEW"}, "ground_unfit"),
        ({"ground": "NA_BYPASS_LEVEL"}, "ground_not_granted"),  # a local one, off by default
        ({"ground": "NA_NOT_COMPETENT"}, "ground_unfit"),  # a referred matter is objected to
    ],
)
def test_not_accepting_without_its_grounds_is_refused(cast: Cast, changes: dict[str, str], expected: str):
    walk = walk_to(cast, State.REFERRED)
    said = refused_on_leg(walk, Act.NOT_ACCEPT, cast.town_head, **{**NA, **changes})
    assert said.code == expected
    assert said.message.endswith("。")


def test_a_unit_not_competent_for_what_came_to_it_directly_says_where_to_go(cast: Cast):
    walk = walk_to(cast, State.RECEIVED)
    walk.on_leg(Act.NOT_ACCEPT, cast.town_head, **{**NA, "ground": "NA_NOT_COMPETENT", "where": "云河区住建局"})
    approve(walk)
    told_and_closed(walk, cast.town_head, cast.town_head)
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).met_on == walk.on


def test_a_diversion_says_body_limit_and_how_and_ends_the_sixty_days(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.DIVERT, cast.town_head, later=1, **COURT)
    assert walk.leg.state == State.DIVERTED
    sixty = clock(walk.case, Duty.HANDLE_60D)
    assert (sixty.met_on, sixty.ended_on, sixty.ended_by) == (None, walk.on, Act.DIVERT)
    letter = walk.leg.documents.get(kind=Letter.DIVERSION_NOTICE)
    for part in ("云河区人民法院", "6个月", "60日", "《行政诉讼法》第四十六条"):
        assert part in letter.content
    assert set(walk.case.demands.values_list("path", flat=True)) == {Path.JUDICIAL}
    told_and_closed(walk, cast.town_handler, cast.town_head)


def test_path_six_is_answered_here_and_an_accusation_is_no_matter_for_a_diversion(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    said = refused_on_leg(walk, Act.DIVERT, cast.town_head, **{**COURT, "path": Path.PETITION_PROCEDURE})
    assert (said.code, said.article) == ("path_unfit", "第三十一条第六项")
    duty = refused_on_leg(walk, Act.DIVERT, cast.town_head, **{**COURT, "path": Path.STATUTORY_DUTY})
    assert (duty.code, duty.article) == ("path_unfit", "第三十一条第五项"), "the organ performs it or answers"
    walk = walk_to(cast, State.REFERRED, demands=[DemandInput("修路"), DemandInput("建议设红绿灯", Kind.SUGGESTION)])
    assert "第2项（建议意见）" in refused_on_leg(walk, Act.DIVERT, cast.town_head, **COURT).message


def test_a_commissioned_leg_that_leaves_the_procedure_still_reports_back(cast: Cast):
    walk = walk_to(cast, State.REFERRED, first=commission)
    walk.on_leg(Act.DIVERT, cast.town_head, **COURT)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.IN_PERSON)
    assert refused_on_leg(walk, Act.CLOSE, cast.town_head).code == "report_missing"
    walk.on_leg(Act.REPORT_CONCLUSION, cast.town_head, text="已导入诉讼。")
    assert "已导入法定途径" in walk.leg.documents.get(kind=Letter.CONCLUSION_REPORT).content
    walk.on_leg(Act.CLOSE, cast.town_head)


def test_the_same_facts_after_review_are_registered_and_answered_by_a_notice(cast: Cast):
    walk = fresh(cast)
    assert code(walk.act, Act.NO_LONGER_ACCEPT, cast.bureau_head, **{**NLA, "earlier": ""}) == "exit_incomplete"
    assert (
        code(walk.act, Act.NO_LONGER_ACCEPT, cast.bureau_head, **{**NLA, "ground": "NA_LITIGATION"}) == "ground_unfit"
    )
    assert code(walk.act, Act.NO_LONGER_ACCEPT, cast.clerk, **NLA) == "not_permitted"
    walk.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, later=1, **NLA)
    assert clock(walk.case, Duty.DISPATCH_15D).running
    approve(walk, later=1)
    assert (walk.case.state, walk.leg.unit) == (State.NO_LONGER_ACCEPTED, cast.bureau)
    assert clock(walk.case, Duty.DISPATCH_15D).ended_on == walk.on
    assert "云市信核〔2025〕7号" in walk.leg.documents.get(kind=Letter.NO_LONGER_ACCEPTED_NOTICE).content
    told_and_closed(walk, cast.router, cast.router)


def test_only_appeals_are_no_longer_accepted(cast: Cast):
    walk = fresh(cast, DemandInput("建议设红绿灯", Kind.SUGGESTION))
    assert code(walk.act, Act.NO_LONGER_ACCEPT, cast.bureau_head, **{**NLA, "demands": [1]}) == "kind_unfit"


def test_whom_one_cannot_write_to_need_not_be_told_before_closing(cast: Cast):
    walk = fresh(cast, anonymous=True, parties=[])
    walk.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **NLA)
    approve(walk).on_leg(Act.CLOSE, cast.router)
    assert Case.objects.get(pk=walk.case.pk).state == State.CLOSED


def test_a_side_exit_is_shown_on_the_page_and_to_programs(cast: Cast):
    from cases.api.shapes import case_answer
    from cases.presenting.page import case_page
    from cases.reading.read import read_case

    walk = walk_to(cast, State.REFERRED, first=refer)
    walk.on_leg(Act.NOT_ACCEPT, cast.town_head, **NA)
    file = read_case(walk.case.pk, by=cast.town_head, on=walk.on)
    lines = {line["label"]: line for line in case_page(file, walk.on, cast.dispatcher)["legs"][0]["lines"]}
    assert lines["去向"]["value"] == "云河区人民法院"
    assert lines["不予受理"]["note"] == "您已向法院起诉。"
    [leg] = case_answer(file)["legs"]
    assert (leg["exit"]["ground"], leg["exit"]["body"]) == ("NA_LITIGATION", "云河区人民法院")


def test_the_desk_counts_what_is_still_to_be_told_received_or_decided(cast: Cast):
    walk = fresh(cast)
    given = {**NLA, "demands": [1]}
    walk.act(Act.NO_LONGER_ACCEPT, cast.bureau_head, **given)
    approve(walk)
    out = {"destination": Destination.OTHER_BODY, "body": "省铁路局", "reason": "x"}
    walk.act(Act.TRANSFER_OUT, cast.coordinator, demands=[2], **out)
    objected = walk_to(cast, State.OBJECTION_PENDING)
    kinds = (Waiting.EXIT_NOTICE, Waiting.TRANSFER, Waiting.OBJECTION, Waiting.ARBITRATION)
    found = [[case.pk for case in listed(cast.router, what, objected.on)] for what in kinds]
    assert found == [[walk.case.pk], [walk.case.pk], [objected.case.pk], []]
    walk.leg = walk.case.legs.get(state=State.NO_LONGER_ACCEPTED)
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.POST)
    walk.leg = walk.case.legs.get(state=State.TRANSFERRED_OUT)
    walk.on_leg(Act.NOTIFY, cast.router, method=ServiceMethod.POST)
    assert not listed(cast.router, Waiting.EXIT_NOTICE, objected.on)
    assert not listed(cast.town_head, Waiting.OBJECTION, objected.on)
