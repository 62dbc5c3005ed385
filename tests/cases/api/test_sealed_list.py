"""What a list and a file tell of a sealed case to who may not read its accusing part."""

import json
from base64 import urlsafe_b64decode
from datetime import date, timedelta

from cases.actions.inputs import DemandInput, RespondentInput
from cases.doors.table import ACTIONS
from law.vocabulary import Act, Kind, Path, State
from tests.cases.accusing import letter, refer_land
from tests.cases.api.caller import Caller, numbers
from tests.cases.api.conftest import Turn
from tests.cast import START, Cast, register


def test_a_sealed_case_shows_in_a_list_no_more_than_its_reader_may_know(cast: Cast, calendar: Turn):
    against = register(
        cast,
        content="张主任收礼，路也没修",
        category="检举控告/受贿",
        received_on=START - timedelta(days=14),
        demands=[DemandInput("查处收礼", Kind.ACCUSATION), DemandInput("修路", Kind.APPEAL, Path.PETITION_PROCEDURE)],
        respondents=[RespondentInput("张主任", staff_id=cast.housing_head.pk, unit_id=cast.housing.pk, demands=(1,))],
    )
    refer = ACTIONS[Act.REFER]
    refer(against.pk, by=cast.router, unit=cast.town, demands=[2], reason="属地", extract="村口路坏", on=START)
    refer(against.pk, by=cast.router, unit=cast.discipline, demands=[1], reason="移送", on=START + timedelta(days=1))
    calendar(START + timedelta(days=1))
    leg = against.legs.get(unit=cast.discipline)
    ACTIONS[Act.ACCEPT](against.pk, by=cast.inspector, leg_id=leg.pk, on=START + timedelta(days=1))
    row = Caller(cast.town_head).get("/cases/").json()["results"][0]
    assert row["subject"] == "（部分内容已密封）"
    assert row["category"] == ""
    assert row["state"] == State.REFERRED
    town_leg = against.legs.get(unit=cast.town)
    # The bureau's own clock ended with the dispatch; what the discipline unit owes is none of the town's business.
    assert date.fromisoformat(row["next_due_on"]) == town_leg.next_due_on
    town = Caller(cast.town_head)
    for query in ({"category": "检举"}, {"kind": "accusation"}, {"unit": cast.discipline.pk}, {"q": "收礼"}):
        assert numbers(town.get("/cases/", **query)) == [], query
    file = town.read(against.pk)
    assert file["content"] == ""
    assert {leg["unit_id"] for leg in file["legs"]} == {cast.town.pk}
    for word in ("收礼", "张主任", "受贿", cast.discipline.name, "韩"):
        assert word not in json.dumps(file, ensure_ascii=False), word
    opened = Caller(cast.inspector).read(against.pk)
    assert "收礼" in opened["content"]


def test_no_filter_and_no_order_tells_how_the_sealed_part_stands(cast: Cast, calendar: Turn):
    received = START - timedelta(days=14)
    case = letter(cast, received_on=received)
    walk = refer_land(cast, case)
    calendar(START + timedelta(days=5))
    case.refresh_from_db()
    # The accusation waits at the desk, and is late there: that is no business of the town's.
    assert (case.state, case.next_due_on) == (State.REGISTERED, received + timedelta(days=15))
    town, desk = Caller(cast.town_head), Caller(cast.router)
    for query, of_town, of_desk in (
        ({"state": "registered"}, [], [case.number]),
        ({"state": "referred"}, [case.number], []),
        ({"due": "overdue"}, [], [case.number]),
        ({"due": "running"}, [case.number], []),
    ):
        assert numbers(town.get("/cases/", **query)) == of_town, query
        assert numbers(desk.get("/cases/", **query)) == of_desk, query
    later = register(cast, content="路灯不亮", demands=[DemandInput("修好路灯")], received_on=START)
    ACTIONS[Act.REFER](later.pk, by=cast.router, unit=cast.town, demands=[1], reason="属地", on=START)
    listed = town.get("/cases/", order="due", size=1).json()
    assert [row["number"] for row in listed["results"]] == [case.number]
    column, day, key = json.loads(urlsafe_b64decode(listed["after"] + "=="))
    assert (column, day, key) == ("next_due_on", walk.leg.next_due_on.isoformat(), case.pk)
    assert numbers(town.get("/cases/", order="due", after=listed["after"])) == [later.number]
    assert numbers(desk.get("/cases/", order="due")) == [case.number, later.number]
