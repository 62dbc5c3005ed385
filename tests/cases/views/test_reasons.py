"""Names on letters: every door asks for a reason, once a person, case and day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cases.doors.table import ACTIONS
from cases.letters.names import MASKED_MARK
from law.vocabulary import Act, Letter
from organizations.roles import Role
from tests.addresses import client_of
from tests.cases.asking import first_broken_link
from tests.cases.views.reason_doors import KEYS, come_back, doors, file_of, looks, page_of, said
from tests.cast import Cast
from tests.walks import Walk

OnDay = Callable[[date], None]


# The light way
@pytest.mark.parametrize("person", ["town_handler", "clerk", "town_head", "dispatcher"])
def test_handler_registrar_and_issuing_office_open_a_letter_by_one_key_once_a_day(
    cast: Cast, walk: Walk, on_day: OnDay, person: str
):
    staff = getattr(cast, person)
    client, address = client_of(staff), page_of(walk)
    masked = said(client.get(address))
    assert "老*：" in masked
    assert "老王" not in masked
    assert all(f">{key}</button>" in masked for key in KEYS)
    assert looks(walk) == []
    for _ in range(2):
        assert "老王：" in said(come_back(client, address, purpose="contact"))
    for door, each in doors(walk).items():
        if (person, door) != ("clerk", "day"):  # the town's day is none of the desk's
            assert "老王" in said(client.get(each)), door
    assert "姓名已遮盖" not in said(client.get(address))
    dialog = said(client.get(f"/cases/{walk.case.pk}/unmask/"))
    assert "13800001234" in dialog, "the case page asks no second time either"
    assert looks(walk) == [(person, "联系")]
    on_day(walk.on + timedelta(days=1))
    assert "老王" not in said(client.get(address))
    assert "老王：" in said(come_back(client, address, purpose="face"))
    assert looks(walk) == [(person, "联系"), (person, "当面核对")]
    assert first_broken_link(walk.case) is None


@pytest.mark.parametrize("person", ["town_handler", "clerk", "town_head"])
def test_printing_own_work_is_the_reason_and_is_kept_once(cast: Cast, walk: Walk, person: str):
    client = client_of(getattr(cast, person))
    for ending in ("pdf", "docx", "pdf"):
        assert "老王" in said(client.get(file_of(walk, ending)))
    assert looks(walk) == [(person, "制作文书")]
    assert "老王：" in said(client.get(page_of(walk))), "the page needs no second reason"


def test_what_was_written_counts_before_a_key(cast: Cast, walk: Walk):
    """Enter in the field of the dialog may press a key as well."""
    client_of(walk.handler).post(f"/cases/{walk.case.pk}/unmask/", {"purpose": "contact", "reason": "核对住址"})
    assert looks(walk) == [("town_handler", "核对住址")]


def test_a_reason_of_the_case_page_opens_the_letters_and_one_of_a_letter_the_case_page(cast: Cast, walk: Walk):
    client = client_of(cast.coordinator)
    ACTIONS[Act.UNMASK](walk.case.pk, by=cast.coordinator, reason="接待来访", on=walk.on)
    assert "老王：" in said(client.get(page_of(walk)))
    assert "老王" in said(client.get(file_of(walk)))
    assert looks(walk) == [("coordinator", "接待来访")]


def test_the_issuing_office_is_asked_for_its_own_letter_and_writes_down_why_for_another(cast: Cast, walk: Walk):
    second = cast.hire("小赵", cast.bureau, Role.WINDOW_CLERK)
    client, own = client_of(second), file_of(walk, kind=Letter.REFERRAL_LETTER)
    asked = client.get(own)
    assert asked["Content-Type"].startswith("text/html")
    assert all(f">{key}</button>" in said(asked) for key in KEYS)
    other = said(client.get(file_of(walk)))
    assert not any(f">{key}</button>" in other for key in KEYS)
    assert "老王" in said(come_back(client, own, purpose="serve"))


# The others
@pytest.mark.parametrize(
    ("person", "kind"), [("coordinator", Letter.HANDLING_OPINION), ("town_head", Letter.ACCEPTANCE_NOTICE)]
)
def test_who_only_reads_a_letter_writes_down_why(cast: Cast, walk: Walk, person: str, kind: Letter):
    # The head's own unit issued everything here but the referral letter.
    kind = Letter.REFERRAL_LETTER if person == "town_head" else kind
    client, address = client_of(getattr(cast, person)), page_of(walk, kind)
    masked = said(client.get(address))
    assert "老王" not in masked
    assert 'name="purpose"' not in masked
    for wrong in ({"purpose": "contact"}, {"reason": " "}, {}, {"purpose": "document"}):
        answer = client.post(address, wrong)
        assert answer.status_code == 422, wrong
        assert "老王" not in said(answer)
    for ending in ("pdf", "docx"):
        asked = client.get(file_of(walk, ending, kind))
        assert (asked.status_code, asked["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert "老王" not in said(asked)
        assert 'name="reason"' in said(asked)
    assert looks(walk) == []
    assert "老王" in said(come_back(client, file_of(walk, "docx", kind), reason="群众来电询问"))
    assert "老王" in said(client.get(file_of(walk, "pdf", kind)))
    assert "老王" in said(client.get(address))
    assert looks(walk) == [(person, "群众来电询问")]


@pytest.mark.parametrize("person", ["leader", "analyst", "supervisor", "second"])
def test_whose_roles_do_not_open_names_reads_and_prints_masked_copies(cast: Cast, walk: Walk, person: str):
    second = cast.hire("承办人二", cast.town, Role.HANDLER)
    staff = second if person == "second" else getattr(cast, person)
    client = client_of(staff)
    page = said(client.get(page_of(walk)))
    assert "老*：" in page
    assert "您的角色不能查看姓名" in page
    assert client.post(page_of(walk), {"purpose": "contact"}).status_code == 403
    assert client.post(page_of(walk), {"reason": "想看"}).status_code == 403
    for ending in ("pdf", "docx"):
        copy = said(client.get(file_of(walk, ending)))
        assert MASKED_MARK in copy
        assert "老王" not in copy
    for address in (doors(walk)["receipt of service"], doors(walk)["registration form"]):
        form = client.get(address)
        assert form.status_code == 200
        assert "老王" not in said(form)
        assert "老*" in said(form)
    assert looks(walk) == []
