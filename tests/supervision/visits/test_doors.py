"""Both doors of return visits: the pages, the addresses for programs, the ledger, the desk, the case page."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kit.ledgers.declaring import columns_of
from kit.rooms import all_of
from organizations.models import Staff
from supervision.models import FollowUpVisit, VisitLot
from supervision.models.visit_words import VisitState
from supervision.visits.ledger import VISITS
from supervision.visits.lists import to_assign, to_make, to_reply
from supervision.visits.visit_moves import CALL
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import START, Cast
from tests.leak_scene import Scene
from tests.leak_table import KNOWS
from tests.supervision.visits.scenes import agreed, answered, assigned, draw, fresh, told

pytestmark = pytest.mark.usefixtures("no_broker")
PAGE, API = "/supervision/visits/", "/supervision/visits/"


def page(staff: Staff, url: str) -> str:
    answer = client_of(staff).get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return str(answer.content.decode())


def queries(staff: Staff, url: str) -> int:
    client = client_of(staff)
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("door", ["page", "api"])
def test_a_lot_is_drawn_and_a_visit_made_through_either_door(cast: Cast, on_day: Any, door: str):
    walk = answered(cast)
    on_day(walk.on)

    def send(staff: Staff, path: str, **typed: Any) -> Any:
        if door == "api":
            return Caller(staff).post(f"{API}{path}", typed)
        return client_of(staff).post(f"{PAGE}{path}", {name: str(value) for name, value in typed.items()})

    done = (201, 200) if door == "api" else (302,)
    day = walk.on.isoformat()
    drawing = {"rule": "answered", "size": 5, "since": START.isoformat(), "until": day}
    assert send(cast.supervisor, "lots/", **drawing).status_code in done
    visit = FollowUpVisit.objects.get()
    assert send(cast.supervisor, f"{visit.pk}/assign/", assignee=cast.clerk.pk).status_code in done
    assert send(cast.clerk, f"{visit.pk}/call/", outcome="reached", agreed_for=day).status_code in done
    found = {"visited_on": day, "way": "phone", "result": "not", "missing": "没有铺面", "words": "等了很久"}
    assert send(cast.clerk, f"{visit.pk}/result/", **found).status_code in done
    refused = send(cast.supervisor, f"{visit.pk}/feed-back/", text="信访人不满意")
    assert refused.status_code in (409, 422)
    assert "不告诉责任单位" in refused.content.decode()
    assert send(cast.supervisor, f"{visit.pk}/feed-back/", text="路还没有铺面。").status_code in done
    feedback = FollowUpVisit.objects.get().feedback.pk
    assert send(cast.town_head, f"feedback/{feedback}/reply/", text="已铺面。").status_code in done
    assert send(cast.supervisor, f"feedback/{feedback}/check/", accepted="yes").status_code in done
    visit.refresh_from_db()
    assert (visit.state, visit.words, visit.feedback.state) == (VisitState.FED_BACK, "等了很久", "checked")


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(cast: Cast, on_day: Any):
    walk = answered(cast)
    on_day(walk.on)
    visit = agreed(cast, walk)
    answer = client_of(cast.clerk).post(f"{PAGE}{visit.pk}/result/", {"words": "等了很久"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "等了很久" in said
    assert "请填写“回访日期”" in said
    problem = Caller(cast.clerk).post(f"{API}{visit.pk}/result/", {"unknown": 1}).json()
    assert problem["fields"]["unknown"] == ["没有这个字段。"]


def test_pages_show_what_was_found_to_the_office_and_feedback_alone_to_the_unit(cast: Cast, on_day: Any):
    walk = answered(cast)
    on_day(walk.on)
    feedback = told(cast, walk)
    visit, lot = FollowUpVisit.objects.get(), VisitLot.objects.get()
    shown = page(cast.supervisor, visit.get_absolute_url())
    assert "部分满意" in shown
    assert "希望快些" in shown
    assert "相符" in page(cast.supervisor, lot.get_absolute_url())
    case = page(cast.town_head, f"/cases/{walk.case.pk}/")
    assert "待回复" in case
    for url in (feedback.get_absolute_url(), f"{PAGE}feedback/", f"/cases/{walk.case.pk}/"):
        said = page(cast.town_head, url)
        assert "希望快些" not in said
        assert "部分满意" not in said
    for url in (visit.get_absolute_url(), lot.get_absolute_url()):
        assert client_of(cast.town_head).get(url).status_code == 404


def test_the_list_and_the_lot_cost_the_same_with_many_visits(cast: Cast, on_day: Any):
    walks = [answered(cast) for _ in range(5)]
    on_day(max(walk.on for walk in walks))
    draw(cast, max(walk.on for walk in walks), size=1)
    urls = (f"{PAGE}?list=all", VisitLot.objects.get().get_absolute_url(), f"{PAGE}lots/")
    before = [queries(cast.supervisor, url) for url in urls]
    draw(cast, max(walk.on for walk in walks), size=4)
    urls = (urls[0], VisitLot.objects.latest("pk").get_absolute_url(), urls[2])
    assert [queries(cast.supervisor, url) for url in urls] == before
    assert max(before) <= 20


def test_the_tiles_count_what_their_lists_show(cast: Cast):
    walk, other = answered(cast), answered(cast)
    on = max(walk.on, other.on)
    draw(cast, on, size=2)
    assert to_assign(fresh(cast.supervisor), on).count() == 2
    visit = FollowUpVisit.objects.first()
    assert visit
    FollowUpVisit.objects.filter(pk=visit.pk).update(state=VisitState.ASSIGNED, assignee=cast.clerk)
    assert [each.pk for each in to_make(fresh(cast.clerk), on)] == [visit.pk]
    assert to_reply(fresh(cast.town_head), on).count() == 0
    assert {"待回访", "待指派回访", "回访反馈待回复", "回访反馈待核对"} <= {tile.label for tile in all_of("tiles")}


def test_the_ledger_says_a_visit_from_its_drawing_to_the_reply_without_the_petitioner(cast: Cast):
    walk = answered(cast)
    told(cast, walk)
    [row] = list(VISITS.rows(fresh(cast.supervisor), {"state": "", "since": walk.on}))
    line = dict(zip([column.label for column in columns_of(VISITS)], VISITS.cells(1, row), strict=True))
    assert (line["编号"], line["责任单位"]) == (walk.case.number, cast.town.short_name)
    assert (line["回访人"], line["联系次数"], line["回访日期"]) == ("小李", 1, walk.on)
    assert (line["还缺"], line["反馈日期"], line["状态"]) == ("没有铺面", walk.on, "已反馈")
    assert "希望快些" not in str(line)
    assert "老王" not in str(line)
    assert list(VISITS.rows(fresh(cast.supervisor), {"state": VisitState.DRAWN})) == []
    assert not list(VISITS.rows(fresh(cast.town_head), {}))


def test_visits_feedback_and_the_ledger_keep_to_who_may_know_of_the_case(scene: Scene):
    for person, letters in KNOWS.items():
        staff = fresh(getattr(scene.cast, person))
        known = {scene.planted[letter].case.pk for letter in letters}
        open_ones = {key for key in known if not FollowUpVisit.objects.filter(case=key, case__sealed=True).exists()}
        found = {visit.case_id for visit in FollowUpVisit.objects.readable_by(staff)}
        assert found <= open_ones, person
        assert {row.case_id for row in VISITS.rows(staff, {})} == found
    assert {visit.case_id for visit in FollowUpVisit.objects.readable_by(fresh(scene.cast.coordinator))}


def test_a_deputy_of_the_handling_unit_does_not_visit_either(cast: Cast):
    walk = answered(cast)
    visit = assigned(cast, walk)
    by = fresh(cast.clerk)
    by.hand = fresh(cast.town_handler)
    refused = CALL.refusal(visit, by, walk.on)
    assert refused
    assert refused.code == "handling_unit"
