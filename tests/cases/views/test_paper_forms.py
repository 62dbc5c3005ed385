"""Forms to print: which there are, what stands in them, and who gets them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.actions.inputs import PartyInput
from cases.printing.paper_forms import PaperForm, form_asked, form_pdf, printable_forms
from cases.reading.read import read_case
from law.vocabulary import Act, Letter, Movement, ServiceMethod, State
from organizations.models import Staff
from tests.addresses import client_of
from tests.cases.accusing import THEFT, refer_land
from tests.cases.accusing import letter as accusing_letter
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.rendering.papers import text_of
from tests.cases.rendering.pdf_bytes import everything, page_count, shown_by_a_glyph
from tests.cast import Cast
from tests.walks import Walk, clock_of, walk_to

Turn = Callable[[date], None]


def forms(walk: Walk, by: Staff) -> set[str]:
    file = read_case(walk.case.pk, by=Staff.objects.get(pk=by.pk), on=walk.on)
    return {str(each.form) for each in printable_forms(file, by)}


def drawn(walk: Walk, by: Staff, form: str, **of: Any) -> bytes:
    file = read_case(walk.case.pk, by=Staff.objects.get(pk=by.pk), on=walk.on)
    name, pdf = form_pdf(file, form_asked(file, by, form, **of), walk.on, names=True)
    assert walk.case.number in name
    return pdf


def test_the_registration_can_be_printed_at_any_time(cast: Cast, tmp_path: Path):
    walk = walk_to(
        cast, State.REGISTERED, parties=[PartyInput("欧阳𠮷㴷", phone="13800001234", address="青石镇柳湾村12号")]
    )
    pdf = drawn(walk, cast.clerk, PaperForm.REGISTRATION_FORM)
    assert b"pdfaid:part" in everything(pdf)
    assert {"𠮷", "㴷"} <= shown_by_a_glyph(pdf)
    said = text_of(pdf, tmp_path)
    for part in (
        "信访事项登记表",
        walk.case.number,
        "欧阳𠮷㴷",
        "138****1234",
        "登记分流",
        f"第1页共{page_count(pdf)}页",
    ):
        assert part in said, part
    assert "13800001234" not in said


def test_a_receipt_goes_along_blank_and_is_filled_once_it_came_back(cast: Cast, tmp_path: Path):
    walk = walk_to(cast, State.ISSUED)
    letter = walk.case.documents.get(kind=Letter.HANDLING_OPINION)
    blank = text_of(drawn(walk, walk.handler, PaperForm.SERVICE_RECEIPT, document_id=letter.pk), tmp_path)
    assert letter.number in blank
    assert "送达人：" in blank
    assert "直接送达" not in blank
    given = {"method": ServiceMethod.IN_PERSON, "receiver": "王小明", "note": "在村委会签收"}
    walk.on_leg(Act.SERVE, walk.handler, later=1, **given)
    filled = text_of(drawn(walk, walk.handler, PaperForm.SERVICE_RECEIPT, document_id=letter.pk), tmp_path)
    for part in ("直接送达", "王**", "在村委会签收", f"{walk.on.year}年{walk.on.month}月{walk.on.day}日"):
        assert part in filled, part


def test_a_request_is_filled_in_for_the_petitioner_while_there_is_a_remedy(cast: Cast, tmp_path: Path):
    walk = walk_to(cast, State.ANSWERED)
    assert "reexam_request" in forms(walk, walk.handler)
    assert "review_request" not in forms(walk, walk.handler)
    pdf = drawn(walk, walk.handler, PaperForm.REEXAM_REQUEST, leg_id=walk.leg.pk)
    opinion = walk.case.documents.get(kind=Letter.HANDLING_OPINION)
    said = text_of(pdf, tmp_path)
    for part in ("复查申请书", "老王", "云河区人民政府", opinion.number, "青石镇人民政府"):
        assert part in said, part
    later = walk_to(cast, State.REEXAM_DECIDED)
    assert "review_request" in forms(later, later.handler)
    assert "reexam_request" not in forms(later, later.handler)
    assert drawn(later, later.handler, PaperForm.REVIEW_REQUEST, leg_id=later.leg.pk)
    assert not forms(walk_to(cast, State.IN_HANDLING), walk.handler) & {"reexam_request", "review_request"}


def test_an_extension_has_its_approval(cast: Cast, tmp_path: Path):
    walk = walk_to(cast, State.IN_HANDLING)
    clock_of(walk.leg, "HANDLE_60D", walk.on)
    assert "extension_approval" not in forms(walk, walk.handler)
    walk.on_leg(Act.ASK_EXTENSION, walk.handler, days=20, reason="涉及多个年度的账目")
    walk.on_leg(Act.EXTEND, walk.head, days=15)
    said = text_of(drawn(walk, walk.head, PaperForm.EXTENSION_APPROVAL, leg_id=walk.leg.pk), tmp_path)
    for part in ("涉及多个年度的账目", "申请延长20日", "批准延长15日", "施镇长"):
        assert part in said, part


def test_an_investigation_and_a_coordination_are_drawn_from_what_was_recorded(cast: Cast, tmp_path: Path):
    walk = walk_to(cast, State.ISSUED)
    said = text_of(drawn(walk, walk.handler, PaperForm.INVESTIGATION_REPORT, leg_id=walk.leg.pk), tmp_path)
    for part in ("听取信访人陈述", "老王说路坏了一年。", "路面破损三处。", "本月修好。"):
        assert part in said, part
    other = walk_to(cast, State.IN_HANDLING)
    assert "coordination_minutes" not in forms(other, other.handler)
    other.on_leg(Act.CONSULT, other.handler, unit=cast.farming, question="是否有规划？")
    asked = other.hand_off(Movement.CONSULT)
    other.act(Act.REPLY_CONSULTATION, cast.farming_head, hand_off_id=asked.pk, text="没有规划。")
    minutes = drawn(other, other.handler, PaperForm.COORDINATION_MINUTES, leg_id=other.leg.pk)
    said = text_of(minutes, tmp_path)
    for part in ("协调会议纪要", "青石镇人民政府、云河区农业农村局", "是否有规划？", "没有规划。"):
        assert part in said, part


def test_the_page_lists_what_can_be_printed_and_both_doors_give_it(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    client, caller = client_of(walk.handler), Caller(walk.handler)
    page = client.get(f"/cases/{walk.case.pk}/").content.decode()
    for label in ("打印表单", "信访事项登记表", "复查申请书", "调查报告"):
        assert label in page, label
    address = f"/cases/{walk.case.pk}/forms/reexam_request.pdf"
    assert client.get(f"{address}?leg={walk.leg.pk}").content.startswith(b"%PDF")
    letter = walk.case.documents.get(kind=Letter.HANDLING_OPINION)
    shown = client.get(f"/cases/{walk.case.pk}/letters/{letter.pk}/").content.decode()
    assert f"service_receipt.pdf?document={letter.pk}" in shown
    for wrong in (address, f"{address}?leg=1", f"/cases/{walk.case.pk}/forms/x.pdf", f"{address}?leg=x"):
        assert client.get(wrong).status_code == 404, wrong
    listed = caller.get(f"/cases/{walk.case.pk}/forms/").json()
    assert listed[0] == {"form": "registration_form", "label": "信访事项登记表", "leg": None, "document": None}
    for each in listed:
        of = {name: each[name] for name in ("leg", "document") if each[name]}
        answer = caller.get(f"/cases/{walk.case.pk}/forms/{each['form']}.pdf", **of)
        assert answer.content.startswith(b"%PDF"), each
    assert_problem(Caller(cast.housing_head).get(f"/cases/{walk.case.pk}/forms/"), 404, "not_found")


def test_nothing_of_the_sealed_part_is_printed_for_who_reads_the_open_part(cast: Cast, tmp_path: Path):
    walk = refer_land(cast, accusing_letter(cast))
    walk.on_leg(Act.ACCEPT, cast.town_head)
    said = text_of(drawn(walk, cast.town_head, PaperForm.REGISTRATION_FORM), tmp_path)
    assert walk.case.number in said
    for word in (THEFT, "金村长", "侵吞", "老王"):
        assert word not in said, word
    assert THEFT in text_of(drawn(walk, cast.router, PaperForm.REGISTRATION_FORM), tmp_path)


@pytest.mark.parametrize("person", ["informant", "farming_head"])
def test_who_was_only_asked_prints_nothing(cast: Cast, person: str):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.CONSULT, walk.handler, unit=cast.farming, question="？")
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="看看")
    assert forms(walk, getattr(cast, person)) == set()
