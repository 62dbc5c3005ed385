"""Originals are taken in with a receipt and go back to somebody; both doors; the case page tells of them."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Case
from law.errors import Refused
from organizations.models import RecordLetter
from organizations.today import today
from reception.models import OriginalsReceipt, OriginalsState
from reception.originals.actions import Item, give_originals_back, take_originals
from reception.originals.reading import held_too_long
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast, register

ITEMS = [Item("土地承包合同"), Item("收条", 2, "有折痕")]


def taken(cast: Cast, case: Case, **more: Any) -> OriginalsReceipt:
    return take_originals(case.pk, items=ITEMS, handed_by="老王", by=cast.clerk, **more)


def test_a_receipt_with_its_number_lists_what_was_left(cast: Cast):
    row = taken(cast, register(cast))
    letter = RecordLetter.objects.get()
    assert "信收〔" in letter.number
    for words in ("老王：", "1. 土地承包合同（1份）", "2. 收条（2份，有折痕）", row.case.number, "云河区信访局"):
        assert words in letter.content, words
    page = client_of(cast.clerk).get(row.get_absolute_url()).content.decode()
    assert f"/records/letters/{letter.pk}/" in page


def test_they_go_back_once_and_what_is_held_too_long_is_on_the_desk(cast: Cast):
    row = taken(cast, register(cast))
    assert not held_too_long(cast.clerk, today()).exists()
    assert held_too_long(cast.clerk, today() + timedelta(days=31)).get() == row
    give_originals_back(row, returned_to="老王", by=cast.router)
    assert not held_too_long(cast.clerk, today() + timedelta(days=31)).exists()
    with pytest.raises(Refused) as refused:
        give_originals_back(row, returned_to="别人", by=cast.clerk)
    assert refused.value.code == "wrong_state"


def test_pages_and_the_case_page(cast: Cast):
    case, client = register(cast), client_of(cast.clerk)
    new = f"/reception/cases/{case.pk}/originals/new/"
    assert client.post(new, {"handed_by": "老王"}).status_code == 422
    rows = {"items-name": ["合同"], "items-copies": ["1"], "items-remark": [""]}
    answer = client.post(new, {"handed_by": "老王", **rows})
    row = OriginalsReceipt.objects.get()
    assert answer["Location"] == row.get_absolute_url()
    assert "材料收据" in client.get(answer["Location"]).content.decode()
    page = client.get(f"/cases/{case.pk}/").content.decode()
    assert row.get_absolute_url() in page
    assert f"/reception/cases/{case.pk}/correct/" in page
    assert client.get("/reception/originals/").content.decode().count(case.number) == 1
    assert client.post(f"{answer['Location']}give-back/", {"returned_to": "老王"}).status_code == 302
    assert OriginalsReceipt.objects.get().state == OriginalsState.RETURNED
    assert row.get_absolute_url() not in client_of(cast.supervisor).get(f"/cases/{case.pk}/").content.decode()
    assert client_of(cast.supervisor).get(row.get_absolute_url()).status_code == 404


def test_programs(cast: Cast):
    case, call = register(cast), Caller(cast.clerk)
    done = call.post(f"/reception/cases/{case.pk}/originals/", {"items": [{"name": "合同", "copies": 1}]})
    assert done.status_code == 201, done.content
    key = done.json()["id"]
    assert call.get("/reception/originals/").json()["results"][0]["case_number"] == case.number
    back = call.post(f"/reception/originals/{key}/give-back/", {"returned_to": "老王"})
    assert back.json()["state"] == "returned"
    assert call.get(f"/reception/originals/{key}/").json()["returned_on"] == today().isoformat()
