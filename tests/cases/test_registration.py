"""Registration is never refused for an odd petitioner; only for a date that cannot be, or for nothing said."""

from datetime import date, timedelta

import pytest

from cases.actions.inputs import PartyInput
from cases.actions.new_case import case_numbers
from cases.actions.oversight import look_up
from cases.doors.table import ACTIONS
from cases.models import Case
from cases.models.party import PartyRole
from kit.sealed_fields import digests_of
from law.admission import marks
from law.errors import Refused
from law.vocabulary import Act, Channel, State
from organizations.actions import add_unit
from organizations.roles import Role
from organizations.vocabulary import Level, UnitKind
from tests.cast import LAO_WANG, START, Cast, register

ODD: dict[str, dict] = {
    "nobody": {"parties": []},
    "no name": {"parties": [PartyInput("", phone="13800001234")]},
    "no identity number": {"parties": [PartyInput("老王")]},
    "wrong identity number": {"parties": [PartyInput("老王", id_type="id_card", id_number="990102190002309999")]},
    "identity number of letters": {"parties": [PartyInput("老王", id_number="不记得了")]},
    "no phone, no address": {"parties": [PartyInput("老王", id_number="990102196001010011")]},
    "ten people": {"parties": [PartyInput(f"村民{n}") for n in range(10)]},
    "crowd of 500": {"petitioner_count": 500, "channel": Channel.VISIT},
    "a name of one blank": {"parties": [PartyInput(" ")]},
    "rare characters": {"parties": [PartyInput("𠮷㴷")], "content": "𠮷㴷村的路😡坏了🛣️"},
    "only emoji": {"content": "😡😡😡"},
    "a foreign name": {"parties": [PartyInput("O'Neil-Müller · Ağa")]},
    "very long text": {"content": "村口的路坏了。" * 30_000},
    "anonymous": {"anonymous": True, "parties": []},
    "a subject too long": {"subject": "路" * 500},
    "no demands, no subject": {"demands": [], "subject": ""},
    "a repeat": {"content": "村口的路坏了一年没有人修，水渠也堵了。"},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_nothing_odd_about_the_petitioner_is_refused(cast: Cast, odd: dict):
    case = Case.objects.get(pk=register(cast, **odd).pk)
    assert case.state == State.REGISTERED
    assert case.content == odd.get("content", case.content).strip()
    written = [(party.name, party.id_number) for party in case.parties.all()]
    assert written == [(party.name, party.id_number) for party in odd.get("parties", [LAO_WANG])]
    assert case.petitioner_count == max(odd.get("petitioner_count", 1), len(written), 1)
    assert case.clocks.count() == 1
    assert case.demands.count() >= 1
    assert case.subject
    assert Case.objects.visible_to(cast.router).filter(pk=case.pk).exists()


def test_six_representatives_on_a_visit_are_registered_and_marked(cast: Cast):
    six = [PartyInput(f"代表{n}", role=PartyRole.REPRESENTATIVE) for n in range(6)]
    case = register(cast, channel=Channel.VISIT, parties=six)
    assert case.parties.filter(role=PartyRole.REPRESENTATIVE).count() == 6
    [mark] = [m for m in marks(Channel.VISIT, petitioners=6, representatives=6) if m.code == "too_many_representatives"]
    assert "现有6人" in mark.message
    assert mark.article == "第二十条第三款"


def test_what_is_unclear_about_a_person_is_marked(cast: Cast):
    case = register(cast, parties=[PartyInput("", phone="1"), PartyInput("老王", address="柳湾村"), PartyInput("老李")])
    assert [party.unclear for party in case.parties.all()] == ["姓名、住址不清", "", "住址不清"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"received_on": START + timedelta(days=1)}, "date_in_future"),
        ({"received_on": date(1989, 12, 31)}, "date_too_early"),
        ({"content": " \n\t"}, "nothing_said"),
    ],
)
def test_only_impossible_dates_and_empty_words_are_refused(cast: Cast, changes: dict, code: str):
    with pytest.raises(Refused) as refused:
        register(cast, **changes)
    assert refused.value.code == code
    assert not Case.objects.exists()


def test_the_first_possible_day_and_today_are_registered(cast: Cast):
    assert register(cast, received_on=date(1990, 1, 1)).received_on == date(1990, 1, 1)
    assert register(cast, received_on=START).registered_on == START


def test_a_case_number_tells_place_channel_and_day_and_never_repeats(cast: Cast):
    numbers = case_numbers(cast.bureau, [(channel, START) for channel in Channel])
    assert len(set(numbers)) == len(Channel)
    assert [number[:15] for number in numbers] == [f"990102{letter}20260302" for letter in "XFWDC"]
    first, second = (int(number[15:]) for number in numbers[:2])
    assert second == first + 1


def test_the_same_external_number_is_the_same_case(cast: Cast):
    first, again = (register(cast, source="市长热线", external_number="0817") for _ in range(2))
    other = register(cast, source="省平台", external_number="0817")
    assert first.pk == again.pk != other.pk
    assert first.events.count() == 1


@pytest.mark.parametrize("person", ["supervisor", "analyst", "leader", "sealed_desk", "system_admin", "auditor"])
def test_who_has_no_desk_registers_nothing(cast: Cast, person: str):
    with pytest.raises(Refused) as refused:
        register(cast, by=getattr(cast, person))
    assert refused.value.code == "not_permitted"


def test_nobody_registers_at_a_desk_that_is_not_his(cast: Cast):
    assert register(cast, unit=cast.bureau).unit == cast.bureau
    for unit in (cast.town, cast.far_bureau):
        with pytest.raises(Refused) as refused:
            register(cast, unit=unit)
        assert refused.value.code == "not_permitted"


def test_an_informant_registers_on_behalf_of_the_town(cast: Cast):
    case = register(cast, by=cast.informant)
    assert (case.unit, case.registered_by) == (cast.town, cast.informant)
    seeing = [p for p in (cast.informant, cast.dispatcher, cast.next_informant, cast.clerk) if sees(p, case)]
    assert seeing == [cast.informant, cast.dispatcher]
    assert register(cast, by=cast.group_informant).unit == cast.town


def sees(person, case: Case) -> bool:
    return Case.objects.visible_to(person).filter(pk=case.pk).exists()


def test_a_seconded_clerk_does_not_show_cases_to_his_home_unit(cast: Cast):
    seconded = cast.grant(
        cast.farming_handler.__class__.objects.create(username="s", name="借调员", unit=cast.farming),
        cast.bureau,
        Role.WINDOW_CLERK,
    )
    case = register(cast, by=seconded)
    assert case.unit == cast.bureau
    assert sees(seconded, case)
    assert not sees(cast.farming_handler, case)
    assert not sees(cast.farming_head, case)


def test_the_look_up_finds_a_person_however_the_number_is_written(cast: Cast):
    case = register(cast, parties=[PartyInput("老 王", phone="１３８-0000 1234", id_number="99010219600101001x")])
    for asked in ({"name": "老王"}, {"phone": "13800001234"}, {"id_number": "99010219600101001X"}):
        assert look_up(by=cast.router, reason="核对重复", **asked) == [case]
    assert look_up(by=cast.router, reason="核对重复", name="老李") == []
    assert look_up(by=cast.dispatcher, reason="核对重复", name="老王") == []
    for asked, code in (({"name": "老王", "reason": " "}, "reason_missing"), ({"reason": "x"}, "look_up_empty")):
        with pytest.raises(Refused) as refused:
            look_up(by=cast.router, **asked)
        assert refused.value.code == code


def test_a_correction_keeps_the_old_words_in_the_chain(cast: Cast):
    case = register(cast)
    ACTIONS[Act.CORRECT](case.pk, by=cast.clerk, on=START, reason="听错了", location="柳湾村", anonymous=True)
    event = case.events.get(act=Act.CORRECT)
    assert event.facts == {"fields": ["anonymous", "location", "place"]}
    assert "听错了" in event.words.text
    assert "匿名：False" in event.words.text
    with pytest.raises(Refused) as refused:
        ACTIONS[Act.CORRECT](case.pk, by=cast.clerk, on=START, reason="无", location="柳湾村", number="1")
    assert refused.value.code == "nothing_changed"


def test_a_unit_without_a_town_registers_for_itself(cast: Cast):
    lonely = add_unit("孤村", UnitKind.VILLAGE, Level.VILLAGE, parent=cast.gov)
    person = cast.hire("孤", lonely, Role.INFORMANT)
    assert register(cast, by=person).unit == lonely


def test_people_are_corrected_and_their_old_data_stays_masked(cast: Cast):
    case = register(cast)
    better = PartyInput("老王", phone="13900005678", address="青石镇柳湾村21号")
    ACTIONS[Act.CORRECT](case.pk, by=cast.router, on=START, reason="电话记错", parties=[better])
    [person] = case.parties.all()
    assert (person.name, person.phone, person.address) == ("老王", "13900005678", "青石镇柳湾村21号")
    assert person.phone_digest in digests_of("139 0000 5678")
    said = case.events.get(act=Act.CORRECT).words.text
    assert "138****1234" in said
    assert "13800001234" not in said
