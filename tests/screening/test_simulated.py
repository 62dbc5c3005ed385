"""A simulated district reports, files, settles and turns, by the real acts; the dispatcher finds the gaps on the pages."""

from datetime import timedelta
from random import Random

from cases.models import Case
from organizations.actions import add_unit
from organizations.roles import Role
from organizations.simulated import World
from organizations.vocabulary import Level, UnitKind
from screening.demonstration import live, show
from screening.models import Dispute, GridApproval, Report
from screening.models.words import DisputeState
from screening.tasks import doubt_and_warn_task, rounds_task
from tests.addresses import client_of
from tests.cast import Cast, register
from tests.screening.scenes import WEDNESDAY


def test_half_a_year_of_some_villages(cast: Cast, on_day):
    for number in range(3):
        village = add_unit(f"试{number}村", UnitKind.VILLAGE, Level.VILLAGE, parent=cast.town)
        cast.hire(f"试{number}", village, Role.INFORMANT)
    random, world = Random(7), World(cast.area, WEDNESDAY)
    for number in range(60):
        day = WEDNESDAY + timedelta(days=number)
        on_day(day)
        live(day, random, world)
        rounds_task()
        doubt_and_warn_task()
    found = {name for name, count in world.done.items() if count}
    assert {"screening.report", "screening.file", "screening.settle", "screening.approve", "screening.close"} <= found
    assert Report.objects.filter(zero=True).exists()
    assert GridApproval.objects.exists()
    turned = Dispute.objects.filter(state=DisputeState.TURNED).count()
    assert turned == Case.objects.filter(source="screening").count() > 0
    page = client_of(cast.dispatcher).get("/screening/grid/").content.decode()
    assert "x-g-missing" in page, "who did not report is seen"
    sheet = client_of(cast.dispatcher).get("/screening/sheet/").content.decode()
    assert Dispute.objects.filter(state=DisputeState.OPEN).count() > 0
    assert "研判意见" in sheet


def test_the_demonstration_shows_it_once(cast: Cast, on_day):
    on_day(WEDNESDAY)
    assert show(WEDNESDAY) == 0, "where nothing else is shown, neither is this"
    register(cast)
    assert show(WEDNESDAY) > 10
    assert show(WEDNESDAY) == 0
