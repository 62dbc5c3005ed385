"""Cases made through the acts: every state, whole chains, right clocks, once."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db.models import Count, F

from cases.chain import first_broken_link
from cases.clocks import recomputed
from cases.models import Case, Clock, Event, Leg
from cases.models.clock import RUNNING
from demo import walk
from demo.planning import plans
from demo.walk import SOURCE, WANTED, external_number, make_case, make_cases, missing
from law.errors import Refused
from law.vocabulary import Act, Kind, State
from tests.demo.conftest import DAY

EVERY_EIGHTH = range(4, WANTED + 1, 8)


@pytest.fixture
def made(cast):
    """About forty cases of all ages."""
    tally = make_cases(EVERY_EIGHTH, DAY)
    assert tally.failed == ()
    assert tally.made == len(EVERY_EIGHTH)
    return cast


def test_forty_cases_reach_ten_states_with_whole_chains_and_right_clocks(made):
    cases = list(Case.objects.filter(source=SOURCE))
    assert len(Counter(case.state for case in cases)) >= 10
    assert [first_broken_link(case) for case in cases] == [None] * len(cases)
    assert [clock for clock in Clock.objects.all() if recomputed(clock) != clock.due_on] == []
    open_clocks = Counter(Clock.objects.filter(RUNNING).values_list("case", "leg", "duty"))
    assert set(open_clocks.values()) == {1}
    assert not Leg.objects.exclude(first_handler=None).exclude(first_handler=F("handler")).exists()


def test_every_event_is_dated_within_the_ninety_days_and_never_after_today(made):
    dates = Event.objects.values_list("on", flat=True)
    assert min(dates) >= DAY - timedelta(days=90)
    assert max(dates) <= DAY


def test_a_second_run_adds_nothing(made):
    before = (Case.objects.count(), Event.objects.count(), Clock.objects.count())
    assert make_cases(EVERY_EIGHTH, DAY + timedelta(days=1)).made == 0
    assert (Case.objects.count(), Event.objects.count(), Clock.objects.count()) == before
    assert not set(missing(DAY)) & set(EVERY_EIGHTH)


def test_a_run_that_was_killed_goes_on_where_it_stopped(cast, monkeypatch):
    number = next(n for n, plan in enumerate(plans(DAY), 1) if Act.CLOSE in plan.acts)
    calls = Counter()

    def killed(*arguments):
        calls["acts"] += 1
        if calls["acts"] > 4:
            raise KeyboardInterrupt
        return perform(*arguments)

    perform = walk._perform
    monkeypatch.setattr(walk, "_perform", killed)
    with pytest.raises(KeyboardInterrupt):
        make_case(number, DAY, cast)
    monkeypatch.undo()
    case = Case.objects.get(external_number=external_number(number))
    assert case.events.count() == 5
    assert number in missing(DAY)
    assert make_case(number, DAY, cast)
    assert list(case.events.values_list("act", flat=True)) == plans(DAY)[number - 1].acts
    assert first_broken_link(case) is None


def test_a_case_on_which_a_person_has_acted_is_left_alone(cast, monkeypatch):
    number = next(
        n for n, plan in enumerate(plans(DAY), 1) if Act.CLOSE in plan.acts and plan.acts[1] is Act.REFER
    )
    monkeypatch.setattr(walk, "_perform", lambda *arguments: False)
    make_case(number, DAY, cast)
    monkeypatch.undo()
    case = Case.objects.get(external_number=external_number(number))
    walk.ACTIONS[Act.CORRECT](case.pk, by=cast.staff("fenban"), reason="核对", location="别处", on=DAY)
    assert make_case(number, DAY, cast) is False
    assert case.events.count() == 2


def test_one_refused_case_does_not_stop_the_others(cast, monkeypatch):
    def refuse(number: int, day: date, of: object) -> bool:
        if number == 2:
            raise Refused("wrong_state", "不行")
        return True

    monkeypatch.setattr(walk, "make_case", refuse)
    tally = make_cases([1, 2, 3], DAY)
    assert tally.made == 2
    assert tally.failed == ("demo-0002 wrong_state 不行",)


def test_an_accusation_goes_sealed_to_the_discipline_inspection_and_the_rest_as_an_extract(cast):
    numbers = [
        n for n, plan in enumerate(plans(DAY), 1) if plan.story.accused and plan.acts.count(Act.REFER) == 2
    ]
    assert make_cases(numbers[:2], DAY).failed == ()
    for case in Case.objects.filter(source=SOURCE):
        assert case.sealed
        accusing = case.demands.get(kind=Kind.ACCUSATION)
        assert accusing.leg is not None
        assert accusing.leg.unit.kind == "discipline"
        other = case.demands.exclude(kind=Kind.ACCUSATION).get()
        assert other.extract
        respondent = case.respondents.get()
        assert respondent.name not in other.extract
        accused = respondent.unit
        assert accused is not None
        insiders = [cast.people[name] for name, staff in cast.people.items() if accused.holds(staff.unit)]
        assert insiders
        assert not any(Case.objects.visible_to(staff).filter(pk=case.pk).exists() for staff in insiders)


@pytest.mark.db_slow
def test_all_three_hundred_reach_every_state_that_the_acts_reach(cast):
    assert make_cases(range(1, WANTED + 1), DAY).failed == ()
    assert Case.objects.filter(source=SOURCE).count() == WANTED == 300
    assert missing(DAY) == []
    states = set(Case.objects.values_list("state", flat=True))
    assert states == {
        State.REGISTERED, State.REFERRED, State.COMMISSIONED, State.RECEIVED, State.ACCEPTED, State.IN_HANDLING,
        State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED, State.CLOSED, State.VOID_PENDING, State.VOIDED,
    }  # fmt: skip
    running = Clock.objects.filter(RUNNING)
    assert running.filter(due_on__lt=DAY).count() > 10
    assert running.filter(due_on__gte=DAY, due_on__lte=DAY + timedelta(days=3)).count() > 10
    acts = set(Event.objects.values_list("act", flat=True))
    assert acts == set(walk.ACTIONS)
    several = Case.objects.annotate(legs_=Count("legs")).filter(legs_=2).count()
    assert several > 30
