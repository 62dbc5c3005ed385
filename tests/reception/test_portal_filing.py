"""Filing at the portal: registered at once and once, receipt and code, nobody else gets in, nothing of the accusing part."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from cases.models import Attachment, Case, Event, Party
from cases.record.chain import verify_chains
from kit.messages.models import Message
from organizations.models import JournalEntry
from organizations.today import on_the_day
from reception.models import ContactState, DayAnchor, OnlineFiling, QueryCode
from reception.portal.codes import held_under
from reception.portal.inclusion import make_anchors
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.reception.portal import CASE, FILE, LOOK_UP, file, look_up, typed
from vault.digests import sm3

pytestmark = pytest.mark.usefixtures("no_broker")


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def test_what_is_filed_is_registered_by_the_petitioner_himself(cast: Cast, client: Client):
    receipt = file(client, cast)
    case, event = Case.objects.get(), Event.objects.get()
    party = Party.objects.get()
    assert (case.number, case.channel, case.registered_by, case.unit) == (
        receipt["number"],
        "online",
        None,
        cast.bureau,
    )
    assert (event.act, event.by, event.party) == ("register", None, party.pk)
    assert verify_chains().broken == []
    assert event.digest in receipt["page"]
    entry = JournalEntry.objects.get(verb="party.acted")
    assert (entry.by, entry.facts) == (None, {"party": party.pk, "act": "register"})
    assert "老王" not in str(entry.facts)
    page = client_of(cast.router).get(f"/cases/{case.pk}/").content.decode()
    assert "信访人本人" in page
    assert OnlineFiling.objects.get().notice


def test_the_code_is_long_kept_as_a_digest_only_and_in_no_address_and_no_qr(cast: Cast, client: Client):
    receipt = file(client, cast)
    code = receipt["code"].replace(" ", "")
    assert len(code) == 16, "16 signs of 32: 80 bits"
    kept = QueryCode.objects.values().get()
    assert code not in str(kept)
    svg = receipt["page"].split('<svg xmlns="http://www.w3.org/2000/svg"')[1].split("</svg>")[0]
    assert code not in svg
    answer = client.post(LOOK_UP, {"number": receipt["number"], "code": receipt["code"]})
    assert answer["Location"] == CASE
    assert code not in str(dict(client.session))
    assert client.get(f"{LOOK_UP}?n={receipt['number']}&code={code}").context["form"]["code"].value() is None


def test_the_same_form_again_is_the_same_filing_and_other_words_are_told(cast: Cast, client: Client):
    sent = typed(cast)
    first, again = (client.post(FILE, sent) for _ in range(2))
    assert first.context["code"] == again.context["code"]
    assert (
        Case.objects.count()
        == OnlineFiling.objects.count()
        == QueryCode.objects.count()
        == Message.objects.count()
        == 1
    )
    other = client.post(FILE, {**sent, "content": "另一件事"})
    assert other.status_code == 409
    assert first.context["number"] in other.content.decode()
    assert Case.objects.count() == 1
    OnlineFiling.objects.update(filed_at="2026-01-01T00:00:00Z")
    late = client.post(FILE, sent)
    assert (late.context["number"], late.context["code"]) == (first.context["number"], "")


def test_a_filing_costs_few_statements(cast: Cast, client: Client):
    client.post(FILE, typed(cast))
    with CaptureQueriesContext(connection) as asked:
        client.post(FILE, typed(cast, phone=""))
    assert len(asked) <= 17, [query["sql"][:80] for query in asked]


def test_what_is_missing_is_said_and_nothing_is_preset(cast: Cast, client: Client):
    form = client.get(FILE).context["form"]
    for name in ("kind", "filed_as", "agreed", "content", "desk"):
        assert not form[name].value(), name
    half = client.post(FILE, typed(cast, agreed="", kind="", content=""))
    assert half.status_code == 422
    assert set(half.context["form"].errors) == {"agreed", "kind", "content"}
    assert "老王" in half.content.decode()
    assert not Case.objects.exists()


def test_who_has_number_and_code_gets_in_and_nobody_else(cast: Cast, client: Client):
    receipt = file(client, cast)
    page = look_up(client, receipt)
    assert page.request["PATH_INFO"] == CASE
    assert "已登记待分流" in page.content.decode()
    stranger = Client()
    assert stranger.get(CASE)["Location"] == LOOK_UP
    assert client_of(cast.router).get(CASE)["Location"] == LOOK_UP
    other = file(Client(), cast)
    for number, code in (
        (receipt["number"], other["code"]),
        (other["number"], receipt["code"]),
        (receipt["number"], "0" * 16),
    ):
        assert stranger.post(LOOK_UP, {"number": number, "code": code}).status_code == 422
    client.post("/portal/leave/")
    assert client.get(CASE)["Location"] == LOOK_UP


def test_guesses_find_nothing_and_are_slowed_by_address(cast: Cast, client: Client):
    receipt = file(client, cast)
    assert not any(held_under(receipt["number"], f"{guess:016d}") for guess in range(300))
    answers = [client.post(LOOK_UP, {"number": receipt["number"], "code": f"{guess:016d}"}) for guess in range(21)]
    assert [answer.status_code for answer in answers] == [422] * 20 + [429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert client.post(LOOK_UP, {"number": receipt["number"], "code": receipt["code"]}).status_code == 429
    elsewhere = client.post(LOOK_UP, {"number": receipt["number"], "code": receipt["code"]}, REMOTE_ADDR="10.1.2.3")
    assert elsewhere.status_code == 302


def test_of_an_accusation_its_petitioner_sees_that_it_is_there_and_the_accused_sees_nothing(cast: Cast, client: Client):
    receipt = file(
        client, cast, kind="accusation", content="住建局张主任收钱。", respondent="张主任", respondent_post="住建局"
    )
    case = Case.objects.get()
    assert case.sealed
    assert client_of(cast.housing_head).get(f"/cases/{case.pk}/").status_code == 404
    page = look_up(client, receipt).content.decode()
    assert "密封办理" in page
    for closed in ("张主任", "收钱", "已登记待分流"):
        assert closed not in page


def test_pictures_lose_where_they_were_taken_and_bad_files_are_told(cast: Cast, client: Client):
    image, out = Image.new("RGB", (40, 30), (10, 200, 30)), BytesIO()
    exif = image.getexif()
    exif[34853] = {1: "N", 2: (30.0, 1.0, 2.0)}
    exif[271] = "PHONE-MAKER"
    image.save(out, "JPEG", exif=exif)
    photo = SimpleUploadedFile("路.jpg", out.getvalue())
    file(client, cast, attachments=photo)
    kept = Attachment.objects.get()
    content = kept.file.read()
    assert b"PHONE-MAKER" in out.getvalue()
    assert b"PHONE-MAKER" not in content
    with Image.open(BytesIO(content)) as shown:
        assert not dict(shown.getexif())
    bad = client.post(FILE, typed(cast, attachments=SimpleUploadedFile("a.jpg", b"MZ\x00\x01")))
    assert bad.status_code == 422
    assert "attachments" in bad.context["form"].errors


def test_the_contact_is_checked_by_sms_or_in_writing_and_never_stops_a_registration(cast: Cast, client: Client):
    sent = typed(cast)
    client.post(FILE, sent)
    code = Message.objects.get().text.split("核对码")[1][:6]
    wrong = "000000" if code != "000000" else "111111"
    assert client.post("/portal/contact/", {"key": sent["key"], "code": wrong}).status_code == 422
    assert client.post("/portal/contact/", {"key": sent["key"], "code": code}).status_code == 200
    assert OnlineFiling.objects.get().state == ContactState.CONFIRMED
    file(client, cast, phone="")
    row = OnlineFiling.objects.get(state=ContactState.TO_ASK)
    clerk: Any = client_of(cast.clerk)
    assert row.case.number in clerk.get("/reception/online/").content.decode()
    assert clerk.post(f"/reception/online/{row.pk}/ask/", {}).status_code == 302
    assert clerk.post(f"/reception/online/{row.pk}/answer/", {"answer": "本人到窗口核对"}).status_code == 302
    row.refresh_from_db()
    assert row.state == ContactState.ANSWERED
    assert client_of(cast.housing_head).get(f"/reception/online/{row.pk}/").status_code == 404


def test_a_new_code_at_the_counter_ends_the_old_one(cast: Cast, client: Client):
    receipt = file(client, cast)
    case, party = Case.objects.get(), Party.objects.get()
    page = client_of(cast.clerk).post(f"/reception/cases/{case.pk}/codes/", {"party": party.pk})
    fresh = {"number": case.number, "code": page.context["code"]}
    assert client.post(LOOK_UP, {"number": case.number, "code": receipt["code"]}).status_code == 422
    assert look_up(client, fresh).request["PATH_INFO"] == CASE
    assert client_of(cast.housing_head).post(f"/reception/cases/{case.pk}/codes/", {"party": party.pk}).status_code in (
        403,
        404,
    )
    assert JournalEntry.objects.filter(verb="portal.code_issued", by=cast.clerk).count() == 1


def test_from_the_next_day_the_registration_is_found_in_what_was_published(cast: Cast):
    receipts = []
    with on_the_day(START):
        for place in range(5):
            browser = Client()
            receipts.append((browser, file(browser, cast, content=f"第{place}件")))
        browser, receipt = receipts[2]
        assert "次日公布" in look_up(browser, receipt).content.decode()
        assert make_anchors() == 0, "the day is not over"
    with on_the_day(START + timedelta(days=1)):
        assert make_anchors() == 1
        assert make_anchors() == 0
        anchor = DayAnchor.objects.get()
        for browser, receipt in receipts:
            shown = look_up(browser, receipt).context["inclusion"]
            reached = shown["digest"]
            for step in shown["steps"]:
                pair = step["digest"] + reached if step["side"] == "左" else reached + step["digest"]
                reached = sm3(pair.encode())
            assert (reached, shown["root"], shown["number"]) == (anchor.root, anchor.root, 5)
            assert shown["digest"] in receipt["page"]
        DayAnchor.objects.update(root="0" * 64)
        assert not look_up(*receipts[0]).context["inclusion"]["root"], "what does not fit is not shown as if it did"
