"""Disputes go up and across by hand-off, are judged each week, and become cases in one act."""

from datetime import timedelta

from cases.actions.inputs import DemandInput
from cases.doors.table import ACTIONS
from cases.models import Case
from law.matters import Tier
from law.vocabulary import Act, Channel, Kind
from organizations.record_files import store_record_files
from organizations.recording import recording
from screening.disputes import judging, passing, repeats, turning
from screening.disputes.moves import WORK
from screening.disputes.reading import to_take
from screening.models import DisputeCase, DisputeHandOff
from screening.models.words import DisputeState, Settler, Way
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.uploads import a_file
from tests.cast import Cast, register
from tests.refusals import refusal
from tests.screening.scenes import FRIDAY, NEXT_MONDAY, WATER, WEDNESDAY, dispute


def test_it_goes_up_from_the_village_to_the_town_and_to_the_district(cast: Cast):
    row = passing.escalate(dispute(cast), reason="要协调上游放水", by=cast.informant, on=WEDNESDAY)
    assert (row.state, row.unit) == (DisputeState.PASSED, cast.town)
    assert row.may_be_read_by(cast.informant), "who found it goes on seeing it"
    assert list(to_take(cast.dispatcher, WEDNESDAY)) == [row]
    assert refusal(passing.take, row, by=cast.informant) == "not_permitted"
    row = passing.take(row, by=cast.dispatcher, on=WEDNESDAY)
    assert (row.state, row.settler) == (DisputeState.OPEN, Settler.TOWN)
    row = passing.escalate(row, reason="跨镇", by=cast.dispatcher, on=WEDNESDAY)
    assert row.unit == cast.bureau
    row = passing.give_back(row, reason="镇里可以先协调", by=cast.coordinator, on=WEDNESDAY)
    assert (row.unit, row.state) == (cast.town, DisputeState.OPEN)
    last = DisputeHandOff.objects.last()
    assert last is not None
    assert (last.taken, last.said) == (False, "镇里可以先协调")
    page = client_of(cast.informant).get(row.get_absolute_url()).content.decode()
    assert "镇里可以先协调" in page


def test_what_is_to_be_handed_up_has_three_working_days_and_then_twenty_days(cast: Cast):
    row = dispute(cast, tier=Tier.DIFFICULT)
    assert (row.due_on, row.settler) == (NEXT_MONDAY, Settler.TOWN)
    row = passing.escalate(row, reason="要协调上游放水", by=cast.informant, on=WEDNESDAY)
    assert row.due_on == WEDNESDAY + timedelta(days=20)


def test_the_town_judges_and_a_department_takes_or_gives_back(cast: Cast):
    row = judging.judge(dispute(cast), way=Way.TOWN, due_on=FRIDAY, by=cast.dispatcher, on=WEDNESDAY)
    assert (row.unit, row.state) == (cast.town, DisputeState.OPEN), "what one takes over oneself waits for nobody"
    assert (
        refusal(judging.judge, row, way=Way.DEPARTMENT, due_on=FRIDAY, by=cast.dispatcher, on=WEDNESDAY)
        == "unit_missing"
    )
    row = judging.judge(row, way=Way.DEPARTMENT, unit=cast.farming, due_on=FRIDAY, by=cast.dispatcher, on=WEDNESDAY)
    assert (row.unit, row.state) == (cast.farming, DisputeState.PASSED)
    assert row.may_be_read_by(cast.farming_handler)
    assert not row.may_be_read_by(cast.housing_handler)
    row = passing.take(row, by=cast.farming_handler, on=WEDNESDAY)
    assert row.judgements.count() == 2
    far = dispute(cast)
    assert refusal(passing.transfer, far, unit=cast.far_housing, reason="x", by=cast.dispatcher) == "unit_unfit"


def test_it_becomes_a_case_with_its_people_facts_and_files(cast: Cast):
    row = dispute(cast, names="老王、老李", group=cast.group)
    with recording(WORK, row, by=cast.informant) as made:
        store_record_files(row, [a_file()], by=cast.informant)
        made.facts = {}
    row = turning.turn_into_case(row, channel=Channel.VISIT, demand="疏通水渠", by=cast.informant, seen=2, on=WEDNESDAY)
    case = Case.objects.get()
    assert (row.state, case.unit, case.petitioner_count) == (DisputeState.TURNED, cast.town, 4)
    assert WATER in case.content
    assert [party.name for party in case.parties.order_by("pk")] == ["老王", "老李"]
    assert case.attachments.count() == 1
    page = client_of(cast.dispatcher).get(row.get_absolute_url()).content.decode()
    assert case.number in page
    there = client_of(cast.dispatcher).get(f"/cases/{case.pk}/").content.decode()
    assert row.get_absolute_url() in there
    assert case.number not in client_of(cast.next_informant).get("/screening/disputes/?list=all").content.decode()
    assert case.number in client_of(cast.informant).get("/ledgers/disputes/").content.decode()
    do = {"by": cast.dispatcher, "on": WEDNESDAY}
    ACTIONS[Act.SPLIT](case.pk, demands=[DemandInput("村里把水卖了", Kind.ACCUSATION)], **do)
    ACTIONS[Act.LINK_RESPONDENT](case.pk, name="村里", unit=cast.village, **{**do, "by": cast.sealed_desk})
    for url in (row.get_absolute_url(), "/ledgers/disputes/"):
        assert case.number not in client_of(cast.informant).get(url).content.decode(), (
            "the wall hides that it became one"
        )
    assert Caller(cast.informant).get(f"/screening/disputes/{row.pk}/").json()["case_number"] == ""


def test_it_joins_the_matter_of_a_case_in_the_same_act_or_not_at_all(cast: Cast):
    other = register(cast)
    row = passing.escalate(dispute(cast), reason="一", by=cast.informant, on=WEDNESDAY)
    row = passing.take(row, by=cast.dispatcher, on=WEDNESDAY)
    asked = {"channel": Channel.VISIT, "demand": "疏通水渠", "number": other.number, "on": WEDNESDAY}
    assert refusal(turning.turn_into_case, row, by=cast.dispatcher, **asked) in ("not_permitted", "not_found")
    assert Case.objects.count() == 1
    assert not DisputeCase.objects.exists()
    row.refresh_from_db()
    row = passing.take(
        passing.escalate(row, reason="二", by=cast.dispatcher, on=WEDNESDAY), by=cast.coordinator, on=WEDNESDAY
    )
    row = turning.turn_into_case(row, by=cast.router, **asked)
    case = DisputeCase.objects.get().case
    assert case.matter == other.matter
    assert case.events.filter(act=Act.JOIN_MATTER).exists()
    assert row.state == DisputeState.TURNED


def test_what_was_there_before_is_offered_and_a_person_decides(cast: Cast):
    first, second = dispute(cast), dispute(cast, on=FRIDAY)
    assert [each.dispute for each in repeats.earlier_ones(second, cast.informant, FRIDAY)] == [first]
    assert repeats.earlier_ones(first, cast.informant, FRIDAY) == []
    assert refusal(repeats.mark_repeat, first, number=second.number, by=cast.informant) == "repeat_unfit"
    second = repeats.mark_repeat(second, number=first.number, by=cast.informant, on=FRIDAY)
    assert second.repeat_of == first
    assert "同一个村（社区）、同一类型" in client_of(cast.informant).get(second.get_absolute_url()).content.decode()


def test_steps_through_both_doors(cast: Cast, on_day):
    on_day(WEDNESDAY)
    row, client = dispute(cast), client_of(cast.informant)
    page = client.get(row.get_absolute_url()).content.decode()
    for step in ("work", "settle", "escalate", "turn"):
        assert f"{row.get_absolute_url()}{step}/" in page
    assert f"{row.get_absolute_url()}judge/" not in page
    assert client.post(f"{row.get_absolute_url()}work/", {"measures": "上门了解"}).status_code == 302
    call = Caller(cast.dispatcher)
    done = call.post(f"/screening/disputes/{row.pk}/judge/", {"way": "village", "due_on": FRIDAY.isoformat()})
    assert done.status_code == 200, done.content
    assert done.json()["due_on"] == FRIDAY.isoformat()
    ledger = client.get("/ledgers/disputes/").content.decode()
    assert "两户为灌溉水渠" in ledger
    assert row.number not in client_of(cast.other_dispatcher).get("/ledgers/disputes/").content.decode()
