"""Disputes: filed once, graded by rules, worked on, settled and closed by two people; an accusation is none of them."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cases.models import Case
from law.matters import Tier
from organizations.models import JournalEntry, RecordFile
from screening.disputes import working
from screening.disputes.filing import file_dispute
from screening.disputes.forgetting import forget_names
from screening.disputes.reading import late_ones, to_close
from screening.models import Dispute, Report
from screening.models.words import DisputeOutcome, DisputeState, Grade
from screening.reports.approving import approve_grid
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.refusals import refusal
from tests.screening.scenes import NEXT_MONDAY, WATER, WEDNESDAY, dispute, round_of, said, zero

TYPED: dict[str, Any] = {"kind": "land", "source": "visit", "people": 4, "facts": WATER, "tier": "ordinary"}


def a_photo() -> SimpleUploadedFile:
    image, out = Image.new("RGB", (40, 30), "green"), BytesIO()
    exif = image.getexif()
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[1] = "N"
    image.save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("水渠.jpg", out.getvalue())


def test_it_is_filed_on_the_page_with_a_photo_that_tells_no_place(cast: Cast, on_day):
    on_day(WEDNESDAY)
    round_ = round_of(cast)
    client, url = client_of(cast.informant), f"/screening/disputes/new/?unit={cast.village.pk}"
    form = client.get(url).context["form"]
    assert not any(form[name].value() for name in ("kind", "source", "tier", "people"))
    sent = {**TYPED, "client_id": str(uuid4()), "group": cast.group.pk}
    for _ in range(2):
        assert client.post(url, {**sent, "photos": [a_photo()]}).status_code == 302
    row = Dispute.objects.get()
    assert (row.round, row.group, row.due_on) == (round_, cast.group, WEDNESDAY + timedelta(days=7))
    with RecordFile.objects.get().file.open("rb") as kept:
        assert not Image.open(kept).getexif()
    report = Report.objects.get()
    assert (report.zero, report.current) == (False, True), "who filed a dispute has reported"
    assert row.number in client.get(row.get_absolute_url()).content.decode()
    assert client_of(cast.next_informant).get(row.get_absolute_url()).status_code == 404


def test_a_zero_is_corrected_by_a_dispute_of_the_same_round(cast: Cast):
    first = zero(cast, round_of(cast))
    dispute(cast)
    first.refresh_from_db()
    assert not first.current
    assert Report.objects.get(current=True).corrects == first


def test_a_locked_round_takes_nothing_more_in_and_nothing_is_lost(cast: Cast):
    round_ = round_of(cast)
    for unit, by in ((cast.village, cast.informant), (cast.next_village, cast.next_informant)):
        file_dispute(unit, said(), client_id=uuid4(), by=by, on=WEDNESDAY)
    approve_grid(round_, cast.town, by=cast.dispatcher, on=WEDNESDAY)
    assert dispute(cast).round is None
    assert Dispute.objects.count() == 3


def test_the_same_sending_twice_is_one_dispute_for_programs(cast: Cast, on_day):
    on_day(WEDNESDAY)
    call, key = Caller(cast.informant), str(uuid4())
    url = f"/screening/units/{cast.village.pk}/disputes/"
    first, again = (call.post(url, {**TYPED, "client_id": key}) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200), first.content
    assert first.json()["id"] == again.json()["id"]
    assert first.json()["grade"] == "ordinary"
    assert (
        call.post(f"/screening/units/{cast.next_village.pk}/disputes/", {**TYPED, "client_id": key}).status_code == 404
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("张某拟上访，请关注", "about_people"),
        ("几户串联进京", "about_people"),
        ("系缠访户，无理要求", "judging"),
        ("双方签协议，甲方不再上访", "conditional"),
        ("  ", "facts_missing"),
    ],
)
def test_it_tells_of_a_dispute_and_never_of_where_people_go(cast: Cast, text: str, code: str):
    assert refusal(dispute, cast, facts=text) == code
    assert not Dispute.objects.exists()


def test_the_grade_comes_from_rules_about_the_dispute(cast: Cast):
    plain = dispute(cast)
    assert (plain.grade, plain.reasons) == (Grade.ORDINARY, [])
    many = dispute(cast, people=12, hurt=True)
    assert (many.grade, set(many.reasons)) == (Grade.LARGER, {"many", "hurt"})
    grave = dispute(cast, at_risk=True, people=40)
    assert (grave.grade, grave.reasons[0]) == (Grade.GRAVE, "very_many")


def test_settled_and_closed_are_two_things_by_two_people(cast: Cast):
    row = dispute(cast)
    row = working.settle(row, outcome=DisputeOutcome.RESOLVED, agreement="轮流放水", by=cast.informant, on=WEDNESDAY)
    assert list(to_close(cast.dispatcher, WEDNESDAY)) == [row]
    assert refusal(working.close, row, by=cast.dispatcher) == "not_visited"
    assert refusal(working.visit, row, kept=True, said="好", by=cast.informant) == "not_permitted"
    row = working.visit(row, kept=False, said="又断水了", by=cast.dispatcher, on=WEDNESDAY)
    assert (row.state, row.outcome) == (DisputeState.OPEN, "")
    row = working.settle(row, outcome=DisputeOutcome.RESOLVED, by=cast.dispatcher, on=WEDNESDAY)
    assert refusal(working.visit, row, kept=True, said="好", by=cast.dispatcher) == "same_person"
    row = working.visit(row, kept=True, said="轮流放水，都认可", by=cast.village_head, on=WEDNESDAY)
    row = working.close(row, by=cast.village_head, on=WEDNESDAY)
    assert (row.state, row.settled_by, row.closed_by) == (DisputeState.CLOSED, cast.dispatcher, cast.village_head)
    assert refusal(working.settle, dispute(cast), outcome=DisputeOutcome.UNRESOLVED, by=cast.informant) == "why_missing"


def test_names_go_after_24_months_and_are_nowhere_in_lists(cast: Cast):
    row = dispute(cast, names="老王、老李")
    page = client_of(cast.informant).get("/screening/disputes/").content.decode()
    assert "老王" not in page
    assert "老王" in client_of(cast.informant).get(row.get_absolute_url()).content.decode()
    assert "老王" not in client_of(cast.analyst).get(row.get_absolute_url()).content.decode()
    Dispute.objects.filter(pk=row.pk).update(state="closed", closed_on=WEDNESDAY)
    assert forget_names(WEDNESDAY.replace(year=2028) - timedelta(days=1)) == 0
    assert forget_names(WEDNESDAY.replace(year=2028)) == 1
    row.refresh_from_db()
    assert (row.names, row.facts) == ("", WATER)
    assert forget_names(WEDNESDAY.replace(year=2028)) == 0


def test_an_accusation_of_the_own_village_is_a_sealed_case_and_no_dispute(cast: Cast, on_day):
    on_day(WEDNESDAY)
    client = client_of(cast.informant)
    url, words = f"/screening/disputes/to-the-sealed-desk/?unit={cast.village.pk}", "村里修路的钱对不上账"
    sent = {"client_id": str(uuid4()), "accused": "unit", "facts": words}
    for _ in range(2):
        answer = client.post(url, sent, follow=True)
        assert answer.status_code == 200
        assert words not in answer.content.decode()
    case = Case.objects.get()
    assert case.sealed
    assert Case.objects.visible_to(cast.sealed_desk).filter(pk=case.pk).exists()
    for person in (cast.informant, cast.village_head, cast.dispatcher, cast.town_head):
        assert not Case.objects.visible_to(person).filter(pk=case.pk).exists()
    assert not Dispute.objects.exists()
    assert not JournalEntry.objects.filter(verb__startswith="dispute.").exists()
    told = Caller(cast.informant).post(f"/screening/units/{cast.village.pk}/accusations/", {**sent, "facts": "别的"})
    assert (told.status_code, told.json()["code"]) == (409, "client_id_taken")
    assert case.number not in told.content.decode()


def test_what_is_over_its_time_stands_on_the_desk(cast: Cast):
    row = dispute(cast, tier=Tier.SIMPLE)
    assert not late_ones(cast.informant, WEDNESDAY + timedelta(days=1)).exists()
    assert list(late_ones(cast.informant, NEXT_MONDAY)) == [row]
