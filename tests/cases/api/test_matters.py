"""同一事项: joined, left and joined again through both doors; measured by nobody who does it; nothing told of what is out of reach."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.models import Case, Event
from cases.models.party import PartyRole
from cases.record.notices import make_notices
from law.vocabulary import Act, Kind, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.api.both_doors import DOORS
from tests.cases.api.caller import Caller
from tests.cases.joining import NEIGHBOUR, WHY, again, matters
from tests.cases.views.doors import Person
from tests.cast import LAO_WANG, Cast, register
from tests.walks import Walk, code, walk_to

JOIN, LEAVE = Act.JOIN_MATTER, Act.LEAVE_MATTER


@DOORS
def test_a_case_joins_leaves_and_joins_again_and_nothing_of_it_is_lost(cast: Cast, door: Any):
    first, walk = register(cast), Walk(cast, register(cast))
    before = list(walk.case.clocks.values_list("duty", "starts_on", "due_on"))
    said = {"number": first.number, "reason": WHY}
    assert door(cast.router, JOIN, walk, **said) == ("done", "", "")
    assert matters(first, walk.case) == [0, 0]
    assert door(cast.router, JOIN, walk, **said)[0] == "matter_same"
    assert door(cast.router, LEAVE, walk, reason="说的不是一条路")[0] == "done"
    assert matters(first, walk.case) == [0, 1]
    assert door(cast.router, LEAVE, walk, reason="再退一次")[0] == "nothing_joined"
    assert door(cast.router, JOIN, walk, **said)[0] == "done"
    facts = [e.facts for e in Event.objects.filter(case=walk.case, act__in=(JOIN, LEAVE)).order_by("sequence")]
    assert [each["matter"] for each in facts[:-1]] == [each["matter_before"] for each in facts[1:]]
    assert facts[0]["matter"] == facts[2]["matter"] == first.matter_id
    # Every registration stays one, with its number and its clocks; the other case has no event of it.
    assert list(walk.case.clocks.values_list("duty", "starts_on", "due_on")) == before
    assert Case.objects.count() == 2
    assert not Event.objects.filter(case=first, act=JOIN).exists()


@DOORS
def test_who_is_measured_by_one_of_the_cases_does_not_say_that_they_are_one(cast: Cast, door: Any):
    kept, other = walk_to(cast, State.RECEIVED), Walk(cast, register(cast))
    at_the_town, third = Walk(cast, kept.case), Walk(cast, register(cast))
    assert code(kept.act, JOIN, cast.dispatcher, number=other.case.number, reason=WHY) == "not_permitted"
    # Who routes at the office and stands at the town as well joins none of the town's, whichever way round.
    both = cast.grant(cast.hire("身兼两职", cast.bureau, Role.COORDINATOR), cast.town, Role.HANDLER)
    for walk, number in ((at_the_town, other.case.number), (other, kept.case.number)):
        assert door(both, JOIN, walk, number=number, reason=WHY)[0] == "own_case"
    assert door(cast.coordinator, JOIN, at_the_town, number=other.case.number, reason=WHY)[0] == "done"
    # Nor what has come to be of one matter with it.
    assert door(both, JOIN, third, number=other.case.number, reason=WHY)[0] == "own_case"
    assert door(both, LEAVE, other, reason="不是一件")[0] == "own_case"


@DOORS
def test_a_number_out_of_reach_is_a_number_that_is_not_there(cast: Cast, door: Any):
    far = register(cast, by=cast.stranger)
    walk = Walk(cast, register(cast))
    told = [door(cast.router, JOIN, walk, number=number, reason=WHY) for number in (far.number, "X-0")]
    assert [each[0] for each in told] == ["case_unknown", "case_unknown"]
    assert told[0][1].replace(far.number, "") == told[1][1].replace("X-0", "")


@DOORS
def test_an_open_case_never_tells_that_a_sealed_one_is_of_its_matter(cast: Cast, door: Any):
    sealed, plain = Walk(cast, accusing_the_town(cast)), walk_to(cast, State.REFERRED)
    of_the_case = Walk(cast, plain.case)
    assert door(cast.router, JOIN, of_the_case, number=sealed.case.number, reason=WHY)[0] == "sealed_joins"
    assert door(cast.router, JOIN, sealed, number=plain.case.number, reason=WHY)[0] == "done"
    assert door(cast.router, LEAVE, of_the_case, reason="不是一件")[0] == "sealed_leaves"
    assert numbers_of_the_matter(cast.router, plain.case) == [sealed.case.number]
    # The town that is accused has the plain case at work: it reads nothing that it did not read before.
    assert numbers_of_the_matter(cast.town_head, plain.case) == []
    page = Person(cast.town_head).page(plain.case).content.decode()
    assert not [word for word in (sealed.case.number, "同一事项的信访件", JOIN.label, "重复") if word in page]
    assert Caller(cast.town_head).get(f"/cases/{plain.case.pk}/together/").json() == []


def test_the_people_at_work_on_either_case_are_told_as_far_as_they_see_it(cast: Cast):
    first = walk_to(cast, State.IN_HANDLING)
    walk = again(cast, first.case)
    event = Event.objects.get(case=walk.case, act=JOIN)
    # The handler of the first does not see the second, which is still at the desk.
    assert make_notices(event) == 0
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="属地")
    assert make_notices(event) == 1
    assert event.notices.get().staff == cast.town_handler


@pytest.mark.parametrize(
    ("parties", "mark"),
    [
        ([LAO_WANG], "repeated"),
        ([NEIGHBOUR], "first"),
        ([NEIGHBOUR, LAO_WANG], "repeated"),
        # The same name with another ID number is another person; without one it is the same of this matter.
        ([PartyInput("老王", id_number="990102197001010018")], "first"),
        ([PartyInput("老王")], "repeated"),
        ([NEIGHBOUR, PartyInput("老王", role=PartyRole.AGENT)], "first"),
    ],
)
def test_who_petitions_again_in_one_matter_repeats_and_who_signs_with_others_is_joint(
    cast: Cast, parties: list[PartyInput], mark: str
):
    first = register(cast)
    walk = again(cast, first, parties=parties)
    marks = {row["number"]: row["marks"] for row in Caller(cast.router).get("/cases/").json()["results"]}
    expected = [mark, "joint"] if len(parties) > 1 else [mark]
    assert marks == {first.number: ["first"], walk.case.number: expected}
    assert Caller(cast.router).read(walk.case.pk)["marks"] == expected
    shown = Person(cast.router).client.get("/cases/", headers={"HX-Request": ""}).content.decode()
    # Behind the navigation, which has a page of repeats.
    assert ("重复" in shown.partition('id="cases"')[2]) is (mark == "repeated")


def test_what_was_voided_or_is_of_another_matter_is_no_earlier_petition(cast: Cast):
    first, other = register(cast), register(cast)
    assert Caller(cast.router).read(other.pk)["marks"] == ["first"]
    walk = again(cast, first)
    Case.objects.filter(pk=first.pk).update(state=State.VOIDED)
    assert Caller(cast.router).read(walk.case.pk)["marks"] == ["first"]


def test_the_case_page_shows_the_matter_with_states_and_first_handlers(cast: Cast):
    first = walk_to(cast, State.IN_HANDLING)
    walk = again(cast, first.case)
    page = Person(cast.router).page(walk.case).content.decode()
    assert all(word in page for word in (first.case.number, "首办 青石镇人民政府", cast.town_handler.name, "重复"))
    [told] = Caller(cast.router).read(walk.case.pk)["matter"]
    assert told["first"] == [{"unit": "青石镇人民政府", "handler": cast.town_handler.name}]
    assert (told["number"], told["state"]) == (first.case.number, "in_handling")


def test_a_matter_more_is_no_question_more(cast: Cast):
    first = register(cast)
    one = queries(cast, first)
    again(cast, first)
    shared = queries(cast, first)
    for _ in range(3):
        again(cast, first)
    assert queries(cast, first) == shared <= one + 8


def queries(cast: Cast, case: Case) -> int:
    client = Person(cast.router).client
    client.get(f"/cases/{case.pk}/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/cases/{case.pk}/").status_code == 200
    return len(captured)


def accusing_the_town(cast: Cast) -> Case:
    accused = RespondentInput("施镇长", "镇长", cast.town.pk, demands=(1,))
    return register(cast, demands=[DemandInput("施镇长收受礼金", Kind.ACCUSATION)], respondents=[accused])


def numbers_of_the_matter(by: Staff, case: Case) -> list[str]:
    return [each["number"] for each in Caller(by).read(case.pk)["matter"]]
