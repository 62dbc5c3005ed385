"""What is masked in a letter, what a look costs others, and what programs are told."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import PartyInput
from cases.doors.table import ACTIONS
from law.errors import Refused
from law.vocabulary import Act, Letter, State
from organizations.roles import Role
from tests.addresses import client_of
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.views.reason_doors import doors, file_of, letter, looks, page_of, said
from tests.cast import LAO_WANG, START, Cast, register
from tests.walks import Walk, walk_to

OnDay = Callable[[date], None]


# Nothing to hide, and what was corrected
def test_of_a_case_without_a_name_nothing_is_asked(cast: Cast, walk: Walk):
    nameless = walk_to(cast, State.ISSUED, parties=[], anonymous=True)
    client = client_of(cast.coordinator)
    assert "姓名已遮盖" not in said(client.get(page_of(nameless)))
    assert client.get(file_of(nameless)).status_code == 200
    assert looks(nameless) == []


def test_a_letter_stays_masked_in_the_name_that_it_was_written_to(cast: Cast, walk: Walk):
    walk.act(Act.CORRECT, cast.clerk, parties=[PartyInput("汪老三", phone="13900001111")], reason="姓名登记错误")
    page = said(client_of(cast.coordinator).get(page_of(walk)))
    assert "老王" not in page
    assert "老*：" in page


def test_every_personal_word_of_a_letter_is_masked(cast: Cast, walk: Walk):
    document = letter(walk)
    document.content += f"\n联系电话{LAO_WANG.phone}，{LAO_WANG.id_number}，住{LAO_WANG.address}。"
    document.save()
    page = said(client_of(cast.coordinator).get(page_of(walk)))
    for word in (LAO_WANG.phone, LAO_WANG.id_number, LAO_WANG.address):
        assert word not in page
    assert "138****1234" in page


def test_the_page_of_a_letter_asks_one_question_of_the_database_more(cast: Cast, walk: Walk):
    """Whether a reason was given; all else was read with the file."""
    nameless = walk_to(cast, State.ISSUED, parties=[], anonymous=True)

    def shown(address: str) -> int:
        client = client_of(cast.coordinator)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    assert shown(page_of(walk)) <= shown(page_of(nameless)) + 1


# Other people's dialogs
def test_a_look_at_the_people_lets_other_peoples_dialogs_stand(cast: Cast):
    case = register(cast)
    seen = case.version
    ACTIONS[Act.UNMASK](case.pk, by=cast.clerk, reason="核对", on=START)
    asked = {"unit": cast.town, "reason": "属地", "on": START}
    ACTIONS[Act.REFER](case.pk, by=cast.router, demands=[1], seen=seen, **asked)
    with pytest.raises(Refused, match="您打开页面之后"):
        ACTIONS[Act.REFER](case.pk, by=cast.router, demands=[2], seen=seen, **asked)


# Programs
def test_a_program_is_told_to_give_a_reason_first(cast: Cast, walk: Walk):
    caller = Caller(cast.coordinator)
    assert caller.get(page_of(walk)).json()["to"] == "老*"
    assert caller.get(page_of(walk)).json()["masked"] is True
    # The registration form is the desk's own paper, and its coordinator is of the desk.
    addresses = [doors(walk)[door] for door in ("pdf", "docx", "receipt of service")]
    for address in addresses:
        problem = assert_problem(caller.get(address), 403, "reason_needed")
        assert "查看完整信息" in problem["message"]
    assert_problem(caller.act(Act.UNMASK, walk.case.pk), 422, "reason_missing")
    assert_problem(
        caller.act(Act.UNMASK, walk.case.pk, purpose="contact", document=letter(walk).pk), 422, "key_not_open"
    )
    assert caller.done(Act.UNMASK, walk.case.pk, reason="系统对接")["parties"][0]["name"] == "老王"
    assert caller.get(page_of(walk)).json()["to"] == "老王"
    for address in addresses:
        assert "老王" in said(caller.get(address)), address
    caller.done(Act.UNMASK, walk.case.pk)
    assert looks(walk) == [("coordinator", "系统对接")]


def test_a_program_prints_the_work_of_its_own_office_and_lists_a_day_as_before(cast: Cast, walk: Walk):
    caller, on = Caller(cast.town_head), letter(walk).issued_on.isoformat()
    listed = caller.get("/letters/", on=on).json()
    assert [each["case_id"] for each in listed["letters"]] == [walk.case.pk]
    assert looks(walk) == []
    for address in ("/letters/day.pdf", file_of(walk), file_of(walk, "docx")):
        assert "老王" in said(caller.get(address, **({"on": on} if "day" in address else {})))
    assert looks(walk) == [("town_head", "制作文书")]
    second = Caller(cast.hire("小赵", cast.bureau, Role.WINDOW_CLERK))
    referred = letter(walk, Letter.REFERRAL_LETTER).issued_on.isoformat()
    assert_problem(second.get("/letters/day.pdf", on=referred), 403, "reason_needed")
    second.done(Act.UNMASK, walk.case.pk, purpose="serve")
    assert "老王" in said(second.get("/letters/day.pdf", on=referred))
