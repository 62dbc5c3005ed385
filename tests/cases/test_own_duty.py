"""An organ asked to perform its own duty takes the matter up and answers by its own letter; two months remind (Art. 31, item five)."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.models import Document
from cases.presenting.marks import clock_card
from law.matters import Cause
from law.vocabulary import Act, Duty, Kind, Letter, Outcome, Path, ServiceMethod, State
from organizations.roles import Role
from tests.addresses import client_of
from tests.cases.accusing import letter
from tests.cast import Cast
from tests.walks import Walk, answer_all, check_duties, clock, code, walk_to

DUTY = DemandInput("请查处村口的违法建筑", Kind.APPEAL, Path.STATUTORY_DUTY)


def kinds(walk: Walk) -> list[str]:
    """The letters of a leg that answer it."""
    return sorted(Document.objects.filter(leg=walk.leg, issued_on=walk.leg.issued_on).values_list("kind", flat=True))


def test_the_organ_answers_by_its_own_letter_and_the_reminder_is_met_by_its_service(cast: Cast):
    walk = walk_to(cast, State.ANSWERED, demands=[DUTY, DUTY])
    assert not walk.case.clocks.filter(duty=Duty.HANDLE_60D).exists()
    reminder = clock(walk.case, Duty.PATH5_2M)
    assert (reminder.starts_on, reminder.due_on) == (walk.leg.received_on, date(2026, 5, 4))
    assert reminder.met_on == walk.leg.answered_on
    reply = walk.leg.documents.get(kind=Letter.DUTY_REPLY)
    assert "履行和答复情况：依法履行。本月修好。" in reply.content
    assert "可以自知道之日起60日内向云河区人民政府申请行政复议" in reply.content
    notice = walk.leg.documents.get(kind=Letter.ACCEPTANCE_NOTICE)
    assert "我单位将在2026年5月4日以前依法履行或者答复您（参照《行政诉讼法》第四十七条）" in notice.content
    assert code(walk.on_leg, Act.REQUEST_REEXAMINATION, cast.clerk, request="不服") == "no_remedy"


def test_the_reminder_is_never_overdue(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, demands=[DUTY, DUTY])
    reminder, later = clock(walk.case, Duty.PATH5_2M), date(2026, 6, 3)
    assert walk.case.next_due_on != reminder.due_on
    card = clock_card(reminder, later)
    assert (card["tone"], card["words"]) == ("yellow", "参照期限已过30天，不计超期")
    shown: Any = client_of(cast.town_head).get(f"/api/v1/cases/{walk.case.pk}/").json()
    assert [c["orientation"] for c in shown["clocks"] if c["duty"] == "PATH5_2M"] == [True]


def test_the_months_of_the_reminder_are_a_setting(cast: Cast, settings: Any):
    settings.ROOM_SETTINGS = {"DUTY_MONTHS": 3}
    assert clock(walk_to(cast, State.ACCEPTED, demands=[DUTY, DUTY]).case, Duty.PATH5_2M).due_on == date(2026, 6, 4)


def test_each_way_is_answered_by_its_own_letter_all_served_at_once(cast: Cast):
    """One leg with three ways: only the opinion opens a window, and nothing closes before all arrived (Art. 29, 31, 35)."""
    walk = walk_to(cast, State.IN_HANDLING, demands=[DUTY, DemandInput("修好村口的路")])
    answer_all(walk)
    check_duties(walk)
    walk.on_leg(Act.SUBMIT, walk.handler)
    walk.on_leg(Act.ISSUE, walk.head)
    assert kinds(walk) == [Letter.DUTY_REPLY, Letter.HANDLING_OPINION]
    opinion = walk.leg.documents.get(kind=Letter.HANDLING_OPINION)
    assert "违法建筑" not in opinion.content
    walk.on_leg(Act.SERVE, walk.handler, method=ServiceMethod.POST)
    assert code(walk.on_leg, Act.SERVE, walk.handler, method=ServiceMethod.POST) == "served_already"
    received = walk.on + timedelta(days=1)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=received, receiver="老王")
    served = [each.services.get().received_on for each in walk.leg.documents.filter(issued_on=opinion.issued_on)]
    assert served == [received, received]
    assert clock(walk.case, Duty.REEXAM_REQ_30D).starts_on == received


@pytest.mark.parametrize("path", [Path.JUDICIAL, Path.ADMIN_PROCEDURE])
def test_an_organ_that_runs_the_procedure_itself_tells_its_result_by_its_own_letter(cast: Cast, path: Path):
    asked = DemandInput("请求确认宅基地使用权", Kind.APPEAL, path)
    walk = walk_to(cast, State.ISSUED, demands=[asked, asked])
    assert kinds(walk) == [Letter.PROCEDURE_REPLY]


def test_what_an_informant_is_told_names_nobody_accused(cast: Cast):
    """Neither in the notice nor in the answer; what names somebody is not signed (Art. 30, para 3)."""
    walk = Walk(cast, letter(cast))
    walk.act(Act.REFER, cast.router, unit=cast.discipline, demands=[2], reason="管理权限")
    head, handler = cast.inspector, cast.hire("纪检员尤", cast.discipline, Role.HANDLER)
    walk.go_on_at(cast.discipline, head, handler)
    walk.on_leg(Act.ACCEPT, head)
    walk.on_leg(Act.TAKE, head, handler=handler)
    said = {"demand": 2, "outcome": Outcome.REPORTED_BACK, "facts": "金村长的问题部分属实。", "cause": Cause.OTHER}
    told = {"opinion": "已对金村长立案。", "legal_basis": "《信访工作条例》第三十条"}
    walk.on_leg(Act.ANSWER, handler, **said, **told)
    walk.on_leg(Act.SUBMIT, handler)
    assert code(walk.on_leg, Act.ISSUE, head) == "accused_named"
    walk.on_leg(Act.SEND_BACK, head, reason="不能写被检举人")
    walk.on_leg(Act.ANSWER, handler, **said, **{**told, "opinion": "部分属实，已经依规依纪处理。"})
    walk.on_leg(Act.SUBMIT, handler)
    walk.on_leg(Act.ISSUE, head)
    answer = walk.leg.documents.get(kind=Letter.ACCUSATION_REPLY)
    assert "部分属实，已经依规依纪处理。" in answer.content
    for each in walk.leg.documents.all():
        if each.kind in (Letter.ACCEPTANCE_NOTICE, Letter.ACCUSATION_REPLY):
            assert "金村长" not in f"{each.title}{each.content}"
            assert "补偿款" not in f"{each.title}{each.content}"
