"""Words of letters edited by the system administrator: variables of a list, versions, nothing issued ever changes."""

from datetime import timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.letters.making import make_document
from cases.letters.templates import save_template, wording_in_force
from cases.letters.variables import LETTERS, default_body, filled, sample, variables_of
from cases.models import LetterTemplate
from kit.paper.pdf import letters_pdf
from law.errors import Refused
from law.letters import ELEMENTS
from law.vocabulary import Act, Duty, Kind, Letter, Path, State
from tests.addresses import client_of
from tests.cast import START, Cast
from tests.leak_scene import Scene
from tests.undone import undone
from tests.walks import commission, walk_to

NOTICE = Letter.ACCEPTANCE_NOTICE
HOSTILE = "{{ case.content }}{% load static %}{% include 'base.html' %}"


def refused(cast: Cast, kind: Letter, body: str, **given: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        save_template(kind, by=given.pop("by", cast.system_admin), body=body, on=START, **given)
    assert caught.value.message.endswith("。")
    return caught.value


# Mandatory elements
def test_a_letter_that_lacks_a_mandatory_element_is_refused_by_name(cast: Cast):
    walk = walk_to(cast, State.REGISTERED)
    with pytest.raises(Refused, match="转送理由") as caught:
        walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="  ")
    assert (caught.value.code, caught.value.article) == ("letter_incomplete", "第二十二条")
    assert not walk.case.documents.exists()
    walk = walk_to(cast, State.ANSWERED, first=commission)
    with pytest.raises(Refused, match="办理过程和结果"):
        walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, text=" ")
    demands = list(walk.leg.demands.all())
    demands[1].facts = demands[1].legal_basis = ""
    common = {"leg": walk.leg, "unit": walk.leg.unit, "by": walk.head, "on": walk.on}
    with pytest.raises(Refused, match="事实和理由、法律法规依据"):
        make_document(Letter.HANDLING_OPINION, walk.case, **common, demands=demands)


def test_a_refused_letter_leaves_no_gap_in_the_numbers(cast: Cast):
    walk = walk_to(cast, State.REGISTERED)
    with pytest.raises(Refused):
        walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="")
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地")
    assert walk.case.documents.get().number.endswith("〔2026〕1号")


def test_nobody_without_a_name_is_refused_a_letter(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED, anonymous=True, parties=[])
    assert walk.case.documents.get(kind=NOTICE).content.startswith("（姓名不详）：")


@pytest.mark.parametrize("kind", sorted(ELEMENTS))
def test_every_mandatory_element_has_a_name_and_an_article(kind: Letter):
    for element in ELEMENTS[kind]:
        assert element.label
        assert element.article.startswith("第")


# Editing
@pytest.mark.parametrize("kind", LETTERS)
def test_what_the_editor_begins_with_says_what_the_program_says(cast: Cast, kind: Letter):
    """The same letter from both: an edited text differs by its edits alone."""
    walk = walk_to(cast, State.ANSWERED, first=commission)
    walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, text="已经办结。")
    given: dict[str, Any] = {
        "demands": walk.leg.demands.all(),
        "reason": "重要",
        "days": 40,
        "text": "已经办结。",
        "sixty_days": True,
        "superior": walk.leg.unit.parent,
        "remedy": True,
        "handling": "",
        "due": {Duty.COMMISSION_FEEDBACK: walk.on},
        "service_said": "处理意见书已经送达。",
        "view_said": "信访人意见：满意。",
    }
    if kind in (Letter.REFERRAL_LETTER, Letter.COMMISSION_LETTER):
        given["demands"] = ["修好村口的路", "疏通水渠"]
    common = {"leg": walk.leg, "unit": walk.leg.unit, "by": walk.head, "on": walk.on}
    with undone():
        usual = make_document(kind, walk.case, **common, **given).content
    LetterTemplate.objects.create(
        kind=kind, version=1, body=default_body(kind), valid_from=START, created_by=cast.system_admin
    )
    edited = make_document(kind, walk.case, **common, **given)
    assert lines(edited.content) == lines(usual)
    assert edited.wording.version == 1


def lines(content: str) -> list[str]:
    return [line.strip() for line in content.splitlines() if line.strip()]


def test_a_new_version_is_for_new_letters_only(cast: Cast):
    before = walk_to(cast, State.ACCEPTED).case.documents.get(kind=NOTICE)
    paper = letters_pdf([before])
    body = default_body(NOTICE) + "\n联系电话见信封。"
    assert save_template(NOTICE, by=cast.system_admin, body=body, on=START).version == 1
    after = walk_to(cast, State.ACCEPTED).case.documents.get(kind=NOTICE)
    assert "联系电话见信封。" in after.content
    assert (before.wording, after.wording.version) == (None, 1)
    before.refresh_from_db()
    assert letters_pdf([before]) == paper
    later = save_template(
        NOTICE, by=cast.system_admin, body=body + "谢谢。", on=START, valid_from=START + timedelta(days=90)
    )
    assert later.version == 2
    assert wording_in_force(NOTICE, START).version == 1
    assert wording_in_force(NOTICE, START + timedelta(days=90)).version == 2


def test_only_named_variables_are_replaced_and_nothing_else_is_obeyed(cast: Cast):
    body = default_body(NOTICE)
    unknown = refused(cast, NOTICE, body + "{身份证号}{查询码}")
    assert unknown.code == "variable_unknown"
    assert "身份证号、查询码" in unknown.message
    assert "信访件编号" in unknown.message, "it says what can be used"
    assert refused(cast, NOTICE, body + HOSTILE).code == "variable_unknown"
    assert refused(cast, NOTICE, body + "{").code == "variable_unknown"
    walk = walk_to(cast, State.REFERRED)
    known = {"case": walk.case, "leg": walk.leg, "unit": walk.leg.unit, "on": START, "petitioners": "{文号}{{x}}"}
    made = {"handling_said": "{救济途径}", "demands_said": "1．修路", "term_said": ""}
    said = filled(NOTICE, body, {**known, **made})
    assert "{文号}{{x}}：" in said, "what people wrote is never a variable"
    assert "{救济途径}" in said


def test_what_the_law_asks_for_cannot_be_edited_away_nor_a_remedy_added(cast: Cast):
    opinion = default_body(Letter.HANDLING_OPINION)
    lost = refused(cast, Letter.HANDLING_OPINION, opinion.replace("{救济途径}", "").replace("{诉求与答复}", "略"))
    assert lost.code == "variable_missing"
    assert "诉求与答复、救济途径" in lost.message
    for words in ("可以依法向人民法院提起诉讼。", "可以申请行政复议。", "可以请求复核。"):
        assert refused(cast, Letter.HANDLING_OPINION, f"{opinion}\n{words}").code == "remedy_by_hand"


def test_the_remedy_stands_only_where_there_is_one(cast: Cast):
    save_template(
        Letter.HANDLING_OPINION,
        by=cast.system_admin,
        body=default_body(Letter.HANDLING_OPINION) + "\n特此告知。",
        on=START,
    )
    content = walk_to(cast, State.ISSUED).case.documents.get(kind=Letter.HANDLING_OPINION).content
    assert "自收到本意见书之日起30日内，可以向云河区人民政府请求复查。" in content
    duty = [DemandInput(f"查处{n}", Kind.APPEAL, Path.STATUTORY_DUTY) for n in "甲乙"]
    other = walk_to(cast, State.ISSUED, demands=duty).case.documents
    assert not other.filter(kind=Letter.HANDLING_OPINION).exists()
    assert "复查" not in other.get(kind=Letter.DUTY_REPLY).content


def test_a_version_from_before_says_at_its_end_what_must_be_said_since(cast: Cast):
    """Nobody has to edit it anew, and nothing mandatory is missing (Art. 32)."""
    old = "{信访人}：\n您的信访事项（{信访件编号}）答复如下：\n{诉求与答复}\n{救济途径}"
    by = cast.system_admin
    LetterTemplate.objects.create(kind=Letter.HANDLING_OPINION, version=1, body=old, valid_from=START, created_by=by)
    walk = walk_to(cast, State.ISSUED)
    content = walk.case.documents.get(kind=Letter.HANDLING_OPINION).content
    assert "请求复查。（《信访工作条例》第三十五条）\n\n收到日期：" in content
    assert content.endswith(f"陈述的事实和理由：{walk.case.content}")


def test_the_other_refusals_of_an_edit(cast: Cast):
    body = default_body(NOTICE)
    assert refused(cast, NOTICE, body).code == "nothing_changed"
    assert refused(cast, NOTICE, " ").code == "template_empty"
    assert refused(cast, NOTICE, body + "好" * 8000).code == "template_long"
    assert refused(cast, NOTICE, body + "好", valid_from=START - timedelta(days=1)).code == "date_past"
    assert refused(cast, Letter.ARCHIVE_INDEX, body).code == "not_editable"
    for person in (cast.security_admin, cast.auditor, cast.bureau_head, cast.coordinator):
        assert refused(cast, NOTICE, body + "好", by=person).code == "not_permitted"


# The page
def test_the_administrator_previews_over_invented_data_and_saves(scene: Scene):
    client, address = client_of(scene.cast.system_admin), "/letter-templates/acceptance_notice/"
    page = client.get(address).content.decode()
    assert "王某某" in page
    body = default_body(NOTICE) + "\n新加的一句。"
    preview = client.post(address, {"body": body, "preview": "1"})
    assert preview.status_code == 200
    assert preview.content.decode().count("新加的一句。") == 2, "in the text and in the preview"
    assert not LetterTemplate.objects.exists()
    assert client.post(address, {"body": body, "save": "1"}).status_code == 302
    assert "第1版" in client.get(address).content.decode()
    assert "第1版" in client.get("/letter-templates/").content.decode()
    wrong = client.post(address, {"body": body + "{x}", "save": "1"})
    assert wrong.status_code == 422
    assert 'data-code="variable_unknown"' in wrong.content.decode()
    assert "{x}" in wrong.content.decode(), "what was typed stays"
    shown = page + preview.content.decode()
    for planted in scene.planted.values():
        assert not [trace for trace in planted.traces if trace in shown]


def test_nobody_else_opens_the_editor(cast: Cast):
    for person in (cast.bureau_head, cast.coordinator, cast.security_admin, cast.auditor, cast.clerk):
        for address in ("/letter-templates/", "/letter-templates/acceptance_notice/"):
            assert client_of(person).get(address).status_code == 403
    assert client_of(cast.system_admin).get("/letter-templates/archive_index/").status_code == 404
    assert client_of(None).get("/letter-templates/").status_code == 302


@pytest.mark.parametrize("kind", LETTERS)
def test_every_variable_has_a_sample(kind: Letter):
    assert "{" not in sample(kind, "".join(variable.shown for variable in variables_of(kind)))
