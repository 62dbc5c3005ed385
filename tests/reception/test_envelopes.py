"""The opening register: numbers without gaps, slips, letters registered from envelopes; both doors; who sees which."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Attachment, Case
from kit.files import check_files
from law.vocabulary import Kind
from organizations.models import RecordFile
from organizations.today import today
from reception.envelopes import actions
from reception.envelopes.actions import EnvelopeInput, open_batch, register_letter
from reception.envelopes.barcodes import barcode_svg
from reception.envelopes.reading import to_register
from reception.models import Envelope, EnvelopeBatch, EnvelopeKind, EnvelopeState, NoPetition
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import typed
from tests.cast import Cast
from tests.reception.papers import pdf
from tests.refusals import refusal

WRITTEN = EnvelopeInput(EnvelopeKind.EXPRESS, "老王", "青石镇柳湾村12号", mail_number="SF100")
LETTER: dict[str, Any] = {"received_on": today(), "content": "水渠堵了半年，庄稼没水浇。"}


def opened(cast: Cast, *, plain: int = 0) -> list[Envelope]:
    batch = open_batch(by=cast.clerk, received_on=today(), envelopes=[WRITTEN], plain=plain, witness="小周")
    return list(batch.envelopes.order_by("id"))


def test_a_batch_gives_every_envelope_its_number_and_the_next_goes_on(cast: Cast):
    first, second = opened(cast, plain=2), opened(cast)
    year = today().year
    assert [row.number for row in first] == [f"{year}-{n:06d}" for n in (1, 2, 3)]
    assert second[0].number == f"{year}-000004"
    assert [row.kind for row in first] == ["express", "ordinary", "ordinary"]
    assert refusal(open_batch, by=cast.clerk, received_on=today() + timedelta(days=1), plain=1) == "date_in_future"
    assert refusal(open_batch, by=cast.clerk, received_on=today()) == "nothing_opened"
    assert refusal(open_batch, by=cast.clerk, received_on=today(), plain=301) == "too_many_envelopes"
    assert EnvelopeBatch.objects.count() == 2
    assert to_register(cast.clerk, today()).count() == 4
    assert refusal(open_batch, by=cast.supervisor, received_on=today(), plain=1) == "not_permitted"


def test_a_letter_is_registered_from_its_envelope_with_its_scans_and_once(cast: Cast):
    [envelope] = opened(cast)
    actions.scan_envelope(envelope, uploads=check_files([SimpleUploadedFile("信.pdf", pdf(2))]), by=cast.clerk)
    client = client_of(cast.clerk)
    page = client.get(f"/reception/letters/new/?envelope={envelope.pk}", follow=True)
    form = page.context["form"]
    assert "老王" in page.content.decode()
    sent = typed(key=str(form["key"].value()), page_envelope=envelope.pk, channel="visit", **{"parties-role": [""]})
    answer = client.post("/reception/letters/new/", sent)
    case = Case.objects.get()
    assert answer["Location"] == f"/cases/{case.pk}/"
    assert case.channel == "letter", "the page's channel holds, whatever was sent"
    envelope.refresh_from_db()
    assert (envelope.state, envelope.case) == (EnvelopeState.REGISTERED, case)
    assert Attachment.objects.get().name == "信.pdf"
    assert RecordFile.objects.count() == 1, "the original stays with the envelope"
    assert client.post("/reception/letters/new/", sent)["Location"] == answer["Location"]
    assert Case.objects.count() == 1
    assert client.get(f"/reception/letters/new/?envelope={envelope.pk}", follow=True).status_code == 409


def test_two_clerks_with_one_envelope_lose_nothing(cast: Cast):
    [envelope] = opened(cast)
    register_letter(envelope, by=cast.router, **LETTER)
    client = client_of(cast.clerk)
    form = typed(page_envelope=envelope.pk)
    answer = client.post("/reception/letters/new/", form)
    assert answer.status_code == 409
    assert Case.objects.count() == 1
    page = answer.content.decode()
    assert "另一封信" in page
    assert "水渠堵了半年" in page
    assert 'name="page_envelope"' not in page
    del form["page_envelope"]
    assert client.post("/reception/letters/new/", form).status_code == 302
    assert Case.objects.count() == 2


def test_what_is_no_petition_is_set_aside_with_a_reason_and_can_be_taken_back(cast: Cast):
    [envelope] = opened(cast)
    actions.set_envelope_aside(envelope, why=NoPetition.ASTRAY, by=cast.clerk, remark="退回邮局")
    assert refusal(register_letter, envelope, by=cast.clerk, **LETTER) == "wrong_state"
    assert Case.objects.count() == 0
    page = client_of(cast.router).get("/reception/envelopes/?list=set_aside").content.decode()
    assert "误投" in page
    assert "老*" in page
    assert "老王" not in page
    actions.take_envelope_back(envelope, by=cast.router)
    assert register_letter(envelope, by=cast.clerk, **LETTER).channel == "letter"


def test_pages_steps_slips_and_the_scanner(cast: Cast):
    client = client_of(cast.clerk)
    rows = {"envelopes-kind": ["registered"], "envelopes-mail_number": ["XA1"], "envelopes-sender": ["老李"]}
    rows |= {"envelopes-sender_address": [""], "envelopes-postmarked_on": [""]}
    answer = client.post("/reception/batches/new/", {"received_on": today().isoformat(), "plain": "2", **rows})
    batch = EnvelopeBatch.objects.get()
    assert answer["Location"] == f"/reception/batches/{batch.pk}/"
    assert client.post("/reception/batches/new/", {"received_on": "昨天", "plain": "2"}).status_code == 422
    number = batch.envelopes.first().number
    slips = client.get(f"/reception/batches/{batch.pk}/slips/").content.decode()
    assert slips.count("<svg xmlns") == 3
    assert "老李" not in slips
    found = client.get("/reception/envelopes/", {"number": number})
    assert found["Location"] == f"/reception/envelopes/{batch.envelopes.first().pk}/"
    assert client.get("/reception/envelopes/", {"number": "2020-000009"}).status_code == 404
    step = f"{found['Location']}set-aside/"
    assert client.post(step, {"why": ""}).status_code == 422
    assert client.post(step, {"why": "empty", "seen": "0"}).status_code == 302
    for page in ("batches/", f"batches/{batch.pk}/", "envelopes/", f"envelopes/{batch.envelopes.first().pk}/"):
        assert client.get(f"/reception/{page}").status_code == 200, page
    assert client_of(cast.supervisor).get("/reception/envelopes/").status_code == 403


def test_bars_are_those_of_code_39():
    bars = barcode_svg("2026-000123")
    # Start, eleven signs, stop: five bars each.
    assert bars.count("<rect") == 13 * 5
    assert bars.count('width="3"') - 0 >= 13 * 2


def test_programs_use_the_same_register(cast: Cast):
    call = Caller(cast.clerk)
    batch = call.post(
        "/reception/batches/", {"received_on": today().isoformat(), "plain": 1, "envelopes": [{"kind": "express"}]}
    )
    assert batch.status_code == 201, batch.content
    first, second = batch.json()["envelopes"]
    assert (first["kind"], second["kind"]) == ("express", "ordinary")
    body = {
        "channel": "letter",
        "received_on": today().isoformat(),
        "content": "路灯不亮。",
        "source": "oa",
        "external_number": "7",
    }
    one = call.post(f"/reception/envelopes/{first['id']}/register/", body)
    assert one.status_code == 201, one.content
    assert call.post(f"/reception/envelopes/{first['id']}/register/", body).status_code == 200
    assert call.get("/reception/envelopes/?list=registered").json()["results"][0]["case"] == Case.objects.get().pk
    aside = call.post(f"/reception/envelopes/{second['id']}/set-aside/", {"why": "empty"})
    assert aside.status_code == 200, aside.content.decode()
    assert aside.json()["state"] == "set_aside"
    assert call.get(f"/reception/envelopes/{second['id']}/").json()["why"] == "empty"
    assert Caller(cast.other_dispatcher).get(f"/reception/envelopes/{second['id']}/").status_code == 404


def test_the_envelope_of_a_letter_that_accuses_the_office_goes_where_the_case_goes(cast: Cast):
    [envelope] = opened(cast)
    case = register_letter(
        envelope,
        by=cast.clerk,
        **LETTER,
        demands=[DemandInput("局长收了钱", Kind.ACCUSATION)],
        respondents=[RespondentInput("吴局长", unit_id=cast.bureau.pk)],
    )
    assert not Case.objects.visible_to(cast.clerk).filter(pk=case.pk).exists()
    assert not Envelope.objects.readable_by(cast.clerk).exists()
    assert client_of(cast.clerk).get(f"/reception/envelopes/{envelope.pk}/").status_code == 404


def test_a_list_costs_the_same_however_many_wait(cast: Cast):
    def cost() -> int:
        client = client_of(cast.clerk)
        client.get("/reception/envelopes/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reception/envelopes/").status_code == 200
        return len(queries)

    opened(cast, plain=1)
    few = cost()
    opened(cast, plain=20)
    assert cost() == few
