"""A petition with three demands for three units, from registration to closing, through the REST door alone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Case, Clock
from law.vocabulary import Act, State
from tests.cases.api.bodies import body_of, register_body
from tests.cases.api.caller import Caller
from tests.cases.api.conftest import Turn
from tests.cases.asking import first_broken_link
from tests.cast import START, Cast

Say = Callable[..., dict[str, Any]]


class Way:
    """The programs of everybody on the way, and the day."""

    def __init__(self, cast: Cast, calendar: Turn) -> None:
        self.cast, self.calendar, self.on = cast, calendar, START
        self.callers: dict[int, Caller] = {}
        self.case_id = 0

    def by(self, staff: Any) -> Caller:
        return self.callers.setdefault(staff.pk, Caller(staff))

    def later(self, days: int) -> None:
        self.on += timedelta(days=days)
        self.calendar(self.on)

    def do(self, act: Act, staff: Any, leg: int = 0, **body: Any) -> dict[str, Any]:
        """Do an act that must be listed among the acts open to this person, with the version that was listed."""
        caller = self.by(staff)
        read = caller.read(self.case_id)
        opening = next((o for o in read["acts"] if o["act"] == act and (not leg or o["leg_id"] == leg)), None)
        assert opening, f"{act} is not open to {staff}: {[o['act'] for o in read['acts']]}"
        keys: dict[str, Any] = {"seen": opening["seen"]}
        if opening["hand_off_id"]:
            keys["hand_off_id"] = opening["hand_off_id"]
        elif opening["leg_id"]:
            keys["leg_id"] = opening["leg_id"]
        return caller.done(act, self.case_id, **keys, **{**body_of(act, self.cast, read, self.on), **body})

    def leg_at(self, read: dict[str, Any], unit: Any) -> int:
        return int(next(leg["id"] for leg in read["legs"] if leg["unit_id"] == unit.pk))


@pytest.fixture
def way(cast: Cast, calendar: Turn) -> Way:
    return Way(cast, calendar)


@pytest.mark.db_slow
def test_from_registration_to_closing(way: Way, cast: Cast):
    made = way.by(cast.clerk).post("/cases/", register_body(source="热线", external_number="R-1"))
    assert made.status_code == 201, made.content.decode()
    way.case_id = made.json()["case"]["id"]
    again = way.by(cast.clerk).post("/cases/", register_body(source="热线", external_number="R-1"))
    assert (again.status_code, again.json()["case"]["id"]) == (200, way.case_id)
    assert made.json()["case"]["state"] == State.REGISTERED

    way.later(1)
    way.do(Act.SPLIT, cast.router, demands=[{"text": "修路"}, {"text": "清渠"}, {"text": "补偿青苗"}])
    one, two, three = (demand["number"] for demand in way.by(cast.router).read(way.case_id)["demands"])
    way.do(Act.REFER, cast.router, unit=cast.housing.pk, demands=[one])
    way.do(Act.REFER, cast.router, unit=cast.town.pk, demands=[two])
    sent = way.do(Act.COMMISSION, cast.router, unit=cast.farming.pk, demands=[three], days=45)
    assert [leg["state"] for leg in sent["legs"]] == [State.REFERRED, State.REFERRED, State.COMMISSIONED]
    assert Clock.objects.get(case=way.case_id, duty="DISPATCH_15D").met_on == way.on

    people = {
        cast.housing: (cast.housing_head, cast.housing_handler, one),
        cast.town: (cast.town_head, cast.town_handler, two),
        cast.farming: (cast.farming_head, cast.farming_handler, three),
    }
    legs = {unit: way.leg_at(sent, unit) for unit in people}
    for unit, (head, handler, _) in people.items():
        way.do(Act.OPEN, handler, legs[unit])
        way.do(Act.ACCEPT, head, legs[unit])
        way.do(Act.NOTIFY, head, legs[unit])
        way.do(Act.TAKE, head, legs[unit], handler=handler.pk)
    way.later(2)
    _investigate(way, cast, legs[cast.town])
    for unit, (head, handler, demand) in people.items():
        way.do(Act.RECORD_INQUIRY, handler, legs[unit])
        way.do(Act.ANSWER, handler, legs[unit], demand=demand)
        way.do(Act.SUBMIT, handler, legs[unit])
        way.do(Act.SEND_BACK, head, legs[unit])
        way.do(Act.SUBMIT, handler, legs[unit])
        way.do(Act.ISSUE, head, legs[unit])
        way.later(1)
        way.do(Act.SERVE, handler, legs[unit])
        way.do(Act.RECORD_RECEIPT, handler, legs[unit])
        way.do(Act.CHECK_DUTIES, handler, legs[unit])
    way.do(Act.REPORT_CONCLUSION, cast.farming_handler, legs[cast.farming])
    way.later(20)
    assert Act.CLOSE not in {o["act"] for o in way.by(cast.town_head).read(way.case_id)["acts"]}
    refused = way.by(cast.town_head).act(Act.CLOSE, way.case_id, leg_id=legs[cast.town])
    assert (refused.status_code, refused.json()["code"]) == (422, "window_open")
    way.later(15)
    for unit, (head, _, _) in people.items():
        way.do(Act.CLOSE, head, legs[unit])

    case = Case.objects.get(pk=way.case_id)
    assert case.state == State.CLOSED
    assert first_broken_link(case) is None
    assert not Clock.objects.filter(case=case, met_on=None, waived_on=None, ended_on=None).exists()
    end = way.by(cast.coordinator).read(way.case_id)
    assert [event["sequence"] for event in end["events"]] == list(range(case.version, 0, -1))
    assert {demand["outcome"] for demand in end["demands"]} == {"support"}
    assert len({document["number"] for document in end["documents"]}) == len(end["documents"]) == 10


def _investigate(way: Way, cast: Cast, leg: int) -> None:
    way.do(Act.DELEGATE, cast.dispatcher, leg, unit=cast.village.pk)
    way.do(Act.CONSULT, cast.town_handler, leg, unit=cast.housing.pk)
    asked = way.by(cast.informant).read(way.case_id)
    assert asked["whole"] is False
    assert asked["content"] == ""
    assert asked["events"] == asked["documents"] == asked["clocks"] == []
    way.do(Act.REPORT_FINDINGS, cast.informant)
    way.do(Act.REPLY_CONSULTATION, cast.housing_handler)
    way.do(Act.ASSESS, cast.dispatcher, leg)


def test_every_deadline_says_day_by_day_why(way: Way, cast: Cast):
    caller = way.by(cast.clerk)
    read = caller.post("/cases/", register_body()).json()
    for clock in read["clocks"]:
        why = caller.get(f"/cases/{read['case']['id']}/clocks/{clock['id']}/why/")
        assert why.status_code == 200
        said = why.json()
        assert said["due_on"] == clock["due_on"]
        assert said["article"].startswith("第")
        assert [day["number"] for day in said["days"] if day["counts"]] == list(range(1, 16))
        assert all(day["why"] for day in said["days"])
        assert date.fromisoformat(said["days"][0]["date"]) <= date.fromisoformat(said["due_on"])
    assert len(read["clocks"]) == 1


def test_unmasking_shows_once_what_reading_masks(way: Way, cast: Cast):
    caller = way.by(cast.clerk)
    read = caller.post("/cases/", register_body()).json()
    way.case_id = read["case"]["id"]
    assert read["parties"][0]["name"] == "老*"
    assert "13800001234" not in str(read)
    shown = way.do(Act.UNMASK, cast.clerk)
    assert shown["parties"][0]["name"] == "老王"
    assert shown["parties"][0]["phone"] == "13800001234"
    after = caller.read(way.case_id)
    assert "13800001234" not in str(after)
    assert after["events"][0]["act"] == Act.UNMASK


def test_who_registers_a_letter_against_his_own_office_gets_its_number_and_no_more(way: Way, cast: Cast):
    caller = way.by(cast.clerk)
    body = register_body(
        content="信访局的人收了红包。",
        demands=[{"text": "查处收红包", "kind": "accusation"}],
        respondents=[{"name": "某人"}],
    )
    way.case_id = caller.post("/cases/", body).json()["case"]["id"]
    gone = way.do(Act.LINK_RESPONDENT, cast.clerk, name="信访局", unit=cast.bureau.pk, outside=False)
    assert set(gone) == {"number", "message"}
    assert gone["number"] == Case.objects.get().number
    assert caller.get(f"/cases/{way.case_id}/").status_code == 404
    assert way.by(cast.sealed_desk).read(way.case_id)["content"] == "信访局的人收了红包。"
