"""存查清单: the filings of a day, signed together by a second person on the page and by programs (Art. 22)."""

from collections.abc import Callable
from datetime import date, timedelta

from law.vocabulary import Act, State
from tests.cases.api.caller import Caller
from tests.cases.exits import THANKS, own_leg, thanking
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk

Turn = Callable[[date], None]


def filed_today(cast: Cast, calendar: Turn) -> list[Walk]:
    """Two filed by the router, one by the head who signs."""
    walks = [thanking(cast), thanking(cast), thanking(cast)]
    for walk, by in zip(walks, (cast.router, cast.router, cast.coordinator), strict=True):
        walk.act(Act.FILE_ONLY, by, **THANKS)
        own_leg(walk)
    calendar(walks[0].on)
    return walks


def test_the_list_of_the_day_is_signed_on_the_page(cast: Cast, calendar: Turn):
    walks = filed_today(cast, calendar)
    page = Person(cast.bureau_head).client.get("/filings/").content.decode()
    assert all(walk.case.number in page for walk in walks)
    Person(cast.bureau_head).client.post("/filings/", {"legs": [walks[0].leg.pk, walks[1].leg.pk]})
    states = [walk.refresh().case.state for walk in walks]
    assert states == [State.FILED, State.FILED, State.EXIT_PENDING]
    assert Person(cast.router).client.get("/filings/").status_code == 403


def test_programs_sign_the_list_and_nobody_signs_his_own(cast: Cast, calendar: Turn):
    walks = filed_today(cast, calendar)
    listed = Caller(cast.coordinator).get("/filings/").json()
    assert [(each["ground"], each["waits"], each["own"]) for each in listed["filings"]] == [
        ("thanks", True, False),
        ("thanks", True, False),
        ("thanks", True, True),
    ]
    answer = Caller(cast.coordinator).post("/filings/", {"legs": [walk.leg.pk for walk in walks]})
    assert [each["code"] for each in answer.json()] == ["", "", "own_request"]
    assert [walk.refresh().case.state for walk in walks] == [State.FILED, State.FILED, State.EXIT_PENDING]
    again = Caller(cast.coordinator).post("/filings/", {"legs": [walks[0].leg.pk]})
    assert (again.status_code, again.json()["code"]) == (404, "not_found")


def test_what_was_not_signed_is_listed_the_next_day_too(cast: Cast, calendar: Turn):
    walks = filed_today(cast, calendar)
    calendar(walks[0].on + timedelta(days=1))
    listed = Caller(cast.bureau_head).get("/filings/").json()
    assert len(listed["filings"]) == 3
