"""Re-examination and review: the petitioner's windows, who decides, the opinions, and handling anew (Art. 35, 36)."""

from datetime import date

import pytest

from cases.actions.inputs import DemandInput
from cases.models import Case, Document, HandOff, Notice
from law.remedies import RemedyDecision
from law.vocabulary import Act, Duty, Kind, Letter, Movement, Outcome, Path, State
from organizations.models import Staff, Unit
from organizations.roles import Role
from tests.cases.accusing import sees, tell_all
from tests.cases.refusals import refused
from tests.cases.remedies import DAY, answered
from tests.cast import Cast
from tests.remedy_walks import CITY, DRAFT, city, decider, draft, drafter, receipt, request_reexamination
from tests.walks import Walk, accept, clock, follow, issue, serve, walk_to


# The request
def test_the_thirty_days_of_the_deciding_body_run_from_the_day_it_received_the_request(cast: Cast):
    walk = answered(cast)
    posted, arrived = walk.on + DAY, walk.on + 4 * DAY
    walk.on_leg(
        Act.REQUEST_REEXAMINATION, cast.clerk, later=5, request="没有写清", requested_on=posted, received_on=arrived
    )
    running = clock(walk.case, Duty.REEXAM_30D)
    assert (running.starts_on, running.due_on, running.unit) == (arrived, arrived + 30 * DAY, cast.gov)
    assert clock(walk.case, Duty.REEXAM_REQ_30D).met_on == posted
    assert walk.leg.state == State.REEXAMINING
    assert walk.leg.remedies.get().late is False


def test_a_request_posted_on_the_last_day_is_in_time_however_late_it_arrives(cast: Cast):
    walk = answered(cast)
    last = clock(walk.case, Duty.REEXAM_REQ_30D).due_on
    assert last
    walk.on = last + 6 * DAY
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.town_handler, request="x", requested_on=last)
    assert walk.leg.remedies.get().late is False


@pytest.mark.parametrize("closed", [False, True], ids=["answered", "closed"])
def test_a_late_request_needs_a_reason_and_the_deciding_body_admits_or_refuses_it(cast: Cast, closed: bool):
    walk = answered(cast)
    last = clock(walk.case, Duty.REEXAM_REQ_30D).due_on
    assert last
    walk.on = last + 3 * DAY
    if closed:
        walk.on_leg(Act.CLOSE, cast.town_head)
    said = refused(walk.on_leg, Act.REQUEST_REEXAMINATION, cast.clerk, request="x")
    assert (said.code, said.article) == ("window_lapsed", "第三十五条")
    assert f"{last}届满" in said.message
    assert "超过3日" in said.message
    walk.on_leg(Act.REQUEST_REEXAMINATION, cast.clerk, request="x", late_reason="住院一个月")
    remedy = walk.leg.remedies.get()
    assert (remedy.late, remedy.admitted_on, walk.leg.closed_on) == (True, None, None)
    draft(walk)
    assert walk.leg.remedies.get().admitted_on == walk.on


def test_only_what_goes_the_petition_way_is_re_examined(cast: Cast):
    demands = [DemandInput("查处违建", Kind.APPEAL, Path.STATUTORY_DUTY), DemandInput("多种树", Kind.SUGGESTION)]
    walk = Walk(cast, walk_to(cast, State.REGISTERED, demands=demands).case)
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    follow(walk, accept, lambda w: w.on_leg(Act.TAKE, w.head, handler=w.handler))
    walk.on_leg(Act.RECORD_INQUIRY, walk.handler, kind="heard_petitioner", text="听取")
    for number, outcome in ((1, Outcome.SUPPORT), (2, Outcome.ADOPTED)):
        words = {"facts": "f", "opinion": "o", "legal_basis": "l", "cause": "other"}
        walk.on_leg(Act.ANSWER, walk.handler, demand=number, outcome=outcome, **words)
    walk.on_leg(Act.SUBMIT, walk.handler)
    follow(walk, issue, serve)
    assert not Document.objects.filter(case=walk.case, kind=Letter.HANDLING_OPINION).exists()
    said = refused(walk.on_leg, Act.REQUEST_REEXAMINATION, cast.clerk, request="x")
    assert (said.code, said.article) == ("no_remedy", "第三十一条第六项")


def test_dates_of_a_request_lie_between_the_opinion_and_today(cast: Cast):
    walk = answered(cast)
    for wrong in (
        {"requested_on": walk.on + DAY},
        {"received_on": walk.on + DAY},
        {"requested_on": date(2026, 3, 3)},
        {"requested_on": walk.on, "received_on": walk.on - DAY},
    ):
        said = refused(walk.on_leg, Act.REQUEST_REEXAMINATION, cast.clerk, request="x", **wrong)
        assert said.code == "date_unfit"


# Who decides
@pytest.mark.parametrize("unit", ["town", "village", "other_town", "housing", "bureau", "area"])
def test_only_a_superior_decides(cast: Cast, unit: str):
    walk = answered(cast)
    said = refused(walk.on_leg, Act.REQUEST_REEXAMINATION, cast.clerk, request="x", unit=getattr(cast, unit))
    assert (said.code, said.article) == ("unit_unfit", "第三十五条")
    assert "上一级" in said.message


def test_the_tree_proposes_the_district_government_and_above_it_the_city(cast: Cast):
    walk = walk_to(cast, State.REVIEWING)
    assert [(r.unit.name, r.kind) for r in walk.leg.remedies.all()] == [
        (cast.gov.name, "reexamination"),
        (CITY, "review"),
    ]
    assert walk.leg.unit == cast.town


def test_where_the_tree_tells_nothing_a_person_has_to_choose(cast: Cast):
    walk = walk_to(cast, State.REEXAM_DECIDED)
    Unit.objects.filter(name=CITY).update(name="云州市行署")
    received = {"received_on": walk.on, "receiver": "老王"}
    walk.on_leg(Act.RECORD_RECEIPT, decider(cast), **received)
    said = refused(walk.on_leg, Act.REQUEST_REVIEW, cast.clerk, request="x")
    assert said.code == "decider_unknown"
    walk.on_leg(Act.REQUEST_REVIEW, cast.clerk, request="x", unit=Unit.objects.get(name="云州市行署"))


def test_one_that_is_accused_never_decides_and_is_not_named_in_the_letter(cast: Cast):
    walk = walk_to(cast, State.PENDING_SIGN_OFF)
    # The district government turns out to be accused in the same case; its towns lie below it.
    Unit.objects.filter(pk=cast.town.pk).update(parent=cast.area, path=f"{cast.area.path}{cast.town.pk}/")
    walk.case.demands.filter(number=2).update(kind=Kind.ACCUSATION, leg=None)
    walk.case.respondents.create(name="区政府", unit=cast.gov, accused=True)
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    walk.head, walk.handler = (Staff.objects.get(pk=who.pk) for who in (walk.head, walk.handler))
    issue(walk)
    letter = Document.objects.get(case=walk.case, kind=Letter.HANDLING_OPINION)
    assert "云河区人民政府" not in letter.content
    assert "可以向我单位的上一级机关、单位请求复查。" in letter.content
    serve(walk)
    receipt(walk)
    said = refused(walk.on_leg, Act.REQUEST_REEXAMINATION, walk.head, request="x")
    assert (said.code, said.article) == ("accused_party", "第三十条")
    assert not HandOff.objects.filter(case=walk.case, movement=Movement.REMEDY).exists()
    walk.on_leg(Act.REQUEST_REEXAMINATION, walk.head, request="x", unit=city(cast))


def test_the_deciding_unit_sees_the_whole_file_from_the_request_on_and_its_people_are_told(cast: Cast):
    walk = answered(cast)
    clerk_there = drafter(cast)
    assert not sees(clerk_there, walk.case)
    request_reexamination(walk)
    assert sees(clerk_there, walk.case)
    tell_all(walk.case)
    told = Notice.objects.filter(event__act=Act.REQUEST_REEXAMINATION).values_list("staff__username", flat=True)
    assert "复查员苗" in told


def test_who_handled_it_below_has_no_part_in_deciding(cast: Cast):
    walk = answered(cast)
    request_reexamination(walk)
    cast.grant(cast.town_handler, cast.gov, Role.HANDLER)
    cast.grant(cast.town_head, cast.gov, Role.HEAD)
    given = {"decision": RemedyDecision.UPHOLD, **DRAFT}
    said = refused(walk.on_leg, Act.DRAFT_REMEDY, cast.town_handler, **given)
    assert (said.code, said.article) == ("took_part_below", "第二十八条")
    draft(walk)
    assert refused(walk.on_leg, Act.DECIDE_REEXAMINATION, cast.town_head).code == "took_part_below"
