"""机构改革 before its day: two officers, fit units, a preview, both doors."""

from datetime import timedelta
from typing import Any

from organizations.models import JournalEntry, Reform, Unit
from organizations.reforms import approve_reform, cancel_reform, register_reform
from organizations.roles import Role
from organizations.today import today
from tests.organizations.conftest import District, as_person
from tests.walks import code


def ask(district: District, unit: str, heir: str, days: int = 1, **more: Any) -> Reform:
    given = {"effective": today() + timedelta(days=days), "basis": "改革方案", "by": district.people[Role.SYSTEM_ADMIN]}
    return register_reform(district[unit], district[heir], on=today(), **{**given, **more})


def test_what_cannot_be_closed_and_who_cannot_take_over(district: District):
    assert code(ask, district, "区", "水务局") == "unit_unfit"
    assert code(ask, district, "信访局", "水务局") == "unit_unfit"
    for heir in ("柳溪镇", "上河村", "信访局", "区"):
        assert code(ask, district, "柳溪镇", heir) == "successor_unfit", heir
    assert code(ask, district, "柳溪镇", "石桥镇", days=0) == "reform_retroactive"
    assert code(ask, district, "柳溪镇", "石桥镇", basis=" ") == "basis_missing"
    assert code(ask, district, "柳溪镇", "石桥镇", by=district.people[Role.HEAD]) == "not_permitted"
    ask(district, "柳溪镇", "石桥镇")
    assert code(ask, district, "柳溪镇", "水务局") == "reform_registered"
    assert code(ask, district, "石桥镇", "水务局") == "unit_unfit", "it has to take over first"
    assert code(ask, district, "水务局", "柳溪镇") == "successor_unfit"


def test_another_officer_approves_and_either_takes_back(district: District):
    made = ask(district, "柳溪镇", "石桥镇")
    security = district.people[Role.SECURITY_ADMIN]
    assert code(approve_reform, made.pk, by=district.people[Role.SYSTEM_ADMIN], on=today()) == "not_permitted"
    assert code(approve_reform, made.pk, by=security, on=made.on) == "reform_retroactive"
    approve_reform(made.pk, by=security, on=today())
    unit = Unit.objects.get(pk=district["柳溪镇"].pk)
    assert (unit.valid_to, unit.successor) == (made.on, district["石桥镇"])
    assert code(approve_reform, made.pk, by=security, on=today()) == "reform_decided"
    cancel_reform(made.pk, by=security, on=today())
    unit.refresh_from_db()
    assert (unit.valid_to, unit.successor) == (None, None)
    ask(district, "柳溪镇", "水务局")
    verbs = list(JournalEntry.objects.filter(verb__startswith="reform.").order_by("pk").values_list("verb", flat=True))
    assert verbs == ["reform.registered", "reform.approved", "reform.cancelled", "reform.registered"]


def test_the_page_shows_what_moves_before_it_registers_and_the_other_officer_approves(district: District):
    client = as_person(district.people[Role.SYSTEM_ADMIN])
    effective = today() + timedelta(days=3)
    typed = {
        "unit": district["柳溪镇"].pk,
        "successor": district["石桥镇"].pk,
        "effective": f"{effective}",
        "basis": "方案",
    }
    shown = client.post("/reforms/new/", typed)
    page = shown.content.decode()
    assert "账号 <strong>1</strong>" in page, page
    assert "下级单位 <strong>2</strong>" in page
    assert not Reform.objects.exists()
    other = client.post("/reforms/new/", {**typed, "confirm": "1", "shown": "1|2|2026-01-01"})
    assert (other.status_code, Reform.objects.count()) == (200, 0), "not what was read"
    assert client.post("/reforms/new/", {**typed, "confirm": "1", "shown": shown.context["shown"]}).status_code == 302
    made = Reform.objects.get()
    assert "待核准" in client.get("/reforms/").content.decode()
    assert client.post(f"/reforms/{made.pk}/approve/").status_code == 403
    security = as_person(district.people[Role.SECURITY_ADMIN])
    assert security.post(f"/reforms/{made.pk}/approve/").status_code == 302
    assert "已核准" in security.get("/reforms/").content.decode()
    assert as_person(district.people[Role.ROUTER]).get("/reforms/").status_code == 403


def test_programs_do_the_same(district: District):
    client = as_person(district.people[Role.SYSTEM_ADMIN])
    asked = {
        "unit": district["柳溪镇"].pk,
        "successor": district["石桥镇"].pk,
        "effective": f"{today() + timedelta(days=3)}",
        "basis": "方案",
    }
    found = client.post("/api/v1/reforms/preview/", asked, content_type="application/json")
    assert {each["label"]: each["count"] for each in found.json()["moving"]}["账号"] == 1
    made = client.post("/api/v1/reforms/", asked, content_type="application/json")
    assert (made.status_code, made.json()["standing"]) == (201, "待核准")
    refused = client.post("/api/v1/reforms/", asked, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (422, "reform_registered")
    security = as_person(district.people[Role.SECURITY_ADMIN])
    answer = security.post(f"/api/v1/reforms/{made.json()['id']}/approve/")
    assert answer.json()["standing"] == "已核准，到期执行"
    gone = client.post(f"/api/v1/reforms/{made.json()['id']}/cancel/")
    assert gone.json()["standing"] == "已撤回"
    assert client.get("/api/v1/reforms/").json()[0]["id"] == made.json()["id"]
