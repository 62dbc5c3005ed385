"""A slip in what was written down of a service is undone by a second person within days, and all is as it was before (Art. 23, 34-36)."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Clock, Service, UndoneService
from law.ratings import Rated, RatingWay, Score
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from tests.cases.api.both_doors import DOORS
from tests.cases.api.caller import Caller
from tests.cases.asking import acts_open, first_broken_link
from tests.cases.invariants import Memory, check_all, check_case
from tests.cases.refusals import refused_on_leg
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.remedy_walks import request_reexamination
from tests.serving import typed_service
from tests.walks import Walk, walk_to

POST, IN_PERSON = ServiceMethod.POST, ServiceMethod.IN_PERSON
ASK, UNDO = Act.ASK_UNDOING, Act.UNDO_SERVICE


def opinion(walk: Walk) -> int:
    return int(walk.leg.documents.get(kind=Letter.HANDLING_OPINION).pk)


def clocks(walk: Walk) -> list[Any]:
    """Every clock as it stands, without the windows that an undone entry had begun."""
    rows = Clock.objects.filter(case=walk.case).exclude(ended_by=UNDO).order_by("id")
    return list(rows.values_list("duty", "starts_on", "due_on", "met_on", "waived_on", "ended_on", "ended_by"))


def ask(walk: Walk, document: int, **more: Any) -> None:
    walk.on_leg(ASK, walk.handler, document=document, reason="送错了人", **more)


def window(walk: Walk) -> Clock:
    return Clock.objects.filter(case=walk.case, duty=Duty.REEXAM_REQ_30D).latest("id")


def test_what_was_sent_by_mistake_was_never_sent_and_its_clocks_run_on(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    before = clocks(walk)
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=IN_PERSON, receiver="邻居")
    assert walk.leg.state == State.ANSWERED
    assert window(walk).running
    ask(walk, opinion(walk), later=1)
    assert walk.leg.state == State.ANSWERED, "asked is not undone"
    walk.on_leg(UNDO, walk.head, note="属实")
    assert (walk.leg.state, walk.leg.answered_on) == (State.ISSUED, None)
    assert clocks(walk) == before
    assert (window(walk).ended_by, window(walk).ended_on, window(walk).met_on) == (UNDO, walk.on, None)
    assert not Service.objects.filter(document=opinion(walk)).exists()
    kept = UndoneService.objects.get()
    assert (kept.receiver, kept.reason, kept.undone_by, kept.undone) == ("邻居", "送错了人", walk.head, Act.SERVE)
    check_case(walk.case, Memory())
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=IN_PERSON, receiver="老王")
    assert (walk.leg.state, window(walk).starts_on, window(walk).running) == (State.ANSWERED, walk.on, True)
    check_case(walk.case, Memory())
    check_all()
    assert first_broken_link(walk.case) is None


def test_a_wrong_day_of_receipt_ends_its_window_alone(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    before = clocks(walk)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=3, received_on=walk.on, receiver="老王")
    ask(walk, opinion(walk))
    walk.on_leg(UNDO, walk.head, later=1)
    assert walk.leg.state == State.ANSWERED
    assert clocks(walk) == before
    sent = Service.objects.get(document=opinion(walk))
    assert (sent.received_on, sent.receiver, sent.undoing_asked_on) == (None, "", None)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, received_on=walk.on, receiver="老王")
    assert window(walk).starts_on == walk.on
    check_case(walk.case, Memory())


def test_a_notice_that_was_not_sent_informed_nobody(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.ACCEPT, walk.head, later=1)
    before = clocks(walk)
    walk.on_leg(Act.NOTIFY, walk.head, method=POST)
    notice = walk.leg.documents.get(kind=Letter.ACCEPTANCE_NOTICE).pk
    walk.on_leg(ASK, walk.head, document=notice, reason="还没有寄出")
    assert refused_on_leg(walk, UNDO, walk.head).code == "own_request"
    walk.on_leg(UNDO, cast.coordinator)
    assert clocks(walk) == before
    assert Act.NOTIFY in acts_open(walk.head, walk)
    check_case(walk.case, Memory())


def test_mail_that_came_back_and_was_sent_again_by_mistake_waits_again(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    answered_on = walk.leg.answered_on
    walk.on_leg(Act.RECORD_RETURN, walk.handler, later=1, reason="查无此人")
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=POST)
    ask(walk, opinion(walk))
    walk.on_leg(UNDO, walk.head)
    [back] = Service.objects.filter(document=opinion(walk))
    assert (back.sent_again, walk.leg.state, walk.leg.answered_on) == (False, State.ANSWERED, answered_on)


def test_who_recorded_or_asked_does_not_undo_and_a_refusal_changes_nothing(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    walk.on_leg(Act.SERVE, walk.head, method=IN_PERSON, receiver="老王")
    assert refused_on_leg(walk, UNDO, cast.coordinator).code == "nothing_asked"
    ask(walk, opinion(walk))
    assert refused_on_leg(walk, ASK, walk.handler, document=opinion(walk), reason="x").code == "undoing_asked"
    assert refused_on_leg(walk, UNDO, walk.head).code == "own_request", "he recorded it"
    before = clocks(walk)
    walk.on_leg(Act.REFUSE_UNDOING, cast.coordinator, reason="回证上是本人签名")
    assert clocks(walk) == before
    assert walk.leg.state == State.ANSWERED
    assert refused_on_leg(walk, UNDO, cast.coordinator).code == "nothing_asked"


@pytest.mark.parametrize(("later", "possible"), [(3, True), (4, False)])
def test_it_is_undone_within_three_days_alone(cast: Cast, later: int, possible: bool):
    walk = walk_to(cast, State.ANSWERED)
    assert (ASK in acts_open(walk.handler, walk)) is True
    ask(walk, opinion(walk))
    walk.on += timedelta(days=later)
    if possible:
        walk.on_leg(UNDO, walk.head)
        return
    refused = refused_on_leg(walk, UNDO, walk.head)
    assert refused.code == "undoing_late"
    assert "3日" in refused.message
    walk.on_leg(Act.REFUSE_UNDOING, walk.head, reason="已经过期")
    assert refused_on_leg(walk, ASK, walk.handler, document=opinion(walk), reason="x").code == "nothing_to_undo"


def test_once_the_petitioner_used_his_right_nothing_is_undone(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, received_on=walk.on, receiver="老王")
    ask(walk, opinion(walk))
    walk.on_leg(Act.RATE, cast.router, rated=Rated.UNIT, score=Score.NOT, way=RatingWay.CALL)
    refused = refused_on_leg(walk, UNDO, walk.head)
    assert (refused.code, Act.RATE.label in refused.message) == ("built_upon", True)
    request_reexamination(walk)
    assert refused_on_leg(walk, UNDO, walk.head).code == "built_upon"


# The dialogs: nothing is filled in, all that is missing is said at once, and what follows is said while it is typed.
@DOORS
def test_an_empty_dialog_is_refused_and_what_each_way_needs_is_asked_for(
    cast: Cast, door: Any, monkeypatch: pytest.MonkeyPatch
):
    walk = walk_to(cast, State.ISSUED)
    for name in ("cases.actions.frame", "cases.forms.base", "cases.api.views", "cases.views.acts"):
        monkeypatch.setattr(f"{name}.today", lambda: walk.on)
    answer = Caller(walk.handler).act(Act.SERVE, walk.case.pk, leg_id=walk.leg.pk)
    assert (answer.status_code, set(answer.json()["fields"])) == (422, {"method", "sent_on"})
    for method, missing in (("post", {"mail_number"}), ("in_person", {"received_on", "receiver"})):
        given = {"leg_id": walk.leg.pk, "method": method, "sent_on": walk.on.isoformat()}
        assert set(Caller(walk.handler).act(Act.SERVE, walk.case.pk, **given).json()["fields"]) == missing
    said = door(walk.handler, Act.SERVE, walk, **typed_service("post", walk.on, mail_number=" xa 44100 1 "))
    assert said[0] == "done"
    assert Service.objects.get(document=opinion(walk)).mail_number == "XA441001"


def test_the_dialog_says_from_when_until_when_the_thirty_days_run(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    person = Person(walk.handler)
    address = f"/cases/{walk.case.pk}/record-receipt/"
    dialog = person.client.get(f"{address}?leg={walk.leg.pk}").content.decode()
    assert "填写收到日期后" in dialog
    assert f'hx-post="{address}said/?leg={walk.leg.pk}"' in dialog
    typed = {"leg_id": walk.leg.pk, "received_on": "2026-11-02"}
    said = person.client.post(f"{address}said/?leg={walk.leg.pk}", typed).content.decode()
    assert "信访人的30日从2026年11月2日起算，到2026年12月2日止" in said
    assert window_count(walk) == 0, "it is only said"
    assert Person(cast.stranger).client.post(f"{address}said/?leg={walk.leg.pk}", typed).status_code == 404


def window_count(walk: Walk) -> int:
    return Clock.objects.filter(case=walk.case, duty=Duty.REEXAM_REQ_30D).count()


def test_of_several_notices_the_named_one_is_sent(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.REQUEST_MATERIAL, walk.head, missing="合同")
    walk.on_leg(Act.ACCEPT, walk.head)
    notice = walk.leg.documents.get(kind=Letter.ACCEPTANCE_NOTICE)
    answer = Caller(walk.head).act(Act.NOTIFY, walk.case.pk, leg_id=walk.leg.pk, **typed_service("post", walk.on))
    assert set(answer.json()["fields"]) == {"document"}
    walk.on_leg(Act.NOTIFY, walk.head, method=POST, document=notice.pk)
    assert notice.services.count() == 1
    assert walk.leg.documents.get(kind=Letter.MATERIAL_REQUEST).services.count() == 0
    assert refused_on_leg(walk, Act.NOTIFY, walk.head, method=POST, document=notice.pk).code == "served_already"
