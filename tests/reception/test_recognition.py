"""Text recognised from an envelope's scans: the worker's work, a suggestion, asked for only where the extra is there."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kit.files import check_files
from kit.jobs.models import Job
from law.errors import Refused
from organizations.models import RecordFile
from organizations.today import today
from reception.envelopes.actions import open_batch, scan_envelope
from reception.models import Envelope
from reception.recognition import work
from tests.addresses import client_of
from tests.cast import Cast
from tests.reception.papers import pdf, picture


@pytest.fixture
def scanned(cast: Cast) -> Envelope:
    """An envelope with a letter of two pages and a photograph."""
    envelope = open_batch(by=cast.clerk, received_on=today(), plain=1).envelopes.get()
    files = [SimpleUploadedFile("信.pdf", pdf(2)), SimpleUploadedFile("照片.jpg", picture())]
    return scan_envelope(envelope, uploads=check_files(files), by=cast.clerk)


def test_the_text_of_every_page_is_kept_beside_the_scans(cast: Cast, scanned: Envelope, monkeypatch, tmp_path):
    monkeypatch.setattr(work, "installed", lambda: True)
    monkeypatch.setattr(work, "reader", lambda: lambda image: ["水渠堵了", f" {len(image) > 0} "])
    job = work.ask_recognition(scanned, by=cast.clerk)
    told: list[Any] = []
    work.recognise(job, lambda *done, **_: told.append(done), tmp_path)
    scanned.refresh_from_db()
    assert scanned.recognised == "\n\n".join(["水渠堵了\nTrue"] * 3)
    assert told[-1] == (3, 3)
    assert RecordFile.objects.count() == 2, "the original is kept"
    page = client_of(cast.clerk).get(f"/reception/letters/new/?envelope={scanned.pk}", follow=True).content.decode()
    assert "只供参考" in page
    assert page.count("水渠堵了") == 3


def test_without_the_extra_it_is_not_offered_and_refused(cast: Cast, scanned: Envelope, monkeypatch):
    monkeypatch.setattr(work, "installed", lambda: False)
    with pytest.raises(Refused) as refused:
        work.ask_recognition(scanned, by=cast.clerk)
    assert refused.value.code == "not_built"
    assert not Job.objects.exists()
    address = f"/reception/envelopes/{scanned.pk}/recognise/"
    assert client_of(cast.other_dispatcher).post(address).status_code == 404
