"""A file may come under a name of any length: the name is shortened, nothing typed is lost."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Attachment
from law.vocabulary import Act
from tests.cases.api.caller import Caller
from tests.cases.uploads import json_file
from tests.cases.views.intake_forms import PDF, send, typed
from tests.cast import Cast, register

LONG = "关于村口道路" * 67  # 402 characters, 1206 bytes
BIG = PDF + b"x" * 3_000_000  # beyond what is kept in memory


class Named(SimpleUploadedFile):
    """A file with a name that Django's own class would have shortened before it was sent."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__("x", content)
        self._name = name


NAMES = [f"{LONG}.pdf", f"{'a' * 400}.pdf", LONG, f"a.{'b' * 400}", f"a.{'路' * 400}"]


@pytest.mark.parametrize("content", [PDF, BIG], ids=["small", "large"])
@pytest.mark.parametrize("name", NAMES, ids=["chinese", "latin", "no suffix", "long suffix", "long chinese suffix"])
def test_a_page_takes_a_file_with_a_name_of_400_characters(cast: Cast, name: str, content: bytes):
    answer = send(cast.clerk, typed(attachments=[Named(name, content)]))
    assert answer.status_code == 302, answer.content.decode()[:500]
    kept = Attachment.objects.get().name
    assert kept.endswith(".pdf")
    assert len(kept) <= 104
    assert kept[:5] == name[:5] or "." in name[:5]


def test_what_else_is_wrong_is_said_over_the_whole_form(cast: Cast):
    form: dict[str, Any] = typed(content="", location="柳湾村东头", attachments=[Named(f"{LONG}.pdf", PDF)])
    answer = send(cast.clerk, form)
    assert answer.status_code == 422
    assert "柳湾村东头" in answer.content.decode()


@pytest.mark.parametrize("name", NAMES, ids=["chinese", "latin", "no suffix", "long suffix", "long chinese suffix"])
def test_a_program_may_send_such_a_name_too(cast: Cast, name: str):
    case = register(cast)
    answer = Caller(cast.clerk).act(Act.ADD_FILE, case.pk, title="合同", uploads=[json_file(name, PDF)])
    assert answer.status_code == 200, answer.content.decode()
    assert Attachment.objects.get().name.endswith(".pdf")
