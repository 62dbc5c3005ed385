"""单位信息: the letterhead and the posts of a unit, who keeps what, both doors."""

from datetime import date, timedelta

from organizations.letterhead import keep_letterhead
from organizations.models import JournalEntry, Unit, UnitPost
from organizations.models.posts import Post
from organizations.posts import Contact, contact_of, end_post, fill_post, responsible_at
from organizations.roles import Role
from organizations.today import today
from tests.organizations.conftest import District, as_person
from tests.walks import code

DAY = date(2026, 3, 2)


def test_the_administrator_keeps_all_and_a_head_whom_to_ask_at_his_own_unit(district: District):
    admin, head = district.people[Role.SYSTEM_ADMIN], district.people[Role.HEAD]
    own, other = district["水务局"].pk, district["柳溪镇"].pk
    keep_letterhead(other, by=admin, said={"legal_name": "柳溪镇人民政府", "address": "镇前街1号"})
    keep_letterhead(own, by=head, said={"contact_phone": "0000-2600001"})
    assert code(keep_letterhead, own, by=head, said={"legal_name": "水务局"}) == "not_permitted"
    assert code(keep_letterhead, other, by=head, said={"contact_phone": "1"}) == "not_permitted"
    assert code(keep_letterhead, own, by=district.people[Role.ROUTER], said={}) == "not_permitted"
    assert Unit.objects.get(pk=other).formal_name == "柳溪镇人民政府"
    noted = JournalEntry.objects.filter(verb="unit.letterhead").order_by("pk")
    assert [entry.facts["fields"] for entry in noted] == [["legal_name", "address"], ["contact_phone"]]


def test_a_new_holder_ends_the_one_before_and_letters_name_the_officer_where_nobody_is_kept(district: District):
    admin, unit = district.people[Role.SYSTEM_ADMIN], district["柳溪镇"]
    fill_post(unit.pk, by=admin, post=Post.OFFICER, name="甲", phone="1", from_day=DAY)
    fill_post(unit.pk, by=admin, post=Post.FIRST, name="书记", from_day=DAY, account="yc_dispatcher")
    later = DAY + timedelta(days=10)
    held = fill_post(unit.pk, by=admin, post=Post.OFFICER, name="乙", phone="2", from_day=later)
    again = {"by": admin, "post": Post.OFFICER, "name": "丙"}
    assert code(fill_post, unit.pk, from_day=later, **again) == "post_overlaps"
    assert code(fill_post, unit.pk, from_day=later + timedelta(days=1), account="nobody", **again) == "account_unknown"
    assert [each.name for each in responsible_at(unit, later)] == ["书记", "乙"]
    assert [contact_of(unit, day) for day in (later - timedelta(days=1), later)] == [
        Contact("甲", "1"),
        Contact("乙", "2"),
    ]
    assert contact_of(unit, DAY - timedelta(days=1)) == Contact()
    assert code(end_post, unit.pk, held.pk, by=admin, to_day=DAY) == "post_overlaps"
    end_post(unit.pk, held.pk, by=admin, to_day=later)
    assert contact_of(unit, later + timedelta(days=1)) == Contact()


def test_the_page_keeps_and_shows_it(district: District):
    client, unit = as_person(district.people[Role.HEAD]), district["水务局"]
    assert unit.name in client.get("/units/").content.decode()
    typed = {"contact_person": "小周", "contact_phone": "0000-1", "address": "水街2号"}
    assert client.post(f"/units/{unit.pk}/letterhead/", typed).status_code == 302
    posted = {"post": "first", "name": "老周", "from_day": f"{today()}"}
    assert client.post(f"/units/{unit.pk}/posts/", posted).status_code == 302
    assert client.post(f"/units/{unit.pk}/posts/", posted).status_code == 422
    page = client.get(f"/units/{unit.pk}/").content.decode()
    assert all(word in page for word in ("小周", "水街2号", "老周", "第一责任人"))
    held = UnitPost.objects.get()
    assert client.post(f"/units/{unit.pk}/posts/{held.pk}/end/", {"to_day": f"{today()}"}).status_code == 302
    outsider = as_person(district.people[Role.ROUTER])
    assert "老周" in outsider.get(f"/units/{unit.pk}/").content.decode()
    assert outsider.get("/units/").status_code == 403
    assert outsider.post(f"/units/{unit.pk}/letterhead/", typed).status_code == 403


def test_programs_keep_and_read_it(district: District, neighbour: District):
    client, unit = as_person(district.people[Role.SYSTEM_ADMIN]), district["柳溪镇"]
    address = f"/api/v1/units/{unit.pk}/"
    kept = client.post(address, {"seal_line": "柳溪镇"}, content_type="application/json")
    assert (kept.status_code, kept.json()["seal_line"]) == (200, "柳溪镇")
    asked = {"post": "officer", "name": "小孔", "from_day": f"{today()}"}
    made = client.post(f"{address}posts/", asked, content_type="application/json")
    assert made.status_code == 201
    end = f"{address}posts/{made.json()['id']}/end/"
    assert client.post(end, {"to_day": f"{today()}"}, content_type="application/json").status_code == 200
    assert [each["name"] for each in client.get(address).json()["posts"]] == ["小孔"]
    refused = client.post(address, {"name": "别的"}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (422, "input_invalid")
    assert client.get(f"/api/v1/units/{neighbour['柳溪镇'].pk}/").status_code == 404
