"""登记: whatever a citizen brings is registered once, by whoever may, and the receipt says what follows."""

from datetime import timedelta
from typing import Any

import pytest

from cases.doors.table import ACTIONS
from cases.models import Case
from law.vocabulary import Act
from organizations.today import today
from tests.cases.views.intake_forms import HTMX, client_of, send, typed
from tests.cast import Cast, register


def test_a_form_becomes_a_case_with_its_people_and_demands(cast: Cast):
    answer = send(cast.clerk, typed())
    case = Case.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/cases/{case.pk}/"
    assert case.unit == cast.bureau
    assert [d.text for d in case.demands.all()] == ["疏通水渠", "赔偿庄稼"]
    assert case.parties.get().name == "老王"
    page = client_of(cast.clerk).get(answer["Location"]).content.decode()
    assert str(case.external_number) not in page


def test_htmx_is_sent_on_and_the_number_is_said(cast: Cast):
    client = client_of(cast.clerk)
    answer = client.post("/cases/new/", typed(), headers=HTMX)
    case = Case.objects.get()
    assert answer["HX-Redirect"] == f"/cases/{case.pk}/"
    assert f"已登记，编号{case.number}" in client.get(answer["HX-Redirect"]).content.decode()


def test_two_presses_of_one_form_are_one_case(cast: Cast):
    form = typed()
    first, second = send(cast.clerk, form), send(cast.clerk, form)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_another_petition_typed_over_a_registered_page_is_neither_lost_nor_mixed_up(cast: Cast):
    form = typed()
    send(cast.clerk, form)
    answer = send(cast.clerk, {**form, "content": "另一件事：路灯不亮。"})
    assert answer.status_code == 409
    assert "路灯不亮" in answer.content.decode()
    assert Case.objects.count() == 1
    again = answer.context["form"]["key"].value()
    assert again != form["key"]
    assert send(cast.clerk, {**form, "key": again, "content": "另一件事：路灯不亮。"}).status_code == 302
    assert Case.objects.count() == 2


def test_a_foreign_key_opens_no_foreign_case(cast: Cast):
    form = typed()
    send(cast.clerk, form)
    mine = Case.objects.get()
    answer = send(cast.farming_handler, form)
    other = Case.objects.exclude(pk=mine.pk).get()
    assert answer["Location"] == f"/cases/{other.pk}/"
    assert other.unit == cast.farming


def test_a_page_sent_again_with_anything_changed_is_said_not_dropped(cast: Cast):
    form = typed()
    send(cast.clerk, form)
    answer = send(cast.clerk, {**form, "parties-phone": ["13700000000"]})
    assert answer.status_code == 409
    assert f"已登记为{Case.objects.get().number}" in answer.content.decode()


@pytest.mark.parametrize(
    "odd",
    [
        {"parties-name": ["", "", ""], "parties-phone": ["", "", ""]},
        {"parties-name": ["某某"], "parties-id_number": ["12345"], "parties-id_type": ["id_card"]},
        {"parties-phone": ["不肯说"]},
        {"anonymous": "on", "parties-name": [""], "parties-phone": [""], "parties-address": [""]},
        {"parties-role": [""]},
        {"petitioner_count": "5000"},
        {"demands-text": [], "demands-kind": [], "demands-path": []},
        {"subject": ""},
        {"content": "冤"},
        {"respondents-name": ["王某"], "respondents-position": [""], "respondents-demands": ["²，9"]},
        {"parties-name": [f"代表{n}" for n in range(7)], "parties-role": ["representative"] * 7},
        {"no_such_field": "x", "state": "closed", "unit": "1"},
        {"key": "forged"},
        {"key": ""},
    ],
)
def test_an_incomplete_or_odd_petitioner_is_always_registered(cast: Cast, odd: dict[str, Any]):
    assert send(cast.clerk, typed(**odd)).status_code == 302
    assert Case.objects.get().state == "registered"


def test_what_is_odd_is_said_after_registering(cast: Cast):
    client = client_of(cast.clerk)
    seven = {"parties-name": [f"代表{n}" for n in range(7)], "parties-role": ["representative"] * 7}
    answer = client.post("/cases/new/", typed(**seven, **{"parties-id_number": ["990102196001010012"] + [""] * 6}))
    page = client.get(answer["Location"]).content.decode()
    assert "代表不得超过5人，现有7人" in page
    assert "校验码不对" in page


def test_only_those_who_register_open_the_form(cast: Cast):
    for name in ("clerk", "router", "housing_handler", "dispatcher", "informant"):
        assert client_of(getattr(cast, name)).get("/cases/new/?channel=call", follow=True).status_code == 200, name
    for name in ("supervisor", "leader", "analyst", "system_admin", "town_head"):
        for path in ("/cases/new/", "/cases/new/hints/", "/drafts/"):
            client = client_of(getattr(cast, name))
            answer = client.get(path) if path.endswith("new/") else client.post(path, typed())
            assert answer.status_code == 403, (name, path)


def test_a_village_registers_for_its_town(cast: Cast):
    answer = send(cast.informant, typed())
    case = Case.objects.get()
    assert case.unit == cast.town
    assert client_of(cast.informant).get(answer["Location"]).status_code == 200


def test_the_same_petitioner_and_the_same_words_are_shown_with_why_and_only_within_reach(cast: Cast):
    send(cast.clerk, typed())
    case = Case.objects.get()
    person = {"parties-name": ["老王"], "parties-phone": ["138-0000 1234"], "channel": "letter"}
    words = {"subject": "水渠堵塞没人管"}
    for asked, why in ((person, "信访人相同"), (words, "内容相近：水渠堵塞")):
        shown = client_of(cast.clerk).post("/cases/new/hints/", asked, headers=HTMX).content.decode()
        assert case.number in shown
        assert why in shown
        assert "13800001234" not in shown
        hidden = client_of(cast.farming_handler).post("/cases/new/hints/", asked, headers=HTMX).content.decode()
        assert case.number not in hidden
    for little in ({"parties-name": ["老王"]}, {"parties-phone": ["13800001234"]}, {"subject": "反映问题要求解决"}):
        assert case.number not in client_of(cast.clerk).post("/cases/new/hints/", little, headers=HTMX).content.decode()


def test_the_hints_doubt_numbers_while_typing_and_survive_rubbish(cast: Cast):
    rubbish = {
        "parties-name": ["\x00"],
        "parties-id_number": ["990102196013010011"],
        "parties-phone": ["12"],
        "channel": "visit",
        "subject": "%" * 5000,
    }
    shown = client_of(cast.clerk).post("/cases/new/hints/", rubbish, headers=HTMX)
    assert shown.status_code == 200
    assert "出生日期不存在" in shown.content.decode()
    assert "不像手机号" in shown.content.decode()


def test_the_receipt_names_the_unit_the_15_days_and_only_the_petitioner(cast: Cast):
    send(cast.clerk, typed())
    case = Case.objects.get()
    page = client_of(cast.clerk).get(f"/cases/{case.pk}/receipt/").content.decode()
    due = today() + timedelta(days=15)
    for words in (
        case.number,
        "老王：",
        "云河区信访局",
        "15日内",
        f"至迟{due.year}年{due.month}月{due.day}日",
        "第二十二条",
    ):
        assert words in page, words
    for secret in ("13800001234", "12号", case.external_number):
        assert secret not in page
    ACTIONS[Act.REFER](case.pk, by=cast.router, unit=cast.housing, demands=[1, 2], reason="职责")
    assert client_of(cast.housing_head).get(f"/cases/{case.pk}/receipt/").status_code == 403
    assert client_of(cast.stranger).get(f"/cases/{case.pk}/receipt/").status_code == 404


def test_the_hint_joins_in_one_key_and_a_registration_never_hangs_on_it(cast: Cast):
    first = register(cast)
    client = client_of(cast.clerk)
    form = typed(matter_of=first.number)
    hints = client.post("/cases/new/hints/", {**form, "parties-name": ["老王"]}).content.decode()
    assert f'value="{first.number}" checked' in hints
    client.post("/cases/new/", form)
    assert Case.objects.filter(matter=first.matter).count() == 2
    answer = client.post("/cases/new/", typed(matter_of="X-0"), follow=True)
    assert Case.objects.count() == 3
    assert "登记有效；没有并入同一事项" in answer.content.decode()
    # A town is measured by what it registers: nothing is offered there.
    assert "登记时并入" not in client_of(cast.dispatcher).post("/cases/new/hints/", form).content.decode()
