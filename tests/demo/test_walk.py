"""One case at a time: killed, resumed, disturbed, refused, sealed."""

from collections import Counter
from datetime import date

import pytest

from cases.doors.table import ACTIONS
from cases.models import Case
from demo import walk
from demo.planning import plans
from demo.walk import SOURCE, external_number, make_case, make_cases, missing
from law.errors import Refused
from law.vocabulary import Act, Kind
from tests.cases.asking import first_broken_link
from tests.demo.conftest import DAY


def test_a_run_that_was_killed_goes_on_where_it_stopped(cast, monkeypatch):
    number = next(n for n, plan in enumerate(plans(DAY), 1) if Act.CLOSE in plan.acts)
    calls: Counter[str] = Counter()

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
    number = next(n for n, plan in enumerate(plans(DAY), 1) if Act.CLOSE in plan.acts and plan.acts[1] is Act.REFER)
    monkeypatch.setattr(walk, "_perform", lambda *arguments: False)
    make_case(number, DAY, cast)
    monkeypatch.undo()
    case = Case.objects.get(external_number=external_number(number))
    ACTIONS[Act.CORRECT](case.pk, by=cast.staff("fenban"), reason="核对", location="别处", on=DAY)
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
    numbers = [n for n, plan in enumerate(plans(DAY), 1) if plan.story.accused and plan.acts.count(Act.REFER) == 2]
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
