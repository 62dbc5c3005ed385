"""The facts of events: declared by the row of their act, each name with one word and one type."""

from datetime import date

import pytest

from cases.models import Event
from cases.record.chain import append
from cases.record.facts import FACTS, assert_declared
from kit.rooms import doors
from law.vocabulary import Act
from tests.cast import Cast, register


def test_every_name_that_a_row_declares_has_its_word_and_type():
    declared = {name for door in doors().values() for name in door.facts}
    assert declared <= set(FACTS)
    assert len({fact.label for fact in FACTS.values()}) == len(FACTS)


@pytest.mark.parametrize("facts", [{"days": 3}, {"unit": "5"}, {"unit": True}, {"demands": "1"}, {"document": 7}])
def test_what_is_not_declared_or_of_another_type_does_not_get_into_an_event(cast: Cast, facts: dict):
    case = register(cast)
    with pytest.raises(ValueError, match=r"has no fact|is no"):
        append(case, Act.REFER, by=cast.router, unit=cast.bureau, on=date(2026, 3, 2), facts=facts)
    assert Event.objects.filter(case=case).count() == 1


def test_a_day_is_a_day_and_may_be_missing():
    assert_declared(Act.DELEGATE, {"unit": 1, "reply_by": "2026-03-02"})
    assert_declared(Act.DELEGATE, {"unit": 1, "reply_by": None})
    for wrong in ("soon", "2026-02-30"):
        with pytest.raises(ValueError, match=r"soon|out of range"):
            assert_declared(Act.DELEGATE, {"reply_by": wrong})
