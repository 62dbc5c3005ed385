"""工作台: each role sees what it can act on, each figure is the list behind it, at a bounded price."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.lists.desk import stats, to_do
from cases.lists.waiting import Waiting, listed, offered
from cases.models import Case, Draft, FollowUp, Leg, Notice
from cases.record.follow_ups import do_follow_up
from cases.sight.keeping import keep_reach
from law.vocabulary import Act, Kind
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.views.doors import Person
from tests.cast import START, Cast, register

DAY = START + timedelta(days=1)


@pytest.fixture(autouse=True)
def on_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doors of this file stand on the day after the cast's first."""
    for module in ("cases.lists.filters", "cases.views.desk", "cases.views.listing"):
        monkeypatch.setattr(f"{module}.today", lambda: DAY)


def as_page(staff: Staff) -> Client:
    """A logged-in browser without htmx."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def figures(staff: Staff) -> dict[str, str]:
    """The figures on a person's desk by their labels."""
    fresh = Staff.objects.get(pk=staff.pk)
    return {stat["label"]: stat["value"] for stat in stats(fresh, DAY)}


def told() -> None:
    """What the worker does after an act."""
    for follow_up in FollowUp.objects.filter(done_at=None):
        do_follow_up(follow_up.pk)


def referred(cast: Cast, unit: object, **changes: object) -> Leg:
    """A case whose demands are all referred to a unit."""
    case = register(cast, **changes)
    numbers = [d.number for d in case.demands.all()]
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=unit, demands=numbers, reason="属地管理", on=START)
    return Leg.objects.get(case=case)


def accepted(cast: Cast) -> Leg:
    """A town's leg that is accepted and has its handler."""
    leg = referred(cast, cast.town)
    ACTIONS[Act.ACCEPT](leg.case_id, leg_id=leg.pk, by=cast.town_head, on=START)
    ACTIONS[Act.TAKE](leg.case_id, leg_id=leg.pk, by=cast.town_head, handler=cast.town_handler, on=START)
    return Leg.objects.get(pk=leg.pk)


def test_a_registered_case_waits_for_the_router_and_for_nobody_else(cast: Cast):
    register(cast)
    assert figures(cast.router)["待分流"] == "1"
    assert "待分流" not in figures(cast.clerk)
    assert figures(cast.town_head).get("待分流") == "0"
    assert figures(cast.stranger)["待分流"] == "0"
    assert [line.next for line in to_do(cast.router, DAY)] == ["分流"]
    assert to_do(cast.town_head, DAY) == []


def test_what_reaches_a_unit_moves_from_figure_to_figure(cast: Cast):
    leg = referred(cast, cast.town)
    assert figures(cast.town_head)["待签收受理"] == "1"
    assert figures(cast.router)["待分流"] == "0"
    ACTIONS[Act.ACCEPT](leg.case_id, leg_id=leg.pk, by=cast.town_head, on=START)
    assert figures(cast.town_head)["待签收受理"] == "0"
    assert figures(cast.town_head)["待指定承办人"] == "1"
    ACTIONS[Act.TAKE](leg.case_id, leg_id=leg.pk, by=cast.town_head, handler=cast.town_handler, on=START)
    assert figures(cast.town_handler)["我承办的"] == "1"
    assert figures(cast.housing_handler)["我承办的"] == "0"


def test_a_village_is_asked_and_then_the_town_assesses(cast: Cast):
    leg = accepted(cast)
    ACTIONS[Act.DELEGATE](
        leg.case_id, leg_id=leg.pk, by=cast.dispatcher, unit=cast.village, instruction="请到现场看看水渠", on=START
    )
    assert figures(cast.informant)["待回复"] == "1"
    assert "请到现场看看水渠" in as_page(cast.informant).get("/").content.decode()
    assert figures(cast.next_informant)["待回复"] == "0"
    asked = leg.hand_offs.get(movement="delegate")
    ACTIONS[Act.REPORT_FINDINGS](leg.case_id, hand_off_id=asked.pk, by=cast.informant, text="水渠确实堵了", on=START)
    assert figures(cast.informant)["待回复"] == "0"
    assert figures(cast.dispatcher)["待研判"] == "1"
    ACTIONS[Act.ASSESS](leg.case_id, leg_id=leg.pk, by=cast.dispatcher, text="属实", on=START)
    assert figures(cast.dispatcher)["待研判"] == "0"


def test_dates_are_counted_from_the_clocks(cast: Cast):
    leg = referred(cast, cast.town)
    for days, label in ((4, "已超期"), (0, "今天到期"), (-2, "3日内到期")):
        for row in (Leg.objects.filter(pk=leg.pk), Case.objects.filter(pk=leg.case_id)):
            row.update(next_due_on=DAY - timedelta(days=days))
        found = figures(cast.town_head)
        assert {k: v for k, v in found.items() if v == "1" and "期" in k} == {label: "1"}
        assert figures(cast.supervisor)[label] == "1", "who can remind is shown the date too"
        assert figures(cast.housing_head)[label] == "0"


def test_voiding_waits_for_a_second_person_only(cast: Cast):
    case = register(cast)
    ACTIONS[Act.REQUEST_VOID](case.pk, by=cast.clerk, reason="登记错了", on=START)
    assert figures(cast.bureau_head)["作废待核"] == "1"
    both = cast.grant(cast.clerk, cast.bureau, Role.HEAD)
    assert figures(both)["作废待核"] == "0", "who asked for it does not decide it"


def test_a_sealed_leg_counts_only_for_those_who_may_read_it(cast: Cast):
    case = register(
        cast,
        demands=[DemandInput("村干部多占地", Kind.ACCUSATION)],
        respondents=[RespondentInput("金某", unit_id=cast.village.pk)],
    )
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.discipline, demands=[1], reason="管辖", on=START)
    assert figures(cast.inspector)["待签收受理"] == "1", "the head of the unit reads the sealed part"
    colleague = cast.hire("second", cast.discipline, Role.HANDLER)
    assert figures(colleague)["待签收受理"] == "0", "a handler reads only what is his own"
    assert to_do(colleague, DAY) == []
    assert all(value == "0" for value in figures(cast.informant).values())


@pytest.mark.parametrize("what", list(Waiting))
def test_each_figure_is_the_length_of_the_list_behind_it(cast: Cast, what: Waiting):
    accepted(cast)
    referred(cast, cast.housing)
    register(cast)
    for name in (
        "router",
        "town_head",
        "town_handler",
        "housing_handler",
        "dispatcher",
        "supervisor",
        "informant",
        "coordinator",
    ):
        person = Staff.objects.get(username=name)
        if not offered(person, what):
            continue
        count = listed(person, what, DAY).count()
        page = as_page(person).get(reverse("cases:list"), {"waiting": str(what)}).content.decode()
        assert page.count("x-row-link") == count, (name, what)


def test_officers_see_no_case_and_no_figure(cast: Cast):
    case = register(cast)
    for officer in (cast.system_admin, cast.security_admin, cast.auditor):
        page = as_page(officer).get("/").content.decode()
        assert case.number not in page
        assert "x-stat-value" not in page
        assert "权限一览" in page
        assert as_page(officer).get("/cases/").status_code == 403


@pytest.mark.django_db
def test_the_desk_costs_the_same_with_few_and_with_many_cases(cast: Cast, django_assert_max_num_queries):
    everything = cast.hire(
        "all", cast.bureau, *(role for role in Role if not role.value.endswith(("admin", "auditor")))
    )
    client = as_page(everything)
    client.get("/")
    for _ in range(3):
        referred(cast, cast.town)
        register(cast)
    # Somebody with every role is offered every kind of waiting, all counted in one question. One question each for what he
    # was told, what concerns him of records, what a liaison did for him, and dated accesses.
    with django_assert_max_num_queries(16) as few:
        assert client.get("/").status_code == 200
    for _ in range(12):
        referred(cast, cast.town)
        register(cast)
    with django_assert_max_num_queries(16) as many:
        assert client.get("/").status_code == 200
    assert len(many) == len(few)


def test_notices_are_mine_and_leave_when_read(cast: Cast):
    leg = referred(cast, cast.town)
    told()
    mine = Notice.objects.filter(staff=cast.town_head, read_at=None).first()
    assert mine is not None
    assert mine.text in as_page(cast.town_head).get("/").content.decode()
    assert Person(cast.housing_head).client.post(f"/notices/{mine.pk}/read/").status_code == 200
    mine.refresh_from_db()
    assert mine.read_at is None, "another person cannot take it off my desk"
    assert as_page(cast.town_head).get(f"/notices/{mine.pk}/read/").status_code == 405
    assert Person(cast.town_head).client.post(f"/notices/{mine.pk}/read/").status_code == 200
    assert mine.text not in as_page(cast.town_head).get("/").content.decode()
    assert leg.case_id == mine.case_id


def test_a_notice_of_a_case_behind_the_wall_is_not_shown(cast: Cast):
    leg = referred(cast, cast.town)
    told()
    case = Case.objects.get(pk=leg.case_id)
    case.respondents.create(name="镇里", unit=cast.town, accused=True)
    keep_reach([case.pk])
    page = as_page(cast.town_head).get("/").content.decode()
    assert case.number not in page


def test_drafts_stand_on_the_desk_of_their_owner_alone(cast: Cast):
    Draft.objects.create(
        staff=cast.clerk, form="intake:11111111-1111-1111-1111-111111111111", title="来访：反映水渠", data="{}"
    )
    assert "来访：反映水渠" in as_page(cast.clerk).get("/").content.decode()
    assert "来访：反映水渠" not in as_page(cast.router).get("/").content.decode()


def test_who_is_not_logged_in_sees_the_login_page():
    answer = Client().get("/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/login/")
