"""Scans beside the text: every kind is shown page by page, upright, and nothing of it is kept by looking."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kit.files import check_files
from law.errors import Refused
from organizations.models import RecordFile
from reception.scans.rendering import pages_of
from reception.scans.showing import MOST_PAGES, viewer
from tests.addresses import client_of
from tests.cast import Cast
from tests.reception.papers import HEIC, pdf, picture

PREVIEW = "/reception/scans/preview/"


def size_of(image: bytes) -> tuple[int, int]:
    found: tuple[int, int] = Image.open(BytesIO(image)).size
    return found


@pytest.mark.parametrize(
    ("content", "suffix", "total"),
    [
        (pdf(3), ".pdf", 3),
        (picture(), ".jpg", 1),
        (picture("PNG"), ".png", 1),
        (picture("WEBP"), ".webp", 1),
        (HEIC, ".heic", 1),
    ],
    ids=["pdf", "jpg", "png", "webp", "heic"],
)
def test_every_kind_becomes_pages_that_a_browser_shows(content: bytes, suffix: str, total: int):
    [checked] = check_files([SimpleUploadedFile(f"x{suffix}", content)])
    assert checked.suffix == suffix
    found = pages_of(content, suffix, most=2)
    assert found.total == total
    assert len(found.images) == min(total, 2)
    assert all(image.startswith(b"\xff\xd8\xff") for image in found.images)


def test_a_photograph_stands_upright_and_loses_what_the_camera_wrote():
    [image] = pages_of(picture(size=(60, 40), upright=6), ".jpg", most=1).images
    assert size_of(image) == (40, 60)
    assert not Image.open(BytesIO(image)).getexif()


def test_what_cannot_be_opened_is_said_and_stops_nothing():
    with pytest.raises(Refused) as refused:
        pages_of(b"%PDF-1.7 broken", ".pdf", most=1)
    assert refused.value.code == "unreadable_scan"
    shown = viewer(
        [("坏的.pdf", ".pdf", b"%PDF-1.7 broken"), ("说明.txt", ".txt", b"x"), ("好的.jpg", ".jpg", picture())]
    )
    assert [page["label"] for page in shown["pages"]] == ["好的.jpg 第1页"]
    assert len(shown["remarks"]) == 2


def test_a_thick_letter_is_shown_so_far_and_the_rest_is_said():
    shown = viewer([("厚.pdf", ".pdf", pdf(MOST_PAGES + 3)), ("后.jpg", ".jpg", picture())])
    assert len(shown["pages"]) == MOST_PAGES
    assert f"共{MOST_PAGES + 3}页" in shown["remarks"][0]


def test_who_registers_looks_and_nothing_is_kept(cast: Cast):
    file = SimpleUploadedFile("信.pdf", pdf(2), "application/pdf")
    page = client_of(cast.clerk).post(PREVIEW, {"attachments": [file]}).content.decode()
    assert page.count("data:image/jpeg;base64,") == 2
    assert not RecordFile.objects.exists()
    wrong = SimpleUploadedFile("x.exe", b"MZ\x00\x01", "application/pdf")
    assert "不是可以接收的文件" in client_of(cast.clerk).post(PREVIEW, {"attachments": [wrong]}).content.decode()
    assert client_of(cast.supervisor).post(PREVIEW, {"attachments": []}).status_code == 403
