"""Sealed scans of letters and files that come later: who attaches them, what is refused, who reads them, the chain."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cases.doors.table import ACTIONS
from cases.models import Attachment, Document, Notice, Scan
from cases.reading.read import read_case
from law.endings import Retention
from law.errors import Refused
from law.vocabulary import Act, Letter, State
from organizations.models import Staff
from tests.addresses import client_of
from tests.cases.accusing import letter as accusing_letter
from tests.cases.accusing import refer_land, tell_all
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.asking import first_broken_link
from tests.cases.uploads import JPEG, PDF, PNG, a_file, a_scan, json_file, upload
from tests.cases.views.doors import Person, done
from tests.cast import Cast
from tests.walks import Walk, walk_to
from vault.digests import sm3

Turn = Callable[[date], None]


@pytest.fixture
def issued(cast: Cast, calendar: Turn) -> Walk:
    walk = walk_to(cast, State.ISSUED)
    calendar(walk.on)
    return walk


def opinion(walk: Walk) -> Document:
    found: Document = walk.case.documents.get(kind=Letter.HANDLING_OPINION)
    return found


def attach(walk: Walk, by: Staff, document: Document | None = None, *files: Any) -> None:
    letter = document or opinion(walk)
    walk.on_leg(Act.ATTACH_SCAN, by, document=letter.pk, uploads=list(files) or [a_scan()])


def refused(run: Callable[..., Any], *args: Any, **kwargs: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        run(*args, **kwargs)
    assert caught.value.message.endswith("。")
    return caught.value


# A scan
def test_a_scan_is_kept_with_its_digest_in_the_chain_and_changes_nothing_else(issued: Walk):
    before, content = issued.leg.state, opinion(issued).content
    attach(issued, issued.handler, None, a_scan("一"), a_scan("二", name="背面.pdf"))
    scans = list(opinion(issued).scans.all())
    assert [scan.name for scan in scans] == ["盖章.pdf", "背面.pdf"]
    assert scans[0].sm3 == sm3(PDF + "一".encode())
    event = issued.case.events.get(act=Act.ATTACH_SCAN)
    assert event.facts == {"document": opinion(issued).number, "sm3": [scan.sm3 for scan in scans]}
    assert first_broken_link(issued.case) is None
    assert (issued.leg.state, opinion(issued).content) == (before, content)


def test_several_scans_are_kept_and_the_same_one_is_refused(issued: Walk):
    attach(issued, issued.handler)
    assert refused(attach, issued, issued.head).code == "scan_known"
    attach(issued, issued.head, None, a_scan(), a_scan("三"))
    assert opinion(issued).scans.count() == 2


def test_what_is_no_scan_is_refused_by_its_name(issued: Walk):
    wrong = refused(attach, issued, issued.handler, None, a_scan(), a_file())
    assert (wrong.code, wrong.article) == ("scan_kind", "第三十二条")
    assert "合同.txt" in wrong.message
    nothing = refused(issued.on_leg, Act.ATTACH_SCAN, issued.handler, document=opinion(issued).pk, uploads=[])
    assert nothing.code == "file_missing"
    assert not Scan.objects.exists()


def test_each_unit_attaches_the_scans_of_its_own_letters(cast: Cast, issued: Walk):
    referral = issued.case.documents.get(kind=Letter.REFERRAL_LETTER)
    assert refused(attach, issued, cast.town_head, referral).code == "document_unknown"
    attach(issued, cast.router, referral)
    assert refused(attach, issued, cast.router, opinion(issued)).code == "document_unknown"
    for person in (cast.clerk, cast.supervisor, cast.analyst, cast.leader):
        assert refused(attach, issued, person).code == "not_permitted"
    for person in (cast.housing_head, cast.stranger):
        assert refused(attach, issued, person).code == "not_found"
    other = walk_to(cast, State.ISSUED)
    assert refused(attach, issued, issued.handler, opinion(other)).code == "document_unknown"


def test_an_archived_leg_lists_its_scans_and_takes_no_more(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    attach(walk, walk.head, None, a_scan("一"), a_scan("二"))
    walk.on_leg(Act.ARCHIVE, walk.handler, later=1, retention=Retention.TEN_YEARS)
    index = walk.case.documents.get(kind=Letter.ARCHIVE_INDEX).content
    assert f"{opinion(walk).number}，" in index
    assert index.count("盖章扫描件2份") == 1
    assert refused(attach, walk, walk.head).code == "wrong_state"


@pytest.mark.parametrize("content", [PDF, JPEG, PNG], ids=["pdf", "jpeg", "png"])
def test_the_page_takes_a_scan_and_gives_it_back(issued: Walk, content: bytes):
    letter, person = opinion(issued), Person(issued.handler)
    page = person.client.get(f"/cases/{issued.case.pk}/letters/{letter.pk}/").content.decode()
    assert f"attach-scan/?leg={issued.leg.pk}" in page.replace("&amp;", "&")
    dialog = person.dialog(Act.ATTACH_SCAN, issued.case, leg=issued.leg).content.decode()
    assert 'enctype="multipart/form-data"' in dialog
    sent = {"document": letter.pk, "uploads": [upload("盖章.bin", content)]}
    assert done(person.send(Act.ATTACH_SCAN, issued.case, leg=issued.leg, **sent))
    scan = letter.scans.get()
    url = f"/cases/{issued.case.pk}/letters/{letter.pk}/scans/{scan.pk}/"
    assert url in person.client.get(f"/cases/{issued.case.pk}/letters/{letter.pk}/").content.decode()
    assert url in person.page(issued.case).content.decode()
    answer = person.client.get(url)
    assert answer.content == content
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == scan.content_type
    assert person.client.get(f"{url[:-2]}999/").status_code == 404


def test_a_file_of_the_wrong_kind_comes_back_in_the_dialog(issued: Walk):
    sent = {"document": opinion(issued).pk, "uploads": [upload("x.pdf", b"MZ\x00\x01")]}
    answer = Person(issued.handler).send(Act.ATTACH_SCAN, issued.case, leg=issued.leg, **sent)
    assert answer.status_code == 422
    assert "不是可以接收的文件" in answer.content.decode()
    empty = Person(issued.handler).send(Act.ATTACH_SCAN, issued.case, leg=issued.leg, document=sent["document"])
    assert empty.status_code == 422
    assert "请填写“扫描件”。" in empty.content.decode()


def test_a_program_attaches_and_reads_scans(cast: Cast, issued: Walk):
    letter, caller = opinion(issued), Caller(issued.handler)
    body = {"leg_id": issued.leg.pk, "document": letter.pk}
    read = caller.done(Act.ATTACH_SCAN, issued.case.pk, **body, uploads=[json_file("盖章.pdf", PDF)])
    shown = next(each for each in read["documents"] if each["id"] == letter.pk)["scans"]
    assert [(each["name"], each["sm3"]) for each in shown] == [("盖章.pdf", sm3(PDF))]
    path = f"/cases/{issued.case.pk}/letters/{letter.pk}/"
    assert caller.get(path).json()["scans"] == shown
    assert caller.get(f"{path}scans/{shown[0]['id']}/").content == PDF
    assert_problem(Caller(cast.housing_head).get(f"{path}scans/{shown[0]['id']}/"), 404, "not_found")


@pytest.mark.parametrize(
    "files",
    [
        [],
        "x",
        [1],
        [{}],
        [{"name": "x"}],
        [{"name": "x", "content": "%%"}],
        [{"name": "", "content": ""}],
        [{"name": "a", "content": "", "more": 1}],
        [{"name": "..", "content": "TVoAAQ=="}],
        [{"name": "x" * 1001, "content": "TVo="}],
    ],
)
def test_files_that_are_none_are_a_problem_of_the_field(issued: Walk, files: Any):
    body = {"leg_id": issued.leg.pk, "document": opinion(issued).pk, "uploads": files}
    said = assert_problem(Caller(issued.handler).act(Act.ATTACH_SCAN, issued.case.pk, **body), 422)
    assert "uploads" in said["fields"]


def test_a_days_scans_come_in_one_archive_named_by_their_letters(cast: Cast, issued: Walk):
    attach(issued, issued.handler)
    day = opinion(issued).issued_on.isoformat()
    client = client_of(cast.town_head)
    assert "下载盖章扫描件1份" in client.get(f"/letters/?on={day}").content.decode()
    answer = client.get(f"/letters/day-scans.zip?on={day}")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        [name] = archive.namelist()
        assert opinion(issued).number in name
        assert archive.read(name) == PDF
    assert Caller(cast.town_head).get("/letters/day-scans.zip", on=day).status_code == 200
    assert client_of(cast.housing_head).get(f"/letters/day-scans.zip?on={day}").status_code == 404
    assert client.get("/letters/day-scans.zip?on=x").status_code == 422


# A file
def add(walk: Walk, by: Staff, words: str = "合同", title: str = "承包合同复印件") -> None:
    walk.act(Act.ADD_FILE, by, title=title, uploads=[a_file(words)])


def test_a_file_is_added_under_its_title_with_its_digest_in_the_chain(cast: Cast, issued: Walk):
    add(issued, cast.clerk)
    row = Attachment.objects.get(case=issued.case)
    assert (row.title, row.leg, row.sm3) == ("承包合同复印件", None, sm3("合同".encode()))
    event = issued.case.events.get(act=Act.ADD_FILE)
    assert event.facts == {"sm3": [row.sm3]}
    assert first_broken_link(issued.case) is None
    tell_all(issued.case)
    told = Notice.objects.filter(event=event)
    assert [notice.staff.username for notice in told] == ["town_handler"]
    assert "承包合同复印件（合同.txt）" in Person(cast.town_handler).page(issued.case).content.decode()
    assert refused(add, issued, cast.clerk).code == "file_known"
    assert refused(add, issued, cast.clerk, "另一份", " ").code == "title_missing"


def test_whoever_works_on_the_case_adds_files_and_nobody_else(cast: Cast, issued: Walk):
    for number, person in enumerate((cast.clerk, cast.router, cast.town_handler, cast.town_head)):
        add(issued, person, f"第{number}份")
    for person in (cast.supervisor, cast.leader, cast.analyst):
        assert refused(add, issued, person, "x").code == "not_permitted"
    for person in (cast.housing_handler, cast.informant, cast.stranger):
        assert refused(add, issued, person, "x").code == "not_found"


def test_both_doors_take_a_file(issued: Walk):
    person = Person(issued.handler)
    assert done(person.send(Act.ADD_FILE, issued.case, title="照片", uploads=[upload("a.png", PNG)]))
    read = Caller(issued.handler).done(
        Act.ADD_FILE, issued.case.pk, title="录音整理", uploads=[json_file("b.txt", "记录".encode())]
    )
    assert [(each["title"], each["name"]) for each in read["attachments"]] == [("照片", "a.png"), ("录音整理", "b.txt")]
    key = read["attachments"][1]["id"]
    answer = Caller(issued.handler).get(f"/attachments/{key}/")
    assert b"".join(answer.streaming_content).decode() == "记录"


def test_a_file_of_the_open_part_of_a_sealed_case_stays_with_its_leg(cast: Cast):
    """The town handles the land; the desk's files of the accusation are not for it, its own are."""
    walk = refer_land(cast, accusing_letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.TAKE, cast.town_head, handler=cast.town_handler)
    ACTIONS[Act.ADD_FILE](walk.case.pk, by=cast.router, on=walk.on, title="举报材料", uploads=[a_file("举报")])
    add(walk, cast.town_handler, "地界图", "地界图")
    seen = read_case(walk.case.pk, by=Staff.objects.get(pk=cast.town_handler.pk), on=walk.on)
    assert [each.title for each in seen.attachments] == ["地界图"]
    desk = read_case(walk.case.pk, by=Staff.objects.get(pk=cast.router.pk), on=walk.on)
    assert {each.title for each in desk.attachments} == {"举报材料", "地界图"}
    tell_all(walk.case)
    assert not Notice.objects.filter(event__act=Act.ADD_FILE).exists()
