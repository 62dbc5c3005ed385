"""The product's main job in a real browser: a petition from registration to closing, each date explained."""

import pytest

from cases.models import Case, FollowUp, Notice
from law.vocabulary import Act, Letter, State
from tests.browser.conftest import worker_runs
from tests.browser.main_path import DEMANDS, Crew, Department, Path
from tests.browser.office import Office, Pick
from tests.cases.asking import first_broken_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUSING = Department(Pick("zjj", "云河区住建局"), "housing_head", "housing_handler", "承办人朱")
FARMING = Department(Pick("nyncj", "云河区农业农村局"), "farming_head", "farming_handler", "承办人吕")
TOWN = Department(Pick("qsz", "青石镇人民政府"), "town_head", "town_handler", "承办人曹")
CREW = Crew("clerk", "router", (HOUSING, FARMING), TOWN, "dispatcher", Pick("lwc", "柳湾村"), "informant")


def test_a_petition_with_two_demands_goes_from_registration_to_closing(office: Office):
    path = Path(office, CREW, worker_runs).to_closing()
    case = Case.objects.get(number=path.number)
    assert case.state == State.CLOSED
    assert office.seat("clerk").go(path.address).state == State.CLOSED.label
    assert [(leg.unit.name, leg.state) for leg in case.legs.order_by("id")] == [
        (HOUSING.unit.name, State.CLOSED),
        (FARMING.unit.name, State.CLOSED),
    ]
    assert [demand.text for demand in case.demands.order_by("number")] == list(DEMANDS)
    assert case.documents.filter(kind=Letter.HANDLING_OPINION).count() == 2
    assert case.events.filter(act=Act.SEND_BACK).count() == 1
    assert first_broken_link(case) is None
    assert_every_step_was_explained(path)
    assert_everybody_was_told(path)
    office.assert_quiet()


def test_a_petition_goes_through_town_and_village(office: Office):
    path = Path(office, CREW, worker_runs).through_the_village()
    case = Case.objects.get(number=path.number)
    assert case.state == State.IN_HANDLING
    hand_off = case.hand_offs.get(to_unit__name="柳湾村")
    assert hand_off.reply == "菜地三分，确已推平；楼顶两处渗水。"
    assert case.events.filter(act=Act.ASSESS).count() == 1
    assert first_broken_link(case) is None
    office.assert_quiet()


def assert_every_step_was_explained(path: Path) -> None:
    """While a case is open, every step leaves at least one clock, and each tells at least its first and last day."""
    open_steps = [entry for entry in path.journal if entry.state and entry.state != State.CLOSED.label]
    silent = [entry.did for entry in open_steps if not any(clock.told >= 2 for clock in entry.clocks)]
    # Between the last closing and the end of the window no clock runs.
    assert not [did for did in silent if not did.startswith("结案")], silent


def assert_everybody_was_told(path: Path) -> None:
    """Each follow-up was done once, and whoever had to act next found a notice."""
    assert not FollowUp.objects.filter(done_at=None).exists()
    told = set(Notice.objects.values_list("staff__username", flat=True))
    assert {"router", "housing_head", "farming_head", "housing_handler", "farming_handler"} <= told
