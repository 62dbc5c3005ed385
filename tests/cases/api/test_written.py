"""What a write answers: the line, the running clocks, the open acts; the same masks as the whole file, which is asked for."""

from typing import Any

from cases.reading.case_file import SEALED_SUBJECT
from law.vocabulary import Act, Movement, State
from tests.cases.accusing import letter, refer_land
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import Caller
from tests.cases.api.documented import check
from tests.cast import Cast
from tests.walks import walk_to


def running(read: dict[str, Any]) -> list[dict[str, Any]]:
    return [clock for clock in read["clocks"] if not any(clock[how] for how in ("met_on", "waived_on", "ended_on"))]


def assert_says_what_the_file_says(slim: dict[str, Any], file: dict[str, Any]) -> None:
    assert set(slim) == {"case", "clocks", "acts"}
    assert slim["case"] == file["case"]
    assert slim["clocks"] == running(file)
    assert slim["acts"] in (None, file["acts"])


def test_a_registration_answers_slim_with_its_address_and_whole_where_that_is_preferred(
    cast: Cast, schema: dict[str, Any]
):
    clerk = Caller(cast.clerk, whole=False)
    made = clerk.post("/cases/", register_body(source="热线", external_number="R-1"))
    key = made.json()["case"]["id"]
    assert (made.status_code, made["Location"]) == (201, f"/api/v1/cases/{key}/")
    assert_says_what_the_file_says(made.json(), clerk.read(key))
    assert {each["act"] for each in made.json()["acts"]} >= {Act.SPLIT, Act.CORRECT}
    check(schema, "WrittenShape", made.json())
    again = Caller(cast.clerk).post("/cases/", register_body(source="热线", external_number="R-1"))
    assert (again.status_code, again["Preference-Applied"]) == (200, "return=representation")
    assert again.json() == clerk.read(key)
    assert "Location" not in again


def test_an_act_answers_no_more_of_a_sealed_case_than_its_file_shows(cast: Cast, schema: dict[str, Any]):
    walk = refer_land(cast, letter(cast))
    program = Caller(cast.town_head, whole=False)
    for act in (Act.OPEN, Act.ACCEPT):
        said = program.done(act, walk.case.pk, leg_id=walk.leg.pk)
        assert_says_what_the_file_says(said, program.read(walk.case.pk))
        assert said["case"]["subject"] == SEALED_SUBJECT
        assert said["acts"] is None
        check(schema, "WrittenShape", said)


def test_what_an_act_takes_out_of_reach_says_only_that_it_was_done(cast: Cast):
    program = Caller(cast.clerk, whole=False)
    accusing = [{"text": "查处收红包", "kind": "accusation"}]
    key = program.post("/cases/", register_body(demands=accusing)).json()["case"]["id"]
    gone = program.act(Act.LINK_RESPONDENT, key, name="信访局", unit=cast.bureau.pk, outside=False)
    assert set(gone.json()) == {"number", "message"}
    assert "Location" not in gone


def test_who_reads_only_what_his_unit_was_asked_is_told_no_more(cast: Cast):
    walk = walk_to(cast, State.ACCEPTED)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.next_village, instruction="请核查")
    program, asked = Caller(cast.next_informant, whole=False), walk.hand_off(Movement.DELEGATE)
    said = program.done(Act.REPORT_FINDINGS, walk.case.pk, hand_off_id=asked.pk, text="确有破损")
    assert_says_what_the_file_says(said, program.read(walk.case.pk))
    assert said["clocks"] == []
