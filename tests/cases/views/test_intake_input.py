"""登记: bad input and odd files are named in plain words, and everything typed is given back."""

import io
import zipfile
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cases.models import Attachment, Case
from organizations.today import today
from tests.cases.views.intake_forms import HTMX, PDF, client_of, send, typed
from tests.cast import Cast


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
)
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
    assert client.generic("POST", "/cases/new/", gbk, content_type=f"{kind}; charset=gbk").status_code in (400, 415)
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
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    for stranger in (cast.stranger, cast.housing_handler, cast.system_admin, cast.informant):
        assert client_of(stranger).get(f"/attachments/{first.pk}/").status_code == 404
    assert client_of(cast.clerk).get("/attachments/999999999999999999999/").status_code == 404
    assert Client().get(f"/attachments/{first.pk}/").status_code == 302


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空的"),
        (b"MZ\x90\x00\x03", "不是可以接收的文件"),
        (b"PK\x03\x04broken", "不是可以接收的文件"),
        (b"\x00\x01", "不是可以接收的文件"),
    ],
)
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
