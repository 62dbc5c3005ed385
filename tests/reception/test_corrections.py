"""One field put right without typing the others: of the case, of one person; both doors; the old value stays in the chain."""

from typing import Any

import pytest

from cases.models import Case, EventText, Party
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import LAO_WANG, Cast, register

LAO_LI = type(LAO_WANG)("老李", phone="13700001111", address="青石镇桃源村3号")


@pytest.fixture
def case(cast: Cast) -> Case:
    return register(cast, parties=[LAO_WANG, LAO_LI])


def test_one_field_changes_and_nothing_else(cast: Cast, case: Case):
    client, page = client_of(cast.clerk), f"/reception/cases/{case.pk}/correct/"
    listed = client.get(page).content.decode()
    assert f"{page}location/" in listed
    assert "13800001234" not in listed
    before: dict[str, Any] = dict(Case.objects.values().get(pk=case.pk))
    form = client.get(f"{page}location/").context["form"]
    assert set(form.fields) == {"seen", "location", "reason"}
    sent = {"location": "柳湾村东渠", "reason": "听错了", "seen": str(form["seen"].value())}
    assert client.post(f"{page}location/", sent).status_code == 302
    after: dict[str, Any] = dict(Case.objects.values().get(pk=case.pk))
    changed = {name for name in before if before[name] != after[name]}
    assert after["location"] == "柳湾村东渠"
    assert changed <= {"location", "version", "search_terms", "last_act_on", "last_event_on"}, changed
    assert Party.objects.filter(case=case).count() == 2


def test_one_thing_of_one_person_changes_in_the_same_row(cast: Cast, case: Case):
    first, second = case.parties.order_by("id")
    address = f"/reception/cases/{case.pk}/people/{first.pk}/phone/"
    shown = client_of(cast.clerk).get(address)
    assert "13800001234" not in shown.content.decode(), "what stood there is not shown for a correction"
    old = first.phone_digest
    answer = client_of(cast.clerk).post(address, {"phone": "13900009999", "reason": "记错一位"})
    assert answer.status_code == 302
    first.refresh_from_db()
    assert (first.name, first.phone, first.address, first.id_number) == (
        "老王",
        "13900009999",
        LAO_WANG.address,
        LAO_WANG.id_number,
    )
    assert first.phone_digest != old
    assert Party.objects.get(pk=second.pk).phone == "13700001111"
    told = EventText.objects.filter(event__case=case).order_by("-event_id")[0].text
    assert "138****1234" in told
    assert "13800001234" not in told


def test_what_cannot_be_corrected_is_said(cast: Cast, case: Case):
    client, first = client_of(cast.clerk), case.parties.order_by("id")[0]
    people = f"/reception/cases/{case.pk}/people/{first.pk}/"
    assert client.post(f"{people}phone/", {"phone": "13800001234", "reason": "核对"}).status_code == 422
    assert client.post(f"{people}phone/", {"phone": "1", "reason": ""}).status_code == 422
    assert client.get(f"{people}nothing/").status_code == 404
    assert client.get(f"/reception/cases/{case.pk}/correct/parties/").status_code == 404
    other = register(cast).parties.get()
    assert client.get(f"/reception/cases/{case.pk}/people/{other.pk}/phone/").status_code == 404
    assert client_of(cast.supervisor).get(f"/reception/cases/{case.pk}/correct/").status_code == 403
    assert client_of(cast.stranger).get(f"/reception/cases/{case.pk}/correct/").status_code == 404


def test_programs_put_one_thing_right(cast: Cast, case: Case):
    call, first = Caller(cast.clerk), case.parties.order_by("id")[0]
    done = call.post(f"/reception/cases/{case.pk}/people/{first.pk}/address/", {"address": "", "reason": "不肯说"})
    assert done.status_code == 200, done.content
    first.refresh_from_db()
    assert (first.address, first.unclear, first.phone) == ("", "住址不清", "13800001234")
    wrong = call.post(f"/reception/cases/{case.pk}/people/{first.pk}/address/", {"phone": "1", "reason": "x"})
    assert wrong.status_code == 422
