"""登记: whatever a citizen brings is registered once; whatever a clerk typed is never lost."""

import io
import zipfile
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cases.actions import ACTIONS
from cases.models import Attachment, Case, Draft, PersonLookUp
from law.vocabulary import Act
from organizations.models import Staff
from organizations.today import today
from tests.cast import Cast

PDF = b"%PDF-1.7\n" + b"x" * 200
HTMX = {"HX-Request": "true"}


def client_of(staff: Staff) -> Client:
    """A logged-in browser."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(**changes: Any) -> dict[str, Any]:
    """What a clerk types for 老王 who comes to the window."""
    whole: dict[str, Any] = {
        "key": str(uuid4()), "channel": "visit", "received_on": today().isoformat(), "content": "水渠堵了半年，庄稼没水浇。",
        "subject": "水渠堵塞", "parties-name": ["老王"], "parties-role": ["petitioner"], "parties-phone": ["13800001234"],
        "parties-id_type": [""], "parties-id_number": [""], "parties-address": ["青石镇柳湾村12号"],
        "demands-text": ["疏通水渠", "赔偿庄稼"], "demands-kind": ["appeal", "appeal"], "demands-path": ["", ""],
    }  # fmt: skip
    return {**whole, **changes}


def send(staff: Staff, data: dict[str, Any], **headers: Any) -> Any:
    """Send the intake form."""
    return client_of(staff).post("/cases/new/", data, **headers)


def test_a_form_becomes_a_case_with_its_people_and_demands(cast: Cast):
    answer = send(cast.clerk, typed())
    case = Case.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/cases/{case.pk}/"
    assert case.unit == cast.bureau
    assert [d.text for d in case.demands.all()] == ["疏通水渠", "赔偿庄稼"]
    assert case.parties.get().name == "老王"
    page = client_of(cast.clerk).get(answer["Location"]).content.decode()
    assert str(case.external_number) not in page


def test_htmx_is_sent_on_and_the_number_is_said(cast: Cast):
    client = client_of(cast.clerk)
    answer = client.post("/cases/new/", typed(), headers=HTMX)
    case = Case.objects.get()
    assert answer["HX-Redirect"] == f"/cases/{case.pk}/"
    assert f"已登记，编号{case.number}" in client.get(answer["HX-Redirect"]).content.decode()


def test_two_presses_of_one_form_are_one_case(cast: Cast):
    form = typed()
    first, second = send(cast.clerk, form), send(cast.clerk, form)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_another_petition_typed_over_a_registered_page_is_neither_lost_nor_mixed_up(cast: Cast):
    form = typed()
    send(cast.clerk, form)
    answer = send(cast.clerk, {**form, "content": "另一件事：路灯不亮。"})
    assert answer.status_code == 409
    assert "路灯不亮" in answer.content.decode()
    assert Case.objects.count() == 1
    again = answer.context["form"]["key"].value()
    assert again != form["key"]
    assert send(cast.clerk, {**form, "key": again, "content": "另一件事：路灯不亮。"}).status_code == 302
    assert Case.objects.count() == 2


def test_a_foreign_key_opens_no_foreign_case(cast: Cast):
    form = typed()
    send(cast.clerk, form)
    answer = send(cast.farming_handler, form)
    assert answer.status_code == 409
    assert Case.objects.get().number not in answer.content.decode()


@pytest.mark.parametrize(
    "odd",
    [
        {"parties-name": ["", "", ""], "parties-phone": ["", "", ""]},
        {"parties-name": ["某某"], "parties-id_number": ["12345"], "parties-id_type": ["id_card"]},
        {"parties-phone": ["不肯说"]},
        {"anonymous": "on", "parties-name": [""], "parties-phone": [""], "parties-address": [""]},
        {"parties-role": [""]},
        {"petitioner_count": "5000"},
        {"demands-text": [], "demands-kind": [], "demands-path": []},
        {"subject": ""},
        {"content": "冤"},
        {"respondents-name": ["王某"], "respondents-position": [""], "respondents-demands": ["²，9"]},
        {"parties-name": [f"代表{n}" for n in range(7)], "parties-role": ["representative"] * 7},
        {"no_such_field": "x", "state": "closed", "unit": "1"},
        {"key": "forged"},
        {"key": ""},
    ],
)  # fmt: skip
def test_an_incomplete_or_odd_petitioner_is_always_registered(cast: Cast, odd: dict[str, Any]):
    assert send(cast.clerk, typed(**odd)).status_code == 302
    assert Case.objects.get().state == "registered"


def test_what_is_odd_is_said_after_registering(cast: Cast):
    client = client_of(cast.clerk)
    seven = {"parties-name": [f"代表{n}" for n in range(7)], "parties-role": ["representative"] * 7}
    answer = client.post(
        "/cases/new/", typed(**seven, **{"parties-id_number": ["990102196001010012"] + [""] * 6})
    )
    page = client.get(answer["Location"]).content.decode()
    assert "代表不得超过5人，现有7人" in page
    assert "校验码不对" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"received_on": "1900-01-01"}, "1990-01-01"),
        ({"received_on": "2100-01-01"}, "晚于今天"),
        ({"received_on": "没写"}, "收到日期"),
        ({"content": ""}, "信访内容"),
        ({"content": "水\x00渠"}, "信访内容"),
        ({"content": "水\ufffd渠堵了"}, "编码"),
        ({"channel": "pigeon"}, "信访形式"),
        ({"petitioner_count": "-1"}, "信访人数"),
        ({"petitioner_count": "9" * 30}, "信访人数"),
        ({"content": "长" * 200_001}, "200000"),
        ({"parties-name": ["人"] * 61}, "最多60行，现有61行"),
        ({"demands-text": ["求"] * 61, "demands-kind": ["appeal"] * 61}, "最多60行"),
        ({"demands-text": ["求"] * 51, "demands-kind": ["appeal"] * 51}, "最多50项"),
        ({"demands-kind": ["bribe", "appeal"]}, "类别"),
    ],
)  # fmt: skip
def test_bad_input_is_named_and_everything_typed_is_given_back(cast: Cast, wrong: dict[str, Any], said: str):
    form = typed(location="柳湾村东头", **wrong)
    answer = send(cast.clerk, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "柳湾村东头" in page
    assert "13800001234" in page or "parties-name" in wrong
    assert Case.objects.count() == 0
    fragment = send(cast.clerk, form, headers=HTMX)
    assert fragment.status_code == 422
    assert fragment["HX-Retarget"] == "#intake-fields"
    assert "<html" not in fragment.content.decode()


def test_bytes_of_another_encoding_and_ten_megabytes_are_refused_in_plain_words(cast: Cast):
    client = client_of(cast.clerk)
    key = uuid4()
    gbk = f"key={key}&channel=visit&received_on={today()}&content=".encode() + "水渠堵了".encode("gbk")
    kind = "application/x-www-form-urlencoded"
    assert client.post("/cases/new/", gbk, content_type=kind).status_code == 422
    assert client.post("/cases/new/", gbk, content_type=f"{kind}; charset=gbk").status_code == 400
    huge = typed(content="长" * 3_500_000)
    assert 400 <= client.post("/cases/new/", huge).status_code < 500
    assert Case.objects.count() == 0


def docx() -> bytes:
    """The smallest file that is a docx by content."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    return made.getvalue()


def test_files_are_told_by_content_and_come_back_as_downloads_only(cast: Cast):
    files = [
        SimpleUploadedFile("..\\..\\来信<1>.exe", PDF, "image/png"),
        SimpleUploadedFile("材料.docx", docx()),
        SimpleUploadedFile("说明.html", "<script>alert(1)</script>说明".encode("gb18030")),
    ]
    send(cast.clerk, typed(attachments=files))
    stored = {a.name: a for a in Attachment.objects.all()}
    assert set(stored) == {"来信1.exe.pdf", "材料.docx", "说明.html.txt"}
    assert len(stored["材料.docx"].sm3) == 64
    first = stored["来信1.exe.pdf"]
    answer = client_of(cast.clerk).get(f"/attachments/{first.pk}/")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    for stranger in (cast.stranger, cast.housing_handler, cast.system_admin, cast.informant):
        assert client_of(stranger).get(f"/attachments/{first.pk}/").status_code == 404
    assert client_of(cast.clerk).get("/attachments/999999999999999999999/").status_code == 404
    assert Client().get(f"/attachments/{first.pk}/").status_code == 302


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "是空的"), (b"MZ\x90\x00\x03", "不是可以接收的文件"), (b"PK\x03\x04broken", "不是可以接收的文件"), (b"\x00\x01", "不是可以接收的文件")],
)  # fmt: skip
def test_a_file_that_is_not_accepted_is_named_and_the_text_kept(cast: Cast, content: bytes, said: str):
    answer = send(cast.clerk, typed(attachments=[SimpleUploadedFile("证据.pdf", content)]))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "证据" in page
    assert said in page
    assert "庄稼没水浇" in page


def test_too_many_and_too_large_files_are_refused_with_the_numbers(cast: Cast):
    eleven = [SimpleUploadedFile(f"{n}.pdf", PDF) for n in range(11)]
    assert "最多10个附件，现有11个" in send(cast.clerk, typed(attachments=eleven)).content.decode()
    large = SimpleUploadedFile("大.pdf", PDF + b"x" * (20 * 1024 * 1024))
    assert "每个最多20MB" in send(cast.clerk, typed(attachments=[large])).content.decode()


def test_a_draft_gives_everything_back_and_goes_with_the_registration(cast: Cast):
    form = typed(received_on="不记得", location="东头\x00")
    client = client_of(cast.clerk)
    kept = client.post("/drafts/", form, headers=HTMX)
    assert "草稿已保存" in kept.content.decode()
    draft = Draft.objects.get()
    opened = client.get(f"/cases/new/?draft={draft.pk}", follow=True)
    page = opened.content.decode()
    for words in ("庄稼没水浇", "不记得", "13800001234", "赔偿庄稼", "东头", form["key"]):
        assert words in page, words
    assert (
        client_of(cast.router).get(f"/cases/new/?key={form['key']}").content.decode().count("庄稼没水浇") == 0
    )
    send(cast.clerk, typed(key=form["key"]))
    assert Draft.objects.count() == 0
    client.post("/drafts/", form, headers=HTMX)
    assert Draft.objects.count() == 0, "a late automatic save does not bring a registered form back"


def test_an_empty_form_leaves_no_draft_and_a_foreign_draft_cannot_be_dropped(cast: Cast):
    client = client_of(cast.clerk)
    client.post(
        "/drafts/", {"key": str(uuid4()), "channel": "visit", "received_on": "2026-03-02"}, headers=HTMX
    )
    assert Draft.objects.count() == 0
    client.post("/drafts/", typed(), headers=HTMX)
    draft = Draft.objects.get()
    assert client_of(cast.router).post(f"/drafts/{draft.pk}/drop/").status_code == 404
    assert client.post(f"/drafts/{draft.pk}/drop/", headers=HTMX).status_code == 200
    assert Draft.objects.count() == 0
    assert client.post("/drafts/", {"content": "x"}, headers=HTMX).status_code == 422


def test_a_session_that_is_over_leads_back_to_the_same_form(cast: Cast):
    key = uuid4()
    answer = Client().post(f"/cases/new/?key={key}", typed(key=str(key)))
    assert answer.status_code == 302
    assert str(key) in answer["Location"], "the form comes back under its key, its draft with it"


def test_only_those_who_register_open_the_form(cast: Cast):
    for name in ("clerk", "router", "housing_handler", "dispatcher", "informant"):
        assert (
            client_of(getattr(cast, name)).get("/cases/new/?channel=call", follow=True).status_code == 200
        ), name
    for name in ("supervisor", "leader", "analyst", "system_admin", "town_head"):
        for path in ("/cases/new/", "/cases/new/hints/", "/drafts/"):
            client = client_of(getattr(cast, name))
            answer = client.get(path) if path.endswith("new/") else client.post(path, typed())
            assert answer.status_code == 403, (name, path)


def test_a_village_registers_for_its_town(cast: Cast):
    answer = send(cast.informant, typed())
    case = Case.objects.get()
    assert case.unit == cast.town
    assert client_of(cast.informant).get(answer["Location"]).status_code == 200


def test_the_same_petitioner_and_the_same_words_are_shown_with_why_and_only_within_reach(cast: Cast):
    send(cast.clerk, typed())
    case = Case.objects.get()
    person = {"parties-name": ["老王"], "parties-phone": ["138-0000 1234"], "channel": "letter"}
    words = {"subject": "水渠堵塞没人管"}
    for asked, why in ((person, "信访人相同"), (words, "内容相近：水渠堵塞")):
        shown = client_of(cast.clerk).post("/cases/new/hints/", asked, headers=HTMX).content.decode()
        assert case.number in shown
        assert why in shown
        assert "13800001234" not in shown
        hidden = (
            client_of(cast.farming_handler).post("/cases/new/hints/", asked, headers=HTMX).content.decode()
        )
        assert case.number not in hidden
    for little in (
        {"parties-name": ["老王"]},
        {"parties-phone": ["13800001234"]},
        {"subject": "反映问题要求解决"},
    ):
        assert (
            case.number
            not in client_of(cast.clerk).post("/cases/new/hints/", little, headers=HTMX).content.decode()
        )


def test_the_hints_doubt_numbers_while_typing_and_survive_rubbish(cast: Cast):
    rubbish = {
        "parties-name": ["\x00"],
        "parties-id_number": ["990102196013010011"],
        "parties-phone": ["12"],
        "channel": "visit",
        "subject": "%" * 5000,
    }
    shown = client_of(cast.clerk).post("/cases/new/hints/", rubbish, headers=HTMX)
    assert shown.status_code == 200
    assert "出生日期不存在" in shown.content.decode()
    assert "不像手机号" in shown.content.decode()


def test_the_receipt_names_the_unit_the_15_days_and_only_the_petitioner(cast: Cast):
    send(cast.clerk, typed())
    case = Case.objects.get()
    page = client_of(cast.clerk).get(f"/cases/{case.pk}/receipt/").content.decode()
    due = today() + timedelta(days=15)
    for words in (
        case.number,
        "老王：",
        "云河区信访局",
        "15日内",
        f"至迟{due.year}年{due.month}月{due.day}日",
        "第二十二条",
    ):
        assert words in page, words
    for secret in ("13800001234", "12号", case.external_number):
        assert secret not in page
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.housing, demands=[1, 2], reason="职责")
    assert client_of(cast.housing_head).get(f"/cases/{case.pk}/receipt/").status_code == 403
    assert client_of(cast.stranger).get(f"/cases/{case.pk}/receipt/").status_code == 404


def test_a_person_is_looked_up_with_a_reason_and_masked(cast: Cast):
    send(cast.clerk, typed())
    case = Case.objects.get()
    client = client_of(cast.router)
    refused = client.post("/look-up/", {"name": "老王", "reason": ""})
    assert refused.status_code == 422
    assert case.number not in refused.content.decode()
    assert client.post("/look-up/", {"reason": "核对重复件"}).status_code == 422
    assert PersonLookUp.objects.count() == 0
    found = client.post("/look-up/", {"name": "老王", "reason": "核对重复件"}).content.decode()
    assert case.number in found
    assert "老*" in found
    assert PersonLookUp.objects.get().reason == "核对重复件"
    assert (
        case.number
        not in client_of(cast.stranger).post("/look-up/", {"name": "老王", "reason": "核对"}).content.decode()
    )
    for name in ("informant", "housing_handler", "auditor"):
        assert (
            client_of(getattr(cast, name)).post("/look-up/", {"name": "老王", "reason": "好奇"}).status_code
            == 403
        )
    assert client.post("/look-up/", {"name": "a\x00", "reason": "长" * 300}).status_code == 422
