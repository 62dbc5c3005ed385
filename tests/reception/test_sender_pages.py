"""Pages of senders: one is named, passes something on, its list is held against ours, its differences are settled."""

from base64 import b64encode
from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from cases.models import Case, Draft
from organizations.today import today
from reception.models import Difference, PassedOn, Sender
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import typed
from tests.cast import START, Cast
from tests.reception.lists import HEAD, LAMP, WATER, compared, differing, hotline
from tests.statements import statements_of

NEW = "/reception/passed-on/new/"


def sheet(*lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("工单.csv", "\n".join([HEAD, *lines]).encode("gb18030"))


def sent(cast: Cast, sender: Sender, **more: str) -> dict[str, object]:
    wanted = {"page_sender": str(sender.pk), "page_number": "GD7", "channel": "call", **more}
    return typed(**wanted)


def days() -> dict[str, str]:
    return {"since": START.isoformat(), "until": today().isoformat()}


def test_a_sender_is_named_and_its_list_read_by_a_map_file(cast: Cast):
    client = client_of(cast.router)
    form = client.get("/reception/senders/new/").context["form"]
    assert not any(form[name].value() for name in ("kind", "owes"))
    bad = SimpleUploadedFile("map.json", b'{"nothing": "x"}')
    assert (
        client.post("/reception/senders/new/", {"name": "热线", "kind": "hotline", "columns": bad}).status_code == 422
    )
    good = SimpleUploadedFile("map.json", '{"external_number": "单号"}'.encode())
    answer = client.post("/reception/senders/new/", {"name": "热线", "kind": "hotline", "columns": good})
    row = Sender.objects.get()
    assert answer["Location"] == row.get_absolute_url()
    assert row.columns == {"external_number": ["单号"]}
    page = client.get(row.get_absolute_url()).content.decode()
    assert "外部编号←单号" in page
    map_url = f"{row.get_absolute_url()}map/"
    assert client.post(map_url, {"owes": "result", "done_words": "办了", "seen": row.version}).status_code == 302
    row.refresh_from_db()
    assert (row.owes, row.done_words, row.columns) == ("result", "办了", {"external_number": ["单号"]})
    assert client_of(cast.supervisor).get(row.get_absolute_url()).status_code == 404


def test_what_is_passed_on_is_registered_with_number_and_report(cast: Cast):
    sender, client = hotline(cast), client_of(cast.clerk)
    form = client.get(f"{NEW}?sender={sender.pk}", follow=True).context["form"]
    assert form["page_sender"].value() == sender.pk
    assert not form["channel"].value()
    due = today() + timedelta(days=9)
    assert client.post(NEW, sent(cast, sender, page_number="")).status_code == 422
    body = sent(cast, sender, superior_report_by=due.isoformat())
    for _ in range(2):
        assert client.post(NEW, body).status_code == 302
    case = Case.objects.get()
    above = case.superior_commissions.get()
    assert (case.channel, above.superior_name, above.number, above.report_by) == ("call", sender.name, "GD7", due)
    kept = PassedOn.objects.get()
    page = client.get(f"/cases/{case.pk}/").content.decode()
    assert kept.get_absolute_url() in page
    assert f"{sender.name}，编号GD7" in page
    assert client.get(kept.get_absolute_url()).status_code == 200
    again = client.post(f"/reception/cases/{case.pk}/passed-on/new/", {"sender": sender.pk, "number": "GD8"})
    assert again.status_code == 302
    assert PassedOn.objects.count() == 2


def test_what_is_half_typed_is_kept_for_its_own_page(cast: Cast):
    sender, client = hotline(cast), client_of(cast.clerk)
    key = client.get(NEW, follow=True).context["form"]["key"].value()
    client.post("/drafts/", sent(cast, sender, key=str(key), page_of="passed_on"))
    page = client.get(f"/cases/new/?draft={Draft.objects.get().pk}", follow=True)
    assert page.request["PATH_INFO"] == NEW
    assert page.context["form"]["page_number"].value() == "GD7"


def test_a_list_is_brought_looked_at_and_registered(cast: Cast):
    sender, client = hotline(cast), client_of(cast.clerk)
    url = f"{sender.get_absolute_url()}compare/"
    assert client.post(url, {**days(), "until": "2026-02-01", "file": sheet(LAMP)}).status_code == 422
    answer = client.post(url, {**days(), "file": sheet(LAMP, WATER, "GD3,坏日期,,x,,,,")})
    page = client.get(answer["Location"])
    said = page.content.decode()
    assert "他有我无" in said
    assert "不是日期" in said
    listed = client.get("/reception/differences/").content.decode()
    assert listed.count("GD1") == 1
    # Names and words of petitions stand in no list.
    assert "老王" not in listed + said
    row = differing("GD1")
    shown = client.get(row.get_absolute_url()).content.decode()
    assert "村口的路灯坏了两个月。" in shown
    assert client.post(f"{answer['Location']}register/").status_code == 302
    assert Case.objects.count() == 2
    assert client.get("/reception/differences/?list=settled").content.decode().count("GD2") == 1
    assert client.get("/reception/differences/?list=nothing").status_code == 422


def test_a_difference_is_explained_by_a_named_person(cast: Cast):
    compared(cast, hotline(cast), LAMP)
    row, client = differing("GD1"), client_of(cast.clerk)
    url = f"{row.get_absolute_url()}settle/"
    assert client.post(url, {"how": "registered", "note": "x", "seen": row.version}).status_code == 422
    assert client.post(url, {"how": "not_ours", "note": "已电话告知热线", "seen": row.version}).status_code == 302
    assert "小李" in client.get("/reception/differences/?list=settled").content.decode()
    assert Difference.objects.get().row == ""


def test_our_rows_go_out_in_the_order_of_their_columns(cast: Cast):
    sender, client = hotline(cast), client_of(cast.clerk)
    compared(cast, sender, LAMP)
    client.post(f"{differing('GD1').get_absolute_url()}register/", {"seen": 0})
    answer = client.post(f"{sender.get_absolute_url()}export/", days())
    head, *rows = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert ",".join(head[:-1]) == HEAD
    [row] = rows
    assert row[0] == "GD1"
    assert (row[3], row[4], row[5]) == (None, None, None)
    assert (row[7], row[8]) == ("未办结", Case.objects.get().number)


def test_lists_cost_the_same_however_many_rows(cast: Cast):
    sender, client = hotline(cast), client_of(cast.clerk)
    compared(cast, sender, *(f"N{n},2026-03-02,一,二,,,,办理中" for n in range(25)))
    url = "/reception/differences/"
    assert statements_of(client, url) == statements_of(client, f"{url}?list=agreed")


def test_programs_name_senders_pass_on_and_compare(cast: Cast):
    call = Caller(cast.router)
    named = call.post("/reception/senders/", {"name": "市信访局", "kind": "superior", "owes": "conclusion"})
    assert named.status_code == 201, named.content
    at = f"/reception/senders/{named.json()['id']}/"
    body = {"channel": "letter", "received_on": START.isoformat(), "content": "路灯不亮。", "number": "S1"}
    assert call.post(f"{at}cases/", {**body, "number": ""}).status_code == 422
    done = call.post(f"{at}cases/", {**body, "superior_report_by": "2026-04-30"})
    assert done.status_code == 201, done.content
    assert call.post(f"{at}cases/", {**body, "superior_report_by": "2026-04-30"}).status_code == 200
    linked = call.post(f"/reception/cases/{Case.objects.get().pk}/passed-on/", {"sender": 1 << 40, "number": "S2"})
    assert linked.status_code == 422
    content = b64encode(f"{HEAD}\n{LAMP}".encode()).decode()
    made = call.post(f"{at}comparisons/", {**days(), "file": [{"name": "a.csv", "content": content}]})
    assert made.status_code == 201, made.content
    counts = {each["what"]: each["count"] for each in made.json()["counts"]}
    assert counts == {"theirs_only": 1, "ours_only": 1}
    rows = {row["what"]: row for row in call.get("/reception/differences/").json()["results"]}
    settled = call.post(
        f"/reception/differences/{rows['ours_only']['id']}/settle/", {"how": "told_them", "note": "已告知"}
    )
    assert (settled.status_code, settled.json()["state"]) == (200, "settled")
    [registered] = call.post(f"/reception/comparisons/{made.json()['id']}/register/", {}).json()
    assert registered["refused"] == ""
    assert call.get(f"/reception/comparisons/{made.json()['id']}/").json()["rows"] == 1
    assert call.post(f"{at}export/", days())["Content-Type"].endswith("sheet")
    assert call.post(f"{at}close/", {}).json()["state"] == "closed"
    assert call.post(f"{at}cases/", {**body, "number": "S3"}).json()["code"] == "sender_closed"
    assert Caller(cast.supervisor).get("/reception/differences/").status_code == 403
