"""A village sees itself only, a town its villages: by every door of the room."""

from uuid import uuid4

import pytest

from screening.models import EarlyWarning
from screening.models.words import WarningState
from screening.reports.approving import approve_grid
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.screening.scenes import NEXT_MONDAY, WEDNESDAY, dispute, round_of, zero

OTHERS = ("next_informant", "other_dispatcher", "housing_handler", "stranger")


@pytest.mark.parametrize("person", OTHERS)
def test_what_is_another_ones_is_not_there(cast: Cast, person: str, on_day):
    on_day(WEDNESDAY)
    round_ = round_of(cast)
    report, row = zero(cast, round_), dispute(cast)
    made = approve_grid(round_, cast.town, by=cast.dispatcher, on=NEXT_MONDAY)
    warned = EarlyWarning.objects.create(
        district=cast.area,
        unit=cast.town,
        village=cast.village,
        kind=row.kind,
        state=WarningState.WAITING,
        drawn_on=WEDNESDAY,
        reports=3,
        people=12,
        answer_by=WEDNESDAY,
    )
    who = getattr(cast, person)
    client, call = client_of(who), Caller(who)
    unit, at = cast.village.pk, f"/screening/rounds/{round_.pk}/units/{cast.village.pk}/"
    gone = [
        report.get_absolute_url(),
        row.get_absolute_url(),
        f"{row.get_absolute_url()}work/",
        warned.get_absolute_url(),
        f"/screening/approvals/{made.pk}/reopen/",
        f"/screening/disputes/new/?unit={unit}",
        f"/screening/disputes/to-the-sealed-desk/?unit={unit}",
        at,
    ]
    assert {url: client.get(url).status_code for url in gone} == dict.fromkeys(gone, 404)
    assert call.post(at, {"client_id": str(uuid4()), "zero": True}).status_code == 404
    assert call.post(f"/screening/units/{unit}/disputes/", {}).status_code == 404
    assert call.post(f"/screening/units/{unit}/accusations/", {}).status_code == 404
    assert call.get(f"/screening/towns/{cast.town.pk}/grid/").status_code in (403, 404)
    for url in ("/screening/disputes/?list=all", "/screening/reports/", "/ledgers/disputes/", "/screening/warnings/"):
        page = client.get(url).content.decode()
        assert row.number not in page, url
        assert report.get_absolute_url() not in page, url
        assert warned.get_absolute_url() not in page, url
    for url in ("/screening/disputes/?list=all", "/screening/reports/", "/screening/warnings/"):
        assert call.get(url).json()["results"] == [], url


def test_groups_that_phoned_are_marked_and_a_wrong_clock_decides_nothing(cast: Cast, on_day):
    on_day(WEDNESDAY)
    round_, call = round_of(cast), Caller(cast.informant)
    url = f"/screening/rounds/{round_.pk}/units/{cast.village.pk}/"
    said = {"zero": True, "phoned": [cast.group.pk], "sent_at": "2031-01-01T00:00:00+08:00"}
    done = call.post(url, {**said, "client_id": str(uuid4())})
    assert done.status_code == 201, done.content
    assert done.json()["groups"] == [{"unit": cast.group.pk, "nothing": True, "phoned": True}]
    assert (done.json()["late"], done.json()["reported_on"]) == (False, WEDNESDAY.isoformat())
    for wrong in ("0001-01-01T00:00:00", "gestern"):
        assert call.post(url, {**said, "client_id": str(uuid4()), "sent_at": wrong}).status_code == 422
